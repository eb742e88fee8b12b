import { z } from 'zod';
import type { Text } from '../../../workflows/definition.js';
import type { FamilyReader, ReadEntry } from '../../access/access-log.queries.js';
import { purposeLabel } from '../../access/purposes.js';
import { whatWords, whyWords } from '../../access/words.js';
import type { Why } from '../../access/access-entry.js';
import { Temporal } from 'temporal-polyfill';
import type { Snapshot } from '../../register/snapshot.js';
import type { Language } from '../language.js';
import { said } from '../said.js';

const inWords = () => said(z.string(), 'På det språk som begärs', 'In the language asked for');

/** One entry of the access log as it is shown. */
export const entryView = z.object({
  id: said(z.string(), '`<kedja>:<ordningsnummer>`', '`<chain>:<seq>`'),
  at: z.string(),
  login: z.string(),
  name: z.string(),
  organisation: z.string(),
  role: z.string(),
  onBehalfOf: z.string().nullable(),
  via: said(z.string(), '`token:<id>`, `session:<id>` eller `cli`', '`token:<id>`, `session:<id>` or `cli`'),
  what: z.string(),
  whatLabel: inWords(),
  refused: z.boolean(),
  file: z.string().nullable(),
  files: said(z.array(z.string()), 'Ärenden som en lista visade', 'Files that a list showed'),
  why: z.string(),
  whyLabel: inWords(),
  reason: z.string().nullable(),
  note: said(z.string().nullable(), '`null` när ingen finns kvar', 'Null when none is kept'),
  details: z.record(z.string(), z.unknown()),
  canonical: said(z.string(), 'De byte som hashas', 'The bytes that are hashed'),
  hash: z.string(),
});
export const logView = z.object({ entries: z.array(entryView), next: z.string().nullable() });

/** Who has read a file, for the family. */
export const readersView = z.object({
  file: z.string(),
  printed: said(z.iso.date(), 'Dagen listan gjordes', 'The day on which the list was made'),
  readers: z.array(
    z.object({
      name: z.string(),
      organisation: z.string(),
      day: z.iso.date(),
      time: said(z.string(), 'Första gången den dagen', 'The first time that day'),
      times: z.int(),
      told: inWords(),
    }),
  ),
});
export type ReadersView = z.infer<typeof readersView>;

/** What people and organisations are called now; a code that no register has stands for itself. */
export class Names {
  constructor(private readonly registers: Snapshot) {}

  person(login: string): string {
    return this.registers.people.get(login)?.at(-1)?.name ?? login;
  }

  organisation(code: string): string {
    return this.registers.organisations.get(code)?.name ?? code;
  }
}

/** An entry in words. */
export function entryInWords(
  { body, canonical, hash, note }: ReadEntry,
  names: Names,
  language: Language,
): z.infer<typeof entryView> {
  const { stream, seq, at, login, organisation, role, via, what, why, reason = null } = body;
  return {
    ...{ id: `${stream}:${seq}`, at, login, role, via, what, why, reason, note, canonical, hash },
    name: names.person(login),
    organisation: names.organisation(organisation),
    onBehalfOf: body.onBehalfOf ?? null,
    whatLabel: whatWords[what][language],
    refused: body.refused ?? false,
    file: body.file ?? null,
    files: [...(body.files ?? [])],
    whyLabel: whyInWords(why, reason === null ? [] : [reason])[language],
    details: { ...body.details },
  };
}

/** The most telling first. */
const TELLING: readonly Why[] = ['emergency', 'assigned', 'stated', 'system', 'unstated'];

/** The list for the family: a line for each person and day. */
export function readersInWords(
  rows: readonly FamilyReader[],
  names: Names,
  language: Language,
): ReadersView['readers'] {
  return rows.map(({ login, organisation, day, first, times, what, why, reasons }) => {
    const main = TELLING.find((one) => why.includes(one));
    const did = what.map((one) => whatWords[one][language]).join(', ');
    const because = main === undefined ? '' : ` (${whyInWords(main, reasons)[language]})`;
    return {
      name: names.person(login),
      organisation: names.organisation(organisation),
      day,
      time: timeOf(first),
      times,
      told: `${did}${because}`,
    };
  });
}

/** The list as text, to be printed. */
export function readersAsText({ file, printed, readers }: ReadersView, language: Language): string {
  const title = language === 'sv' ? `Vem har läst ärende ${file}` : `Who has read file ${file}`;
  const made = language === 'sv' ? `Listan gjordes ${printed}.` : `The list was made on ${printed}.`;
  const lines = readers.map(
    ({ day, time, name, organisation, told }) => `${day} ${time}  ${name}, ${organisation}: ${told}`,
  );
  return `${[title, made, '', ...lines].join('\n')}\n`;
}

function whyInWords(why: Why, reasons: readonly string[]): Text {
  const said = (language: keyof Text) =>
    reasons.length === 0
      ? whyWords[why][language]
      : `${whyWords[why][language]}: ${reasons.map((one) => purposeLabel(one)[language]).join(', ')}`;
  return { sv: said('sv'), en: said('en') };
}

const timeOf = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO('Europe/Stockholm')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
