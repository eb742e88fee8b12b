import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { Day, Instant } from '../../workflows/definition.js';
import { canonical } from '../engine/canonical.js';
import { isRefusal, refuse, type Refusal } from '../engine/refusals.js';
import { answer, type Answer } from './answer.js';
import type { Source } from './ask.js';
import { differencesOf, type Difference } from './differences.js';
import { toJson } from './formats/json.js';
import type { Asking } from './parameters.js';

/** A report as it was given: what it was asked with, from what was known, and by which definition. */
export interface Kept {
  readonly id: string;
  readonly report: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Fingerprint of the definition that made it. */
  readonly definition: string;
  /** The day that was today. */
  readonly today: Day;
  /** What was recorded before this moment was known. */
  readonly knownBefore: Instant;
  readonly lastEvent: string | null;
  /** Of the bytes, in hex. */
  readonly sha256: string;
  readonly bytes: Buffer;
  readonly madeBy: string;
  readonly madeAt: Instant;
}

/** What came of running a kept report again. */
export interface Checked {
  readonly ok: true;
  readonly kept: Kept;
  /** Whether the bytes kept are those that were kept, and whether it gives the same again. */
  readonly isWhole: boolean;
  readonly isSame: boolean;
  readonly isSameDefinition: boolean;
  /** What a run now differs in from what was kept: by the same knowledge (nothing, if it is the same), and by today's. */
  readonly then: readonly Difference[];
  readonly now: readonly Difference[];
  /** The two runs themselves. */
  readonly runs: { readonly then: Answer; readonly now: Answer };
}

/** When anything that a report rests on was told last: facts, and the registers that are known by the day they were written. */
const LAST = `select max(at) as at from (select max(recorded_at) as at from fact union all select max(voided_at) from fact
  ${['goal', 'forecast', 'survey_round', 'survey_response', 'dialogue'].map((table) => `union all select max(recorded_at) from ${table}`).join('\n  ')}) told`;
const KEEP = `insert into kept_report (id, report, parameters, definition, today, known_before, last_event, sha256, bytes,
  made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (id) do nothing`;
const READ = `select id, report, parameters, definition, today::text, known_before as "knownBefore", last_event as "lastEvent",
  sha256, bytes, made_by as "madeBy", made_at as "madeAt" from kept_report where id = $1`;

/**
 * Makes a report and keeps it: from all that is recorded up to what was told last, so that it can be made again. The same
 * report of the same knowledge is kept once.
 */
export async function keep(
  source: Source,
  name: string,
  asking: Asking,
  by: { readonly login: string; readonly at: Instant },
): Promise<{ readonly ok: true; readonly id: string; readonly made: Answer } | Refusal> {
  const { rows } = await source.pool.query<{ at: Date | null }>(LAST);
  const knownBefore = new Date((rows[0]?.at?.getTime() ?? Date.parse(by.at)) + 1).toISOString();
  const made = await answer(source, name, { ...asking, knownBefore });
  if (isRefusal(made)) return made;
  const bytes = bytesOf(made);
  const { parameters, basis } = made;
  const sum = hexOf(bytes);
  const id = `${made.report}-${parameters.until}-${sum.slice(0, 10)}`;
  const values = [
    id,
    made.report,
    JSON.stringify(askedWith(made)),
    fingerprintOf(made),
    asking.today,
    knownBefore,
  ];
  await source.pool.query(KEEP, [...values, basis.lastEvent, sum, bytes, by.login, by.at]);
  return { ok: true, id, made };
}

/** A kept report; undefined when there is none of that id. */
export async function keptReport(pool: Pool, id: string): Promise<Kept | undefined> {
  const { rows } = await pool.query<
    Omit<Kept, 'knownBefore' | 'madeAt'> & { knownBefore: Date; madeAt: Date }
  >(READ, [id]);
  const row = rows[0];
  return row && { ...row, knownBefore: row.knownBefore.toISOString(), madeAt: row.madeAt.toISOString() };
}

/** Runs a kept report again from what was known then, and from what is known now. */
export async function check(source: Source, id: string): Promise<Checked | Refusal> {
  const kept = await keptReport(source.pool, id);
  if (kept === undefined)
    return refuse('not-found', {
      sv: 'Det finns ingen sparad rapport med den beteckningen.',
      en: 'There is no kept report of that name.',
    });
  const asking: Asking = { today: kept.today, reader: 'inside', parameters: kept.parameters };
  const [then, now] = [
    await answer(source, kept.report, { ...asking, knownBefore: kept.knownBefore }),
    await answer(source, kept.report, asking),
  ];
  if (isRefusal(then)) return then;
  if (isRefusal(now)) return now;
  const given = JSON.parse(kept.bytes.toString()) as object;
  return {
    ...{ ok: true, kept },
    isWhole: hexOf(kept.bytes) === kept.sha256,
    isSame: bytesOf(then).equals(kept.bytes),
    isSameDefinition: fingerprintOf(then) === kept.definition,
    then: differencesOf(given, JSON.parse(bytesOf(then).toString()) as object),
    now: differencesOf(given, JSON.parse(bytesOf(now).toString()) as object),
    runs: { then, now },
  };
}

/** The parameters in the form in which they are asked. The first day follows from the others. */
function askedWith({ parameters: { from: _from, ...parameters } }: Answer): Record<string, unknown> {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

const hexOf = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

/** A report's bytes: its numbers and what they mean, in Swedish, as RFC 8785. What it rests on is kept beside them. */
const bytesOf = (made: Answer): Buffer => Buffer.from(canonical(withoutBasis(toJson(made, 'sv'))));

function withoutBasis(told: object): object {
  const { basis: _basis, parts, ...rest } = told as { basis?: unknown; parts?: readonly object[] };
  return { ...rest, ...(parts && { parts: parts.map(withoutBasis) }) };
}

/** A fingerprint of how a report is defined: its words, columns and what they count. */
function fingerprintOf({ report, definition, columns, parts }: Answer): string {
  const own = {
    ...{ report, definition },
    columns: columns.map(({ name, label, unit, counts = [] }) => ({
      ...{ name, label, unit },
      counts: counts.map(({ measure }) => measure.units),
    })),
    parts: parts.map(fingerprintOf),
  };
  return hexOf(canonical(own)).slice(0, 16);
}
