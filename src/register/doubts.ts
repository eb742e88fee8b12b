import type { Pool } from 'pg';
import type { z } from 'zod';
import type { Day, FileKind } from '../../workflows/definition.js';
import { dayOf, instantOf } from '../domain/zone.js';
import type { Asked } from '../engine/command.js';
import type { EventBody, FileState, Person } from '../engine/model.js';
import { permitted } from '../engine/permitted.js';
import type { Gate } from '../engine/ports.js';
import { readData } from '../engine/read-data.js';
import { refuse, type Refusal } from '../engine/refusals.js';
import type { Registry } from '../engine/registry.js';
import { digestsIn, unmark } from '../engine/seal.js';
import { words } from '../engine/words.js';
import type { Unseal } from './household-lookup.js';

/** What judging a command asks of the world. */
export interface Doubting {
  readonly registry: Registry;
  readonly gate: Gate;
  /** A file as the command finds it. */
  file(id: string): Promise<FileState | null>;
  readonly unseal: Unseal;
}

/** A command as far as it can be doubted. */
export interface Doubted {
  readonly by: Person;
  readonly asked: Asked;
  readonly recordedAt: string;
  readonly occurredAt?: string | undefined;
}

/**
 * Refused: what cannot be so on the day it happened, beside its fields, with what the schema says of others. Null where there is
 * nothing to say, also to one who may not take the step, or names what is not there: the engine answers them.
 */
export async function doubted(world: Doubting, command: Doubted): Promise<Refusal | null> {
  const { registry } = world;
  const { asked, recordedAt, occurredAt = recordedAt } = command;
  if ('open' in asked) {
    const workflow = registry.newest(asked.open)?.workflow;
    if (workflow === undefined) return null;
    const doubts = registry.kind(workflow.file).doubts?.['open'];
    return refusal(doubts, workflow.open.schema, asked.data, { day: dayOfMoment(occurredAt), record: null });
  }
  const file = asked.process === undefined ? await world.file(asked.file) : null;
  if (file === null) return null;
  const { doubts, events } = registry.kind(file.kind);
  const spec = Object.hasOwn(events, asked.event) ? events[asked.event] : undefined;
  if (spec === undefined || doubts?.[asked.event] === undefined) return null;
  if (permitted(world, command.by, spec, file, { occurredAt, recordedAt }) !== null) return null;
  const plain = await world.unseal(file.id, digestsIn(file.record));
  const record = unmark(file.record, (digest) => plain.get(digest) ?? null) as object;
  return refusal(doubts[asked.event], spec.schema, asked.data, { day: dayOfMoment(occurredAt), record });
}

/** The same of what a correction puts in an event's place, judged by itself; each fault below the correction's own field. */
export async function doubtedInstead(
  { registry, pool }: { readonly registry: Registry; readonly pool: Pool },
  { id, kind }: Pick<FileState, 'id' | 'kind'>,
  { of, replacement }: { readonly of?: unknown; readonly replacement?: Partial<Replacement> },
): Promise<Refusal | null> {
  const event = replacement?.data === undefined ? undefined : await eventAt(pool, id, Number(of));
  const how = event && judgedBy(registry, kind, event);
  if (event === undefined || how === undefined) return null;
  const day = dayOfMoment(String(replacement?.occurredAt ?? event.occurredAt));
  const no = refusal(how.doubts, how.schema, replacement?.data, { day, record: null });
  const fields = (no?.fields ?? []).map(({ path, message }) => ({
    path: `replacement.data.${path}`,
    message,
  }));
  return no && { ...no, fields };
}

/** By what an event of a file, or the one that opened it, is judged. */
function judgedBy(registry: Registry, name: FileState['kind'], event: EventBody) {
  const kind = registry.kind(name);
  const opening = registry.pinned(event.workflow ?? '', event.version ?? 0)?.workflow.open;
  if (event.opens !== undefined) return opening && { doubts: kind.doubts?.['open'], schema: opening.schema };
  const spec = event.process === undefined ? kind.events[event.type] : undefined;
  return spec && { doubts: kind.doubts?.[event.type], schema: spec.schema };
}

interface Replacement {
  readonly data: unknown;
  readonly occurredAt: unknown;
}

async function eventAt(pool: Pool, file: string, seq: number): Promise<EventBody | undefined> {
  if (!Number.isInteger(seq)) return undefined;
  const { rows } = await pool.query<{ canonical: Buffer }>({
    name: 'event_doubted',
    text: 'select canonical from event where file_id = $1 and seq = $2',
    values: [file, seq],
  });
  return rows[0] && (JSON.parse(rows[0].canonical.toString('utf8')) as EventBody);
}

/** Null for what is no moment: the engine says so. */
function dayOfMoment(moment: string): Day | null {
  try {
    return dayOf(instantOf(moment));
  } catch {
    return null;
  }
}

function refusal(
  doubts: NonNullable<FileKind['doubts']>[string] | undefined,
  schema: z.ZodType,
  data: unknown,
  { day, record }: { readonly day: Day | null; readonly record: object | null },
): Refusal | null {
  if (doubts === undefined || day === null || typeof data !== 'object' || data === null) return null;
  const found = doubts(data as Record<string, unknown>, { day, record });
  if (found.length === 0) return null;
  const read = readData(schema, data);
  const wrong = 'ok' in read ? (read.fields ?? []) : [];
  const more = found.filter(({ path }) => !wrong.some((one) => one.path === path));
  const fields = [...wrong, ...more.map(({ path, says }) => ({ path, message: says }))];
  return refuse('invalid-data', words.invalidData, { fields });
}
