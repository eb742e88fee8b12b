import type { Person } from '../engine/model.js';
import type { Registry } from '../engine/registry.js';
import { seesProcess } from './sight.js';
import { seen, visibleTo, Where } from './where.js';

/** What a list is narrowed to. `terms`: for each word its hashes, of which one must be the file's. */
export interface Wanted {
  readonly workflow?: string | undefined;
  readonly state?: string | undefined;
  readonly district?: string | undefined;
  readonly responsible?: string | undefined;
  readonly assignee?: string | undefined;
  readonly overdue?: boolean | undefined;
  /** Of these alone. */
  readonly files?: readonly string[] | undefined;
  /** How the file's number begins. */
  readonly number?: string | undefined;
  readonly terms?: readonly (readonly Buffer[])[] | undefined;
}

/** A place in a list: the last file, and for a work list since when it stands in its state. */
export interface Place {
  readonly file: string;
  readonly since?: string;
  readonly process?: number;
}

/** SQL and its values. */
export interface Query {
  readonly text: string;
  readonly values: readonly unknown[];
}

const WHOLE_NUMBER = 11;
const COLUMNS = `f.id, f.kind, f.version, f.district, f.assignee, f.opened_at as "openedAt", f.recorded_at as "recordedAt",
  f.handlers, coalesce(f.protected_until >= current_setting('husrum.day')::date, false) as "isProtected"`;

/** Which page: after what place, how many files, and what moment counts as now. */
interface Page {
  readonly after?: Place | undefined;
  readonly limit: number;
  readonly now: string;
}

/**
 * A page of the files that a person may see. With a workflow: the longest in their state first, each file once. Else by
 * number. Null when the person may see none. The gate is asked again for each file that comes out.
 */
export function listQuery(registry: Registry, person: Person, wanted: Wanted, page: Page): Query | null {
  const where = new Where();
  const visible = visibleTo(where, person);
  if (visible === null || !knowsOf(registry, person, wanted.workflow)) return null;
  where.add(visible);
  ofFile(where, wanted);
  return wanted.workflow === undefined
    ? byNumber(where, wanted, person, page)
    : byWaiting(where, wanted, { workflow: wanted.workflow, person }, page);
}

function byNumber(where: Where, wanted: Wanted, person: Person, { after, limit, now }: Page): Query {
  const condition = ofProcess(where, 'p', wanted, now);
  if (condition !== null)
    where.add(`exists (select from process p where p.file_id = f.id
      and ${seen(where, 'p', person)} and ${condition})`);
  if (after !== undefined) where.add(`f.id > ${where.value(after.file)}`);
  const text = `select ${COLUMNS}, null::timestamptz as since, null::int as process
    from case_file f where ${where} order by f.id limit ${where.value(limit)}`;
  return { text, values: where.values };
}

/** Each file stands where its longest waiting process of the workflow does. */
function byWaiting(
  where: Where,
  wanted: Wanted,
  { workflow, person }: { readonly workflow: string; readonly person: Person },
  { after, limit, now }: Page,
): Query {
  const name = where.value(workflow);
  where
    .add(`p.workflow = ${name}`)
    .add(seen(where, 'p', person))
    .add(ofProcess(where, 'p', wanted, now));
  where.add(`not exists (select from process q where q.file_id = p.file_id and q.workflow = ${name}
    and ${ofProcess(where, 'q', wanted, now) ?? 'true'} and (q.entered_at, q.number) < (p.entered_at, p.number))`);
  if (after !== undefined)
    where.add(`(p.entered_at, p.file_id, p.number) >
      (${where.value(after.since)}::timestamptz, ${where.value(after.file)}, ${where.value(after.process)}::int)`);
  const text = `select ${COLUMNS}, p.entered_at as since, p.number as process
    from process p join case_file f on f.id = p.file_id where ${where}
    order by p.entered_at, p.file_id, p.number limit ${where.value(limit)}`;
  return { text, values: where.values };
}

function ofFile(where: Where, { district, assignee, files, number, terms = [] }: Wanted): void {
  if (files !== undefined) where.add(`f.id = any(${where.value(files)})`);
  if (district !== undefined) where.add(`f.district = ${where.value(district)}`);
  if (assignee !== undefined) where.add(`f.assignee = ${where.value(assignee)}`);
  if (number !== undefined && number.length < WHOLE_NUMBER)
    where.add(`f.id like ${where.value(`${number}%`)}`);
  if (number !== undefined && number.length >= WHOLE_NUMBER) where.add(`f.id = ${where.value(number)}`);
  for (const hashes of terms)
    where.add(`f.id in (select file_id from term where term = any(${where.value(hashes)}))`);
}

/** What must be so of one and the same process `p`; null when nothing must. */
function ofProcess(
  where: Where,
  p: string,
  { state, responsible, overdue }: Wanted,
  now: string,
): string | null {
  const all: string[] = [];
  if (state !== undefined)
    all.push(
      state.includes('.') ? `${where.value(state)} = any(${p}.states)` : `${p}.state = ${where.value(state)}`,
    );
  if (responsible !== undefined) {
    const whose = where.value(responsible);
    all.push(`(${p}.waits_for = ${whose} or (${p}.waits_for = 'district' and f.district = ${whose}))`);
  }
  if (overdue !== undefined)
    all.push(`${overdue ? '' : 'not '}exists (select from deadline d where d.file_id = ${p}.file_id
      and d.process = ${p}.number and not d.moves and d.due_at <= ${where.value(now)})`);
  return all.length === 0 ? null : all.join(' and ');
}

/** Whether a list of one workflow can have anything in it for a person. */
function knowsOf(registry: Registry, person: Person, name: string | undefined): boolean {
  const workflow = name === undefined ? undefined : registry.newest(name)?.workflow;
  return name === undefined || (workflow !== undefined && seesProcess(person, workflow.seenBy));
}
