import { z } from 'zod';
import { code, day, field, processRef } from '../fields.js';
import { choice, label, kept, nullable, optional, text } from './parts.js';

const ref = field(code(), {
  ...label('Kort namn', 'Short name'),
  hint: {
    sv: 'Skiljer personerna i ärendet åt, till exempel barn-1. Små bokstäver, siffror och bindestreck.',
    en: 'Tells the persons of the case apart, such as child-1. Lower-case letters, figures and hyphens.',
  },
});
const personNumber = field(z.string().regex(/^(\d{2})?\d{6}[-+]?\d{4}$/), {
  ...label('Personnummer', 'Personal number'),
  personal: true,
  find: 'whole',
});
const name = field(z.string().trim().min(1).max(200), {
  ...label('Namn', 'Name'),
  personal: true,
  find: 'words',
});
const born = field(day(), { ...label('Född', 'Born'), personal: true, find: 'birthday' });
const school = field(z.string().trim().min(1).max(200), {
  ...label('Skola eller förskola', 'School or preschool'),
  personal: true,
  within: true,
});
const gender = field(code(), {
  ...label('Kön', 'Gender'),
  choices: {
    woman: text('kvinna', 'woman'),
    man: text('man', 'man'),
    unknown: text('vet ej', 'not known'),
  },
  widget: 'radios',
});
const adult = field(z.boolean(), label('Är vuxen (18 år eller äldre)', 'Is an adult (18 or older)'));
const share = choice(
  { whole: text('hela tiden', 'all the time'), part: text('en del av tiden', 'part of the time') },
  label('Barnet bor hemma', 'The child lives at home'),
);

/** One person of a household, as entered. Name, personal number, birth date and school are sealed. */
export const personData = z.strictObject({
  ref,
  personNumber: optional(personNumber),
  name,
  born,
  gender,
  adult,
  share: optional(share),
  school: optional(school),
});
export type PersonData = z.infer<typeof personData>;

/** New data about one who is already known by `ref`; what is left out stays as it is. */
export const personChange = z.strictObject({
  ref,
  personNumber: optional(personNumber),
  name: optional(name),
  born: optional(born),
  gender: optional(gender),
  adult: optional(adult),
  share: optional(share),
  school: optional(school),
});

const joined = field(day(), label('Med sedan', 'Member from'));
const left = field(day(), label('Till och med', 'Member to'));

/** A member as the record keeps them: `from` null = since before the file was opened, `to` the last day, null = still here. */
export const memberRecord = z.strictObject({
  ref,
  personNumber: optional(kept(personNumber)),
  name: kept(name),
  born: kept(born),
  gender,
  adult,
  share: optional(share),
  school: optional(kept(school)),
  from: nullable(joined),
  to: nullable(left),
  of: optional(field(processRef(), label('Kom från ärende', 'Came from case'))),
});
export type Member = z.infer<typeof memberRecord>;
