import { isDay } from '../../src/domain/days.js';
import { ageOn, OF_AGE } from '../../src/domain/household.js';
import { readPersonNumber } from '../../src/domain/person-number.js';
import type { Day, Doubt, Text } from '../definition.js';
import { fields } from '../fields.js';
import { text } from './parts.js';
import { personData } from './person.js';

/** The age from which a parent who is not yet 18 may lead a household. Policy. */
const LEADS = 15;

/** Data as somebody wrote them, which may be anything. */
export type Typed = Readonly<Record<string, unknown>>;

/** What cannot be so, with the name of the field before it. */
export const doubt = (path: string, label: Text | undefined, says: Text): Doubt => ({
  path,
  says: label === undefined ? says : text(`${label.sv}: ${says.sv}`, `${label.en}: ${says.en}`),
});

export const toCome = text('dagen får inte ligga i framtiden.', 'the day must not lie in the future.');
const noSuchNumber = text('kontrollera siffrorna i numret.', 'check the figures of the number.');
const beforeBirth = text(
  'dagen ligger efter den då personen kom till hushållet. Rätta den ena av dem.',
  'the day is after the one on which the person joined the household. Put one of them right.',
);
// Whoever reads a fault need not be the one who typed: no age stands in it.
const child = text(
  `personen är yngre än ${LEADS} år. Svara Nej, eller rätta födelsedagen.`,
  `the person is younger than ${LEADS} years. Answer No, or put the day of birth right.`,
);
const grown = text(
  `personen är ${OF_AGE} år eller äldre. Svara Ja, eller rätta födelsedagen.`,
  `the person is ${OF_AGE} years or older. Answer Yes, or put the day of birth right.`,
);

/** The days by which a person is judged. */
export interface Judged {
  /** When it is said: nobody is born later, and no number is given out. */
  readonly day: Day;
  /** When the person came to the household, where that is known. */
  readonly joined?: Day | null;
  /** A child may have grown up since. Default: `day`. */
  readonly childOn?: Day;
}

type Field = keyof typeof personData.shape;

/**
 * What cannot be so of a person: a number that nobody has, a birth to come, a child who leads the household, a grown-up who is
 * none. A number may be missing (a protected identity has none to tell), and a child who turned 18 since the day was one.
 */
export function personDoubts(
  { born, adult, personNumber }: Typed,
  at: string,
  { day, joined = null, childOn = day }: Judged,
): Doubt[] {
  const about = (name: Field, says: Text): Doubt[] => [
    doubt(`${at}.${name}`, fields.get(personData.shape[name])?.label, says),
  ];
  const number =
    typeof personNumber !== 'string' || readPersonNumber(personNumber, day).ok
      ? []
      : about('personNumber', noSuchNumber);
  if (!isDay(born)) return number;
  if (born > day) return [...number, ...about('born', toCome)];
  if (joined !== null && joined < born) return [...number, ...about('born', beforeBirth)];
  const [age, then] = [ageOn(born, day), ageOn(born, childOn)];
  if (adult === true && age < LEADS) return [...number, ...about('adult', child)];
  return adult === false && then >= OF_AGE ? [...number, ...about('adult', grown)] : number;
}
