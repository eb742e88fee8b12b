import type { OrgKind } from '../../workflows/definition.js';
import type { Person } from '../engine/model.js';
import { recentCounts, type Count } from '../files/work-counts.js';
import { listsFor, workLists, type ListName } from '../files/work-lists.js';
import type { Language } from '../platform/language.js';
import type { Runtime } from '../runtime.js';
import type { ListLink } from './framed.js';

/** Counted no further. */
const MANY = 1_000;
const OF_FAMILIES: readonly ListName[] = [
  ...([
    'todo',
    'mine',
    'support',
    'replies',
    'follow-ups',
    'offers',
    'limit-24',
    'unassigned',
    'all',
  ] as const),
];
/** The lists that stand beside every page; the others are tabs of these. */
const BESIDE: Readonly<Partial<Record<OrgKind, readonly ListName[]>>> = {
  district: OF_FAMILIES,
  housingUnit: OF_FAMILIES,
  shis: ['screening', 'queue', 'offers', 'proposals', 'requests', 'moves', 'limit-24', 'all'],
};

/** The work lists beside a page, with counts that are some seconds old at most. */
export async function besideLists(
  runtime: Runtime,
  person: Person,
  { pathname, searchParams }: URL,
  language: Language,
): Promise<ListLink[]> {
  const own = listsFor(person);
  const lists = (BESIDE[person.kind] ?? own).filter((name) => own.includes(name));
  if (lists.length === 0) return [];
  const counts = await recentCounts(runtime, person);
  return lists.map((name) => ({
    href: `/files?list=${name}`,
    label: workLists[name].label[language],
    ...countOf(counts[name]),
    isNow: pathname === '/files' && (searchParams.get('list') ?? own[0]) === name,
  }));
}

/** A count as it stands beside a link. */
export const countOf = (count: Count | undefined): Pick<ListLink, 'count' | 'isLate'> => ({
  count: count === undefined ? null : count.count >= MANY ? `${MANY}+` : String(count.count),
  isLate: (count?.late ?? 0) > 0,
});
