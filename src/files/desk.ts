import { addDays, weekday } from '../domain/days.js';
import { dayOf } from '../domain/zone.js';
import type { Day } from '../../workflows/definition.js';
import type { Reader } from '../access/access-entry.js';
import type { Person } from '../engine/model.js';
import type { Runtime } from '../runtime.js';
import type { Reading } from '../access/guarded-reading.js';
import { handlersOf, type HandlerLoad } from './desk.queries.js';
import { flatsFor, type Flat } from './flats.js';
import { logList } from './logged-list.js';
import { familiesForFlat, isFree, matchedToday } from './matching.js';
import { waitingFor } from './waiting.js';
import { workCounts, type Counts } from './work-counts.js';
import { workPages, type WorkAsked } from './work-list.js';
import { listsFor, type ListName } from './work-lists.js';
import type { WorkRow } from './work-rows.js';

/** What waits for somebody as they begin their day. */
export interface Desk {
  readonly today: Day;
  readonly counts: Counts;
  /** The first rows of the lists that stand on the desk. */
  readonly lists: Readonly<Partial<Record<ListName, readonly WorkRow[]>>>;
  /** For managers: who has what. */
  readonly handlers: readonly HandlerLoad[] | null;
  /** For SHIS: the free flats, the longest empty first, and how they and the queue fit together. */
  readonly flats: FreeFlats | null;
}

/** The free flats of a day. `empty`: of all flats in stock, the free ones among them. */
export interface FreeFlats {
  readonly free: readonly { readonly flat: Flat; readonly matches: number }[];
  readonly empty: number;
  readonly rooms: readonly RoomsWanted[];
}

/** Families in the queue that need so many rooms, and free flats that have them. */
export interface RoomsWanted {
  readonly rooms: number;
  readonly waiting: number;
  readonly free: number;
}

/** For how many days an answer is news. */
const NEWS = 14;

type Wish = Pick<WorkAsked, 'list' | 'limit' | 'desc' | 'late'>;

const DISTRICT: readonly Wish[] = [
  { list: 'todo', limit: 8 },
  { list: 'support', limit: 8 },
  { list: 'mine', limit: 15 },
  { list: 'offers', limit: 5 },
  { list: 'replies', limit: 6, desc: true },
  { list: 'limit-0', limit: 5 },
  { list: 'limit-6', limit: 5 },
  { list: 'limit-24', limit: 5 },
];
const DESKS: Readonly<Record<string, readonly Wish[]>> = {
  district: DISTRICT,
  housingUnit: DISTRICT,
  shis: [
    { list: 'proposals', limit: 8 },
    { list: 'offers', limit: 8 },
    { list: 'screening', limit: 6 },
    { list: 'reviews', limit: 4 },
    { list: 'queue', limit: 1 },
    { list: 'moves', limit: 20 },
    { list: 'turnaround', limit: 6 },
    { list: 'limit-0', limit: 3 },
    { list: 'limit-6', limit: 5 },
    { list: 'limit-24', limit: 3 },
  ],
  agency: [
    { list: 'requests', limit: 10 },
    { list: 'proposals', limit: 10 },
  ],
  administration: [
    { list: 'follow-ups', limit: 10, late: true },
    { list: 'unassigned', limit: 10 },
  ],
};

/**
 * The desk of whoever reads, as far as they may see: one reading for its lists, logged as one. Null for those who work with
 * no cases.
 */
export async function deskOf(runtime: Runtime, reader: Reader): Promise<Desk | null> {
  const { person } = reader;
  const own = listsFor(person);
  if (own.length === 0) return null;
  const wishes = (DESKS[person.kind] ?? []).filter(({ list }) => own.includes(list));
  const pages = await workPages(runtime, reader, wishes);
  const lists = Object.fromEntries(wishes.map(({ list }, at) => [list, pages[at]?.rows ?? []]));
  const today = dayOf(runtime.clock.now());
  const replies = (lists['replies'] ?? []).flatMap((row) =>
    row.state.days <= NEWS ? [{ ...row, term: null }] : [],
  );
  const moves = (lists['moves'] ?? []).filter(({ term }) => term !== null && term.day <= weekOf(today).last);
  return {
    today,
    counts: await workCounts(runtime, person),
    handlers: await loadsFor(runtime, person),
    flats: await flatsOn(runtime, reader),
    lists: { ...lists, ...(lists['moves'] && { moves }), ...(lists['replies'] && { replies }) },
  };
}

/** For a manager of those who answer for families: who has what. */
async function loadsFor({ guarded, clock }: Runtime, person: Person): Promise<Desk['handlers']> {
  const { role, kind } = person;
  if (role !== 'manager' || (kind !== 'district' && kind !== 'housingUnit')) return null;
  const now = clock.now();
  const read = (db: Reading) => handlersOf(db, person.organisation, now);
  return guarded.as(person, now, read, 'force_generic_plan');
}

async function flatsOn(runtime: Runtime, reader: Reader): Promise<FreeFlats | null> {
  const { person } = reader;
  if (person.kind !== 'shis') return null;
  const [flats, families, by] = await Promise.all([
    flatsFor(runtime, person),
    waitingFor(runtime, person),
    matchedToday(runtime),
  ]);
  const free = flats
    .filter(isFree)
    .map((flat) => ({ flat, matches: familiesForFlat(flat, families, by).fit.length }))
    .sort((one, other) => (other.flat.empty?.days ?? 0) - (one.flat.empty?.days ?? 0));
  await logList(
    runtime,
    reader,
    { desk: 'flats' },
    free.map(({ flat }) => flat.file),
  );
  const sizes = [...new Set([...families, ...free.map(({ flat }) => flat)].map(({ rooms }) => rooms))];
  const rooms = sizes
    .sort((one, other) => one - other)
    .map((size) => ({
      rooms: size,
      waiting: families.filter((one) => one.rooms === size).length,
      free: free.filter(({ flat }) => flat.rooms === size).length,
    }));
  return { free, rooms, empty: flats.filter(({ empty }) => empty !== null).length };
}

/** Monday and Sunday of the week of a day. */
export const weekOf = (day: Day): { readonly first: Day; readonly last: Day } => ({
  first: addDays(day, 1 - weekday(day)),
  last: addDays(day, 7 - weekday(day)),
});
