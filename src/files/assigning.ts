import type { Instant, Text } from '../../workflows/definition.js';
import { FileHistory } from '../engine/history/file-history.js';
import type { Reader } from '../access/access-entry.js';
import type { EventBody, Person } from '../engine/model.js';
import { isRefusal } from '../engine/refusals.js';
import { personAt } from '../register/people.js';
import { acts } from '../register/roles.js';
import type { Snapshot } from '../register/snapshot.js';
import type { Runtime } from '../runtime.js';
import type { Language } from '../platform/language.js';
import { stepTaken } from './steps.js';
import { forgetCounts } from './work-counts.js';
import { workRows } from './work-list.js';
import type { WorkRow } from './work-rows.js';

/** Somebody who can be made the handler of a file. */
export interface Candidate {
  readonly login: string;
  readonly name: string;
}

/** A file that is to change hands, and what stands in the way; empty when nothing does. */
export interface Handover {
  readonly row: WorkRow;
  readonly obstacles: readonly Text[];
}

/** A file that changed hands, or did not. `before`: who handled it before the step, null for nobody. */
export interface HandedOver {
  readonly row: WorkRow;
  readonly isDone: boolean;
  readonly before: string | null;
}

const text = (sv: string, en: string): Text => ({ sv, en });
const hasIt = text('Handläggaren har redan ärendet.', 'The handler has the case already.');
const noFamily = text('En lägenhet har ingen handläggare.', 'A flat has no handler.');
const notOfDistrict = text(
  'Handläggaren arbetar inte hos den som ansvarar för ärendet.',
  'The handler does not work where the case belongs.',
);

/** Whether somebody hands out cases at all: only those who follow families have handlers. */
export const mayAssign = ({ kind, role }: Person): boolean => kind === 'district' && acts(role);

/** Those who act for an organisation now, by name: only among them is a handler picked. */
export function candidatesOf(snapshot: Snapshot, organisation: string, now: Instant): Candidate[] {
  return [...snapshot.people.keys()]
    .flatMap((login) => {
      const person = personAt(snapshot, login, now);
      const fits = person?.organisation === organisation && acts(person.role);
      return fits ? [{ login, name: snapshot.people.get(login)?.at(-1)?.name ?? login }] : [];
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'sv'));
}

/** What would come of giving files to a handler: the files that the person may see, each with what stands in the way. */
export async function handovers(
  runtime: Runtime,
  reader: Reader,
  files: readonly string[],
  handler: string,
): Promise<Handover[]> {
  const { person } = reader;
  const rows = await workRows(runtime, person, files);
  await runtime.accessLog.other(reader, 'list', { files: rows.map(({ file }) => file) });
  const snapshot = await runtime.directory.snapshot();
  const fits = candidatesOf(snapshot, person.organisation, runtime.clock.now()).map(({ login }) => login);
  const answers: Handover[] = [];
  for (const row of rows)
    answers.push({ row, obstacles: await obstaclesOf(runtime, person, row, handler, fits) });
  return answers;
}

async function obstaclesOf(
  { engine }: Runtime,
  person: Person,
  { file, kind, assignee, district }: WorkRow,
  handler: string,
  fits: readonly string[],
): Promise<readonly Text[]> {
  if (kind === 'dwelling') return [noFamily];
  if (assignee === handler) return [hasIt];
  if (district !== person.organisation || !fits.includes(handler)) return [notOfDistrict];
  const command = { id: `${person.login}:preview:${file}`, by: person, asked: assign(file, handler) };
  const plan = await engine.preview(command);
  return isRefusal(plan) ? plan.sentences : [];
}

const assign = (file: string, handler: string) => ({ event: 'assign', file, data: { handler } });

/**
 * Gives files to a handler, one step for each file. `key` names the deed: sent twice it is done once. What stood in the way
 * of a file is told by `handedOver`. False, and nothing done, for a handler who does not act for the person's organisation.
 */
export async function handOver(
  runtime: Runtime,
  reader: Reader,
  deed: { readonly files: readonly string[]; readonly handler: string; readonly key: string },
  language: Language,
): Promise<boolean> {
  const { person } = reader;
  const snapshot = await runtime.directory.snapshot();
  const fits = candidatesOf(snapshot, person.organisation, runtime.clock.now());
  if (!fits.some(({ login }) => login === deed.handler)) return false;
  for (const file of deed.files) {
    const asked = assign(file, deed.handler);
    await stepTaken(runtime, { person, reader, language, asked, key: deed.key });
  }
  forgetCounts(runtime, person);
  return true;
}

const TAKEN = `select file_id as file, seq from event where file_id = any($1) and command = $2`;
const BEFORE = `select canonical from event where file_id = $1 and seq < $2 order by seq`;

/** What came of a deed, file by file, and who had each before. */
export async function handedOver(
  runtime: Runtime,
  reader: Reader,
  files: readonly string[],
  key: string,
): Promise<HandedOver[]> {
  const { guarded, clock, registry, accessLog } = runtime;
  const { person } = reader;
  const rows = await workRows(runtime, person, files);
  await accessLog.other(reader, 'list', { files: rows.map(({ file }) => file) });
  const before = await guarded.as(person, clock.now(), async (db) => {
    const found = new Map<string, string | null>();
    const taken = await db.query<{ file: string; seq: number }>(TAKEN, [files, `${person.login}:${key}`]);
    for (const { file, seq } of taken.rows) {
      const fold = new FileHistory(registry);
      const events = await db.query<{ canonical: Buffer }>(BEFORE, [file, seq]);
      for (const { canonical } of events.rows) fold.take(JSON.parse(canonical.toString('utf8')) as EventBody);
      const { state } = fold;
      found.set(file, state && registry.kind(state.kind).assignee(state.record));
    }
    return found;
  });
  return rows.map((row) => ({ row, isDone: before.has(row.file), before: before.get(row.file) ?? null }));
}

/** Gives files back to whoever had them before a deed, where nobody has taken them on since. Says how many it could not. */
export async function handBack(
  runtime: Runtime,
  reader: Reader,
  deed: { readonly files: readonly string[]; readonly handler: string; readonly key: string },
  language: Language,
): Promise<number> {
  const done = await handedOver(runtime, reader, deed.files, deed.key);
  let left = 0;
  for (const { row, before } of done) {
    const isStill = row.assignee === deed.handler && before !== null;
    const back = { files: [row.file], handler: before ?? '', key: `${deed.key}.undo` };
    if (!isStill || !(await handOver(runtime, reader, back, language))) left += 1;
  }
  return left;
}
