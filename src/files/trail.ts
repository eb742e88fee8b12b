import { specOf } from '../engine/history/spec-of.js';
import type { EventBody } from '../engine/model.js';
import type { Registry } from '../engine/registry.js';
import type { Reader } from '../access/access-entry.js';
import { isRefusal, type Refusal } from '../engine/refusals.js';
import type { Runtime } from '../runtime.js';
import type { Language } from '../platform/language.js';
import { readCursor, writeCursor } from './cursor.js';
import { openedFor, readingKept, type Opened } from './file-view.js';
import { hidingFrom } from './hidden.js';
import { masked, withoutApart } from './mask.js';
import type { Trail, TrailEvent } from './event-shapes.js';
import { tell } from './told.js';

const COLUMNS = `select seq, canonical, encode(hash, 'hex') as hash from event where file_id = $1`;
const OLDEST_FIRST = `${COLUMNS} and seq > $2 order by seq limit $3`;
const NEWEST_FIRST = `${COLUMNS} and seq < $2 order by seq desc limit $3`;

interface Row {
  readonly seq: number;
  readonly canonical: Buffer;
  readonly hash: string;
}

/** Which events of an opened file: those after a sequence number, oldest first, or those before one, newest first. */
export type Stretch = { readonly limit: number } & ({ readonly after: number } | { readonly before: number });

/** A page of a file's audit trail, oldest first, as far as the person may see. A refusal where there is no such file for them. */
export async function trailOf(
  runtime: Runtime,
  id: string,
  reader: Reader,
  page: { readonly cursor?: string | undefined; readonly limit: number; readonly language: Language },
): Promise<Trail | Refusal> {
  const opened = await openedFor(runtime, id, reader, 'trail');
  if (isRefusal(opened)) return opened;
  const after = readCursor(page.cursor, ['number'])?.[0] ?? 0;
  const { events, last } = await eventsOf(runtime, opened, { after, limit: page.limit }, page.language);
  return { events, next: last === null ? null : writeCursor([last]) };
}

/** Events of a file whose reading is logged already. `last`: where the next stretch begins; null when there is none. */
export async function eventsOf(
  runtime: Runtime,
  opened: Opened,
  stretch: Stretch,
  language: Language,
): Promise<{ readonly events: TrailEvent[]; readonly last: number | null }> {
  const { person, file } = opened;
  const query =
    'after' in stretch
      ? { name: 'read_trail', text: OLDEST_FIRST, values: [file.id, stretch.after, stretch.limit] }
      : { name: 'read_newest', text: NEWEST_FIRST, values: [file.id, stretch.before, stretch.limit] };
  const { rows } = await runtime.guarded.as(person, runtime.clock.now(), (db) => db.query<Row>(query));
  const last = rows.length < stretch.limit ? null : (rows.at(-1)?.seq ?? null);
  return { events: await inWords(runtime, opened, rows, language), last };
}

/** Events as a correction tells them, as far as the person may see. */
export const asTold = (
  runtime: Runtime,
  opened: Opened,
  bodies: readonly EventBody[],
  language: Language,
): Promise<TrailEvent[]> => {
  const rows = bodies.map((body) => ({
    seq: body.seq,
    canonical: Buffer.from(JSON.stringify(body)),
    hash: '',
  }));
  return inWords(runtime, opened, rows, language);
};

async function inWords(
  runtime: Runtime,
  opened: Opened,
  rows: readonly Row[],
  language: Language,
): Promise<TrailEvent[]> {
  const { registry, directory } = runtime;
  const { file, person, sight } = opened;
  const telling = { registry, registers: await directory.snapshot(), language };
  const events = rows
    .map((row) => ({ row, text: row.canonical.toString('utf8') }))
    .map(({ row, text }) => ({ row, text, body: JSON.parse(text) as EventBody }))
    .filter(({ body }) => mayRead(registry, opened, body))
    .map((one) => {
      const schema = specOf(registry, file, one.body)?.schema;
      return { ...one, data: withoutApart(schema, masked(schema, one.body.data, sight.record)) };
    });
  const hiding = await hidingFrom(
    runtime,
    person,
    events.map(({ text }) => text),
  );
  const plain = await readingKept(
    runtime,
    file.id,
    events.map(({ data }) => data),
  );
  const read = (data: object) => hiding.from(plain(data)) as Record<string, unknown>;
  return events.map(({ row, text, body, data }) => ({
    id: `${file.id}:${row.seq}`,
    seq: row.seq,
    process: body.process ?? null,
    workflow: body.workflow ?? null,
    type: body.type,
    told: tell(telling, body, file.kind, read(data)),
    occurredAt: body.occurredAt,
    recordedAt: body.recordedAt,
    by: body.by,
    role: body.role,
    onBehalfOf: body.onBehalfOf ?? null,
    delegation: body.delegation ?? null,
    cause: body.cause.kind,
    data: read(data),
    canonical: hiding.names(text) || holdsHidden(registry, opened, body) ? null : text,
    hash: row.hash,
  }));
}

/** Whether a reader may see an event: of processes that they see; of the file itself as far as its record goes, and what stays within with its own. */
export function mayRead(registry: Registry, { file, person, sight }: Opened, body: EventBody): boolean {
  if (body.process !== undefined) return sight.processes.some(({ number }) => number === body.process);
  if (sight.record === 'none') return false;
  if (
    (body.corrects ?? body.seals)?.within === true &&
    person.kind !== 'administration' &&
    person.kind !== body.orgKind
  )
    return false;
  const { within } = specOf(registry, file, body) ?? {};
  const isWithin = typeof within === 'function' ? within(body.data) : within === true;
  return !isWithin || person.kind === 'administration' || person.kind === body.orgKind;
}

/** A correction holds events whole; its bytes are for those who may read them all. */
function holdsHidden(registry: Registry, opened: Opened, { corrects }: EventBody): boolean {
  const told = corrects?.then.filter((one): one is EventBody => typeof one !== 'number') ?? [];
  return told.some((body) => !mayRead(registry, opened, body));
}
