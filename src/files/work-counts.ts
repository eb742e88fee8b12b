import type { Person } from '../engine/model.js';
import { BoundedMap } from '../engine/bounded-map.js';
import type { Runtime } from '../runtime.js';
import { prepared } from './prepared.js';
import { countQuery } from './work-list.queries.js';
import { listsFor, workLists, type ListName } from './work-lists.js';

/** How many rows a list has and how many of them are late; `MOST` stands for that many or more in each of its tasks. */
export interface Count {
  readonly count: number;
  readonly late: number;
}
export type Counts = Readonly<Partial<Record<ListName, Count>>>;

const MOST = 1_000;
const MOST_PEOPLE = 2_000;
/** How old counts beside the navigation may be, milliseconds. */
const REMEMBERED_MS = 10_000;
/** Not counted: they are as long as the register. */
const UNCOUNTED: readonly ListName[] = ['all'];

interface Remembered {
  readonly counts: Counts;
  readonly until: number;
}

const remembered = new WeakMap<Runtime, BoundedMap<string, Remembered>>();

/** The counts of somebody's lists as they are now. Numbers only, so nothing of a file is read. */
export async function workCounts(runtime: Runtime, person: Person): Promise<Counts> {
  const lists = listsFor(person).filter((name) => !UNCOUNTED.includes(name));
  const now = runtime.clock.now();
  const holds = lists.map((name) => [name, workLists[name].holds] as const);
  const query = lists.length === 0 ? null : countQuery(person, holds, { now, most: MOST });
  const counts = new Map<string, Count>(lists.map((name) => [name, { count: 0, late: 0 }]));
  if (query !== null) {
    const { rows } = await runtime.guarded.as(
      person,
      now,
      (db) => db.query<Count & { name: string }>(prepared(query)),
      'force_generic_plan',
    );
    for (const { name, count, late } of rows) {
      const before = counts.get(name) ?? { count: 0, late: 0 };
      counts.set(name, { count: before.count + count, late: before.late + late });
    }
  }
  const answer = Object.fromEntries(counts) as Counts;
  mapOf(runtime).set(keyOf(person), { counts: answer, until: performance.now() + REMEMBERED_MS });
  return answer;
}

/** The same, a few seconds old at most: for what stands beside every page. */
export async function recentCounts(runtime: Runtime, person: Person): Promise<Counts> {
  const known = mapOf(runtime).get(keyOf(person));
  return known !== undefined && known.until > performance.now() ? known.counts : workCounts(runtime, person);
}

/** What was counted for somebody holds no longer: they have done something. */
export const forgetCounts = (runtime: Runtime, person: Person): void => mapOf(runtime).delete(keyOf(person));

function mapOf(runtime: Runtime): BoundedMap<string, Remembered> {
  const map = remembered.get(runtime) ?? new BoundedMap<string, Remembered>(MOST_PEOPLE);
  remembered.set(runtime, map);
  return map;
}

const keyOf = ({ login, organisation, role, onBehalfOf, emergency }: Person): string =>
  [login, organisation, role, onBehalfOf, ...(emergency ?? [])].join('|');
