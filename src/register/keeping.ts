import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { Instant, Text } from '../../workflows/definition.js';
import { canonical, sha256 } from '../engine/canonical.js';
import { isRefusal, refuse, type Refusal } from '../engine/refusals.js';
import { RegisterChangeRow } from './register-change.entity.js';

/** From when a line holds, who wrote it, and when it was recorded. */
export interface Entry {
  readonly at: Instant;
  readonly by: string;
  /** Default: `at`. */
  readonly recordedAt?: Instant;
  /** Which of equal lines of one book it is, from 1 (the default). */
  readonly ordinal?: number;
}

/** A line that was taken. Not `changed`: it said what the register held already, or it had been taken before. */
export interface Put {
  readonly ok: true;
  readonly changed: boolean;
}

/** The keyed hash of a word. */
export type Terms = (word: string) => Buffer;

/** How one register keeps its lines: a new row for each change, none is ever altered. */
export interface Keeping<D> {
  /** What is written down in place of a line as it came, when it says what must not be kept. */
  conceals?(data: D, term: Terms): D;
  /** Whether the register says this already, at the line's moment. */
  holds(db: EntityManager, data: D, at: Date): Promise<boolean>;
  /** What stands in the way of a line that its schema lets through; null when nothing does. */
  refuses?(db: EntityManager, data: D, times: Times): Promise<Refusal | null> | Refusal | null;
  write(db: EntityManager, data: D, times: Times): Promise<unknown>;
}

/** Moments of a row. */
export interface Times {
  readonly validFrom: Date;
  readonly recordedAt: Date;
}

/** One register: the schema of its lines, and the writing of one. The same line twice changes nothing. */
export interface Register<S extends z.ZodObject = z.ZodObject> {
  readonly schema: S;
  put(db: EntityManager, data: z.infer<S>, entry: Entry, term: Terms): Promise<Put | Refusal>;
}

/** Makes a register out of a name, a schema and the way it is kept. Each writing is logged in the same transaction. */
export function register<S extends z.ZodObject>(
  name: string,
  schema: S,
  keeping: Keeping<z.infer<S>>,
): Register<S> {
  return {
    schema,
    put: (db, told, entry, term) =>
      db.transaction(async (inside) => {
        const data = keeping.conceals?.(told, term) ?? told;
        const validFrom = new Date(entry.at);
        const times = { validFrom, recordedAt: new Date(entry.recordedAt ?? entry.at) };
        const line = lineOf(name, data, times, entry);
        if (await inside.existsBy(RegisterChangeRow, { line })) return UNCHANGED;
        const refusal = (await keeping.refuses?.(inside, data, times)) ?? null;
        if (isRefusal(refusal)) return refusal;
        if (await keeping.holds(inside, data, validFrom)) return UNCHANGED;
        if (!(await logged(inside, line, name, data, times, entry))) return UNCHANGED;
        await keeping.write(inside, data, times);
        return { ok: true, changed: true };
      }),
  };
}

/** A refusal of one field of a line. */
export function fault(path: string, message: Text): Refusal {
  return refuse('invalid-data', message, { fields: [{ path, message }] });
}

const UNCHANGED: Put = { ok: true, changed: false };

/** What a line is known by in the log. */
function lineOf(name: string, data: object, { validFrom }: Times, { ordinal = 1 }: Entry): string {
  const which = ordinal === 1 ? {} : { ordinal };
  return sha256(canonical({ register: name, at: validFrom.toISOString(), data, ...which }));
}

/** False when the very same line stands in the log already. */
async function logged(
  db: EntityManager,
  line: string,
  name: string,
  data: object,
  times: Times,
  { by }: Entry,
): Promise<boolean> {
  const { raw } = await db
    .createQueryBuilder()
    .insert()
    .into(RegisterChangeRow)
    .values({ line, register: name, data, ...times, by })
    .orIgnore()
    .returning('id')
    .execute();
  return (raw as unknown[]).length > 0;
}
