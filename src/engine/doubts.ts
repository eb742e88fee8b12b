import type { Doubting } from '../../workflows/definition.js';
import { dayOf } from '../domain/zone.js';
import { readData } from './read-data.js';
import { refuse, type Refusal } from './refusals.js';
import { digestsIn, unmark } from './seal.js';
import { words } from './words.js';

type Unseal = (file: string, digests: readonly string[]) => Promise<ReadonlyMap<string, unknown>>;

/** What data is judged by: its schema, and what a kind of file knows cannot be so. */
interface Judged {
  readonly file: string;
  readonly spec: { readonly schema: Parameters<typeof readData>[0] };
  readonly doubts?: Doubting | undefined;
  readonly record: object | null;
}

/** Reads data by its schema, and as what can be so on the day that it tells of. Every fault is told at once, by field. */
export async function readJudged(
  unseal: Unseal,
  { file, spec, doubts, record }: Judged,
  data: unknown,
  occurredAt: string,
): Promise<ReturnType<typeof readData>> {
  const read = readData(spec.schema, data);
  if (doubts === undefined || typeof data !== 'object' || data === null) return read;
  const plain = record && (await unseal(file, digestsIn(record)));
  const known = plain && (unmark(record, (digest) => plain.get(digest) ?? null) as object);
  const found = doubts(data as Record<string, unknown>, { day: dayOf(occurredAt), record: known });
  return found.length === 0 ? read : withDoubts(read, found);
}

function withDoubts(read: ReturnType<typeof readData>, found: ReturnType<Doubting>): Refusal {
  const wrong = 'ok' in read ? (read.fields ?? []) : [];
  const more = found.filter(({ path }) => !wrong.some((one) => one.path === path));
  const fields = [...wrong, ...more.map(({ path, says }) => ({ path, message: says }))];
  const isOfItsDay = wrong.length === 0 ? ({ isOfItsDay: true } as const) : {};
  return refuse('invalid-data', words.invalidData, { fields, ...isOfItsDay });
}
