import type { Pool, PoolClient } from 'pg';
import { fileOf } from '../../workflows/refs.js';
import { ENGINE } from '../engine/deciding.js';
import type { FileKeys } from '../engine/file-keys.js';
import type { EventBody } from '../engine/model.js';
import { digestsIn, unmark } from '../engine/seal.js';
import type { Registry } from '../engine/registry.js';
import { CorrectedFiles, ofEarlier } from './corrected-files.js';
import { ExportNames } from './export-names.js';
import { filesIn, inOrderOfSteps } from './export-order.js';
import { renameCorrected, renameRefs } from './refs.js';
import { standInFor } from './stand-in.js';

/** What an export reads. */
export interface ExportPorts {
  readonly pool: Pool;
  readonly keys: Pick<FileKeys, 'unsealKept'>;
  readonly registry: Registry;
}

const ROWS_AT_ONCE = 1_000;
const LINES_AT_ONCE = 500;
const FIRST_FILE = 'select file_id from event order by recorded_at, file_id limit 1';
const REGISTERS = `
select register, data, valid_from as at, recorded_at as recorded, by from register_change order by id`;
const EVENTS = `
declare events no scroll cursor for
select canonical from event where $1::text is null or file_id = $1 order by recorded_at, file_id, seq`;

/**
 * The database as a casebook: the registers, then every step that a person took, in order of recording, with personal
 * values in plain text. Imported into an empty database it gives the same states, facts and reports; what falls due is
 * derived again. With `file` the lines of that file alone, to read: refs to other files keep the names of the whole.
 */
export async function* exportCasebook(ports: ExportPorts, file?: string): AsyncGenerator<string> {
  const client = await ports.pool.connect();
  let broken = true;
  try {
    await client.query('begin isolation level repeatable read read only');
    yield lineOf({ book: await bookName(client, file) });
    if (file === undefined) yield* registerLines(client);
    yield* stepLines(ports, client, file);
    await client.query('commit');
    broken = false;
  } finally {
    client.release(broken);
  }
}

const lineOf = (line: object): string => `${JSON.stringify(line)}\n`;

/** The same for every export of one database, so that a later one adds to an earlier one when it is imported. */
async function bookName(client: PoolClient, file: string | undefined): Promise<string> {
  if (file !== undefined) return `husrum ${file}`;
  const { rows } = await client.query<{ file_id: string }>(FIRST_FILE);
  return `husrum since ${rows[0]?.file_id ?? 'nothing'}`;
}

async function* registerLines(client: PoolClient): AsyncGenerator<string> {
  const { rows } = await client.query<{
    register: string;
    data: object;
    at: Date;
    recorded: Date;
    by: string;
  }>(REGISTERS);
  for (const { register, at, recorded, by, data } of rows) {
    const late = recorded.getTime() === at.getTime() ? {} : { recorded: recorded.toISOString() };
    yield lineOf({ register, at: at.toISOString(), ...late, by, data });
  }
}

async function* stepLines(
  { pool, keys, registry }: ExportPorts,
  client: PoolClient,
  file: string | undefined,
): AsyncGenerator<string> {
  const corrected = await CorrectedFiles.read(client, registry, file);
  const names = new ExportNames(pool, (one) => corrected.processes(one));
  for await (const some of together(moments(events(client, file)))) {
    const steps = some.filter(isPersons);
    await names.know(steps.flatMap(({ file: own, data, known }) => [own, ...filesIn([data, known])]));
    const plain = await plainData(keys, steps, corrected);
    for (const event of some) {
      corrected.take(event);
      const data = plain.get(event);
      if (data !== undefined) yield lineOf(await stepLine(names, event, data, corrected.idOf(event)));
    }
  }
}

async function* events(client: PoolClient, file: string | undefined): AsyncGenerator<EventBody> {
  await client.query(EVENTS, [file ?? null]);
  for (;;) {
    const { rows } = await client.query<{ canonical: Buffer }>(`fetch ${ROWS_AT_ONCE} from events`);
    for (const { canonical } of rows) yield JSON.parse(canonical.toString('utf8')) as EventBody;
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

/** What was recorded at one moment, each in an order in which it can be taken again. */
async function* moments(all: AsyncIterable<EventBody>): AsyncGenerator<EventBody[]> {
  let moment: EventBody[] = [];
  for await (const event of all) {
    if (moment.length > 0 && moment[0]?.recordedAt !== event.recordedAt) {
      yield inOrderOfSteps(moment);
      moment = [];
    }
    moment.push(event);
  }
  if (moment.length > 0) yield inOrderOfSteps(moment);
}

async function* together(parts: AsyncIterable<EventBody[]>): AsyncGenerator<EventBody[]> {
  let some: EventBody[] = [];
  for await (const part of parts) {
    some = [...some, ...part];
    if (some.length < LINES_AT_ONCE && !part.some(({ type }) => type === 'attach')) continue;
    yield some;
    some = [];
  }
  yield some;
}

/** Deadlines, deliveries and the engine's own commands (mergers) come about by themselves again. */
const isPersons = ({ cause, by }: EventBody): boolean => cause.kind === 'person' && by !== ENGINE.login;

/** The data of events with personal values as they were entered; one that was culled keeps its mark, a sealed one has a stand-in. */
async function plainData(
  keys: ExportPorts['keys'],
  steps: readonly EventBody[],
  corrected: CorrectedFiles,
): Promise<ReadonlyMap<EventBody, Record<string, unknown>>> {
  const entries = steps.map(async (step) => {
    const { file, data } = step;
    const plain = await keys.unsealKept(file, digestsIn(data));
    if (corrected.isSealed(step)) return [step, standInFor(step, (digest) => plain.get(digest))] as const;
    const read = (digest: string): unknown => (plain.has(digest) ? plain.get(digest) : { sealed: digest });
    return [step, unmark(data, read) as Record<string, unknown>] as const;
  });
  return new Map(await Promise.all(entries));
}

async function stepLine(
  names: ExportNames,
  body: EventBody,
  plain: Record<string, unknown>,
  id: string | null,
): Promise<object> {
  const { occurredAt: at, recordedAt: recorded, by } = body;
  const of = ofEarlier(body);
  const said = of === null ? plain : { ...plain, of };
  const renaming = of === null ? renameRefs : renameCorrected;
  const renamed = await renaming(said, async (ref) => names.of(ref) ?? ref);
  const data = 'data' in renamed && Object.keys(renamed.data).length > 0 ? { data: renamed.data } : {};
  const times = { at, ...(recorded === at ? {} : { recorded }) };
  return { ...times, ...(id === null ? {} : { id }), by, ...asked(names, body), ...data };
}

function asked(names: ExportNames, body: EventBody): object {
  const { file, process, workflow, type, opens, known } = body;
  if (process === undefined || ofEarlier(body) !== null) {
    const opened = known.carried?.into;
    const opens = opened === undefined || fileOf(opened) === file ? {} : { opens: names.of(opened.ref) };
    return { file: names.file(file), event: type, ...opens };
  }
  const name = names.of(`${file}/${process}`);
  if (type !== 'open') return { process: name, event: type };
  return { process: name, open: workflow, ...(opens === undefined ? { file: names.file(file) } : {}) };
}
