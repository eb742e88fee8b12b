import type { Reader } from '../../access/access-entry.js';
import type { EventBody } from '../../engine/model.js';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import type { Runtime } from '../../runtime.js';
import type { Language } from '../language.js';
import { readCursor, writeCursor } from './cursor.js';
import { openedFor, reading, type Opened } from './file-view.js';
import type { Trail, TrailEvent } from './shapes.js';
import { tell } from './told.js';

const EVENTS = `
select seq, canonical, encode(hash, 'hex') as hash from event where file_id = $1 and seq > $2 order by seq limit $3`;

interface Row {
  readonly seq: number;
  readonly canonical: Buffer;
  readonly hash: string;
}

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
  const { rows } = await runtime.pool.query<Row>({
    name: 'read_trail',
    text: EVENTS,
    values: [id, after, page.limit],
  });
  const last = rows.length < page.limit ? undefined : rows.at(-1)?.seq;
  return {
    events: await inWords(runtime, opened, rows, page.language),
    next: last === undefined ? null : writeCursor([last]),
  };
}

async function inWords(
  runtime: Runtime,
  { file, sight }: Opened,
  rows: readonly Row[],
  language: Language,
): Promise<TrailEvent[]> {
  const { registry, directory } = runtime;
  const telling = { registry, registers: await directory.snapshot(), language };
  const seen = new Set(sight.processes.map(({ number }) => number));
  const events = rows
    .map((row) => ({ row, text: row.canonical.toString('utf8') }))
    .map(({ row, text }) => ({ row, text, body: JSON.parse(text) as EventBody }))
    .filter(({ body }) => (body.process === undefined ? sight.record : seen.has(body.process)));
  const read = await reading(
    runtime,
    file.id,
    events.map(({ body }) => body.data),
  );
  return events.map(({ row, text, body }) => ({
    id: `${file.id}:${row.seq}`,
    seq: row.seq,
    process: body.process ?? null,
    workflow: body.workflow ?? null,
    type: body.type,
    told: tell(telling, body, file.kind, read(body.data)),
    occurredAt: body.occurredAt,
    recordedAt: body.recordedAt,
    by: body.by,
    cause: body.cause.kind,
    data: read(body.data) as Record<string, unknown>,
    canonical: text,
    hash: row.hash,
  }));
}
