import { Temporal } from 'temporal-polyfill';
import type { Text } from '../../workflows/definition.js';
import type { Language } from '../platform/language.js';
import type { Snapshot } from '../register/snapshot.js';
import type { What, Why } from './access-entry.js';
import type { FamilyReader, ReadEntry } from './access-log.queries.js';
import { purposeLabel } from './purposes.js';
import { whatWords, whyWords } from './words.js';

/** An entry as it is shown: codes beside their words, people and organisations by name. */
export interface EntryInWords {
  /** `<chain>:<seq>`. */
  readonly id: string;
  readonly at: string;
  readonly login: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
  readonly onBehalfOf: string | null;
  readonly via: string;
  readonly what: What;
  readonly whatLabel: string;
  readonly refused: boolean;
  readonly file: string | null;
  /** Files that a list showed. */
  readonly files: readonly string[];
  readonly why: Why;
  readonly whyLabel: string;
  readonly reason: string | null;
  readonly note: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly canonical: string;
  readonly hash: string;
}

/** A line of the list for the family: one reader on one day. */
export interface ReaderLine {
  readonly name: string;
  readonly organisation: string;
  readonly day: string;
  /** The first time that day, Stockholm time. */
  readonly time: string;
  readonly times: number;
  /** What they did and why. */
  readonly told: string;
}

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
): EntryInWords {
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
const TELLING: readonly Why[] = ['emergency', 'assigned', 'stated', 'queue', 'system', 'unstated'];

/** The list for the family: a line for each person and day. */
export function readersInWords(
  rows: readonly FamilyReader[],
  names: Names,
  language: Language,
): ReaderLine[] {
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

/** Why something was read, with the reasons that were stated. */
export function whyInWords(why: Why, reasons: readonly string[]): Text {
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
