import type { Instant } from '../../workflows/definition.js';
import type { Person } from '../engine/model.js';
import type { Query } from './list.queries.js';
import { seen, visibleTo, Where } from './where.js';
import type { Task, WorkList } from './work-list-shape.js';

/** What a work list is narrowed to. `handler` null: files that nobody handles. `what`: which of the list's tasks or states. */
export interface Narrowed {
  readonly district?: string | undefined;
  readonly handler?: string | null | undefined;
  readonly late?: boolean | undefined;
  readonly what?: string | undefined;
  /** A kind of organisation that an open process of the file waits for. Lists of files alone. */
  readonly turn?: string | undefined;
}

/** A place in a work list: by when, which file, its process and task (0 for a list of files). */
export interface WorkPlace {
  readonly at: Instant;
  readonly file: string;
  readonly process: number;
  readonly task: number;
}

/** Which page: behind what place, how many rows, from the far end or not, and what moment counts as now. */
export interface WorkPage {
  readonly after?: WorkPlace | undefined;
  readonly limit: number;
  readonly desc?: boolean | undefined;
  readonly now: Instant;
}

/** A row before it is put into words. `day`, `moves` and `leaf` tell of its term, null without one. */
export interface WorkKey {
  readonly at: Date;
  readonly file: string;
  readonly process: number;
  readonly task: number;
  readonly day: string | null;
  readonly moves: boolean | null;
  readonly leaf: string | null;
}

/** Terms that nobody acts on: a chart moves by them, and what then is to be done has a term of its own. */
export const SILENT: readonly string[] = [
  'planningBegins',
  'finalBegins',
  'followUpNears',
  'leaseStarts',
  'requestExpires',
  'pauseEnds',
];
/** Narrows a list of files to those in which something is going on, whatever it is. */
export const GOING_ON = 'open';
/** Where a file stands that has no term, when files are in the order of their terms. */
const NEVER = `'2199-01-01T00:00:00.000Z'::timestamptz`;

/** What a task of a list is called in an address. */
export const nameOfTask = (task: Task): string => ('deadline' in task ? task.deadline : task.state);

/** A page of a work list as far as a person may see it; null when they may see no file at all. */
export function workQuery(
  person: Person,
  holds: WorkList['holds'],
  narrowed: Narrowed,
  page: WorkPage,
): Query | null {
  const values: unknown[] = [];
  if (visibleTo(new Where([]), person) === null) return null;
  const parts =
    typeof holds === 'string'
      ? [filesPart(new Where(values), person, holds, narrowed, page)]
      : holds.flatMap((task, at) =>
          narrowed.what === undefined || narrowed.what === nameOfTask(task)
            ? [taskPart(new Where(values), person, { task, at }, narrowed, page)]
            : [],
        );
  if (parts.length === 0) return null;
  const way = page.desc ? 'desc' : 'asc';
  const order = ['at', 'file', 'process', 'task'].map((key) => `${key} ${way}`).join(', ');
  const text = `select * from (${parts.map((part) => `(${part})`).join(' union all ')}) as t
    order by ${order} limit ${page.limit}`;
  return { text, values };
}

/** How many rows each list has, and how many of them are late; no more than `most` are counted. */
export function countQuery(
  person: Person,
  lists: readonly (readonly [name: string, holds: WorkList['holds']])[],
  { now, most }: { readonly now: Instant; readonly most: number },
): Query | null {
  const values: unknown[] = [];
  if (visibleTo(new Where([]), person) === null) return null;
  const counted = lists.flatMap(([name, holds]) =>
    (typeof holds === 'string' ? [holds] : holds).map((one, at) => {
      const where = new Where(values);
      const page = { limit: most, now };
      const part =
        typeof one === 'string'
          ? filesPart(where, person, one, {}, page)
          : taskPart(where, person, { task: one, at }, {}, page);
      return `select ${where.value(name)}::text as name, count(*)::int as count,
        count(*) filter (where not moves and at <= ${where.value(now)}::timestamptz)::int as late from (${part}) as t`;
    }),
  );
  return { text: counted.join(' union all '), values };
}

function taskPart(
  where: Where,
  person: Person,
  { task, at }: { readonly task: Task; readonly at: number },
  narrowed: Narrowed,
  page: WorkPage,
): string {
  where.add(visibleTo(where, person)).add(seen(where, 'p', person));
  where.add(`p.workflow = ${where.value(task.workflow)}`);
  ofFile(where, narrowed);
  const by = 'deadline' in task ? byTerm(where, task, narrowed, page) : byState(where, task, narrowed, page);
  if (page.after !== undefined) where.add(behind(where, by.at, at, page));
  const way = page.desc ? 'desc' : 'asc';
  return `select ${by.at} as at, p.file_id as file, p.number as process, ${at} as task, ${by.shows}
    from ${by.from} join case_file f on f.id = p.file_id where ${where}
    order by ${by.at} ${way}, ${by.key}.file_id ${way}, ${by.number} ${way} limit ${page.limit}`;
}

interface By {
  readonly at: string;
  readonly from: string;
  readonly shows: string;
  readonly key: 'p' | 'd';
  readonly number: string;
}

function byTerm(
  where: Where,
  { deadline, moves, within }: Extract<Task, { deadline: string }>,
  { late }: Narrowed,
  { now }: WorkPage,
): By {
  where.add(`d.name = ${where.value(deadline)}`);
  if (moves !== undefined) where.add(moves ? 'd.moves' : 'not d.moves');
  if (within !== undefined)
    where.add(`d.due_at <= ${where.value(now)}::timestamptz + make_interval(days => ${within})`);
  if (late) where.add(`not d.moves and d.due_at <= ${where.value(now)}`);
  return {
    at: 'd.due_at',
    from: 'deadline d join process p on p.file_id = d.file_id and p.number = d.process',
    shows: 'd.due_on::text as day, d.moves, d.state as leaf',
    ...{ key: 'd', number: 'd.process' },
  };
}

function byState(
  where: Where,
  { state, by }: Extract<Task, { state: string }>,
  { late }: Narrowed,
  { now }: WorkPage,
): By {
  where.add(`p.state = ${where.value(state)}`);
  if (late) where.add(overdue(where, 'p.file_id', now));
  return {
    at:
      by === 'entered'
        ? 'p.entered_at'
        : `((p.stored->'context'->>'queueDate')::timestamp at time zone 'UTC')`,
    from: 'process p',
    shows: 'null::text as day, null::boolean as moves, null::text as leaf',
    ...{ key: 'p', number: 'p.number' },
  };
}

function filesPart(
  where: Where,
  person: Person,
  holds: 'mine' | 'unassigned' | 'all',
  narrowed: Narrowed,
  page: WorkPage,
): string {
  where.add(visibleTo(where, person));
  ofFile(where, narrowed);
  if (holds === 'mine') where.add(`f.assignee = ${where.value(person.onBehalfOf ?? person.login)}`);
  if (holds === 'unassigned') where.add(`f.assignee is null and f.kind = 'household'`);
  const open = (more: string): string =>
    `exists (select from process p where p.file_id = f.id and p.is_open and ${seen(where, 'p', person)} ${more})`;
  if (holds !== 'all') where.add(open(''));
  if (narrowed.turn !== undefined) where.add(open(`and p.waits_for = ${where.value(narrowed.turn)}`));
  if (narrowed.what !== undefined) where.add(open(inState(where, narrowed.what)));
  if (narrowed.late) where.add(overdue(where, 'f.id', page.now));
  const at = holds === 'mine' ? `coalesce(n.due_at, ${NEVER})` : NEVER;
  if (page.after !== undefined)
    where.add(
      holds === 'mine'
        ? behind(where, at, 0, page, 'f.id', '0')
        : `f.id ${page.desc ? '<' : '>'} ${where.value(page.after.file)}`,
    );
  const way = page.desc ? 'desc' : 'asc';
  const next =
    holds === 'mine'
      ? `left join lateral (select d.due_at, d.due_on, d.moves from deadline d where d.file_id = f.id
          and d.name <> all(${where.value(SILENT)}) order by d.due_at limit 1) as n on true`
      : `left join lateral (select null::date as due_on, null::boolean as moves) as n on true`;
  return `select ${at} as at, f.id as file, 0 as process, 0 as task, n.due_on::text as day, n.moves, null::text as leaf
    from case_file f ${next} where ${where}
    order by ${holds === 'mine' ? `${at} ${way}, ` : ''}f.id ${way} limit ${page.limit}`;
}

const inState = (where: Where, state: string): string =>
  state === GOING_ON ? '' : `and p.state = ${where.value(state)}`;

/** What lies behind a place, in the order of the list; tasks stand one behind the other at the same file. */
function behind(
  where: Where,
  at: string,
  task: number,
  { after, desc }: WorkPage,
  file = 'p.file_id',
  number = 'p.number',
): string {
  const place = after as WorkPlace;
  const strict = desc ? task >= place.task : task <= place.task;
  const sign = `${desc ? '<' : '>'}${strict ? '' : '='}`;
  return `(${at}, ${file}, ${number}) ${sign}
    (${where.value(place.at)}::timestamptz, ${where.value(place.file)}, ${where.value(place.process)}::int)`;
}

const overdue = (where: Where, file: string, now: Instant): string =>
  `exists (select from deadline o where o.file_id = ${file} and not o.moves and o.due_at <= ${where.value(now)})`;

function ofFile(where: Where, { district, handler }: Narrowed): void {
  if (district !== undefined) where.add(`f.district = ${where.value(district)}`);
  if (handler === null) where.add('f.assignee is null');
  else if (handler !== undefined) where.add(`f.assignee = ${where.value(handler)}`);
}
