import { randomUUID } from 'node:crypto';
import { UnknownCursor } from '../../files/cursor.js';
import { candidatesOf, mayAssign } from '../../files/assigning.js';
import { countOf } from '../beside-lists.js';
import { recentCounts, type Count } from '../../files/work-counts.js';
import { workPage } from '../../files/work-list.js';
import { listsFor, workLists, type ListName } from '../../files/work-lists.js';
import type { Person } from '../../engine/model.js';
import type { Language } from '../../platform/language.js';
import type { Answer, Asked } from '../page.js';
import type { ListLink } from '../framed.js';
import { listsPage, type ListsPage } from '../pages/lists.page.js';
import { words } from '../pages/lists.words.js';
import { notFound } from '../pages/messages.page.js';
import type { Column } from '../pages/work-line.js';
import { chipsOf, filtersOf, listAddress, narrowedBy, type ListQuery } from './list-narrowing.js';
import { lineOf, wordingFor } from './work-lines.js';

const PAGE = 50;
/** Counted no further. */
const MANY = 1_000;

/** What stands above the list: what was done just now, or what has to be put right. */
export type Above = Partial<Pick<ListsPage, 'deed' | 'notice' | 'fault' | 'chosen' | 'handler'>>;

/** The page of a list, as its address asks for it. */
export async function listShown(
  { runtime, language, session, reader }: Pick<Asked, 'runtime' | 'language' | 'session' | 'reader'>,
  query: ListQuery,
  above: Above = {},
): Promise<Answer> {
  const who = await reader();
  const { person } = who;
  const [first] = listsFor(person);
  const list = (query.list ?? first) as ListName;
  if (first === undefined || !listsFor(person).includes(list)) return notFound(language);
  const at = { ...query, list };
  const filters = await filtersOf(runtime, person, list, query, language);
  const narrowed = narrowedBy(filters, query.late !== undefined);
  const desc = query.order === 'desc';
  const asked = { list, ...narrowed, desc, after: query.after, limit: PAGE };
  const read = await workPage(runtime, who, asked).catch((error: unknown) => {
    if (error instanceof UnknownCursor) return null;
    throw error;
  });
  if (read === null) return { go: listAddress({ ...at, after: undefined }) };
  const counts = await recentCounts(runtime, person);
  const snapshot = await runtime.directory.snapshot();
  const wording = await wordingFor(runtime, person, language);
  const chips = chipsOf(filters, at, language);
  const spec = workLists[list];
  return listsPage({
    ...{ language, list, filters, chips },
    token: session.formToken,
    title: spec.label[language],
    lead: leadOf(list, chips.length > 0 ? undefined : counts[list], language),
    empty: spec.empty[language],
    tabs: tabsOf(person, list, counts, language),
    isLateOnly: query.late !== undefined,
    columns: columnsOf(list, person),
    lines: read.rows.map((row) => lineOf(wording, row)),
    sorted: {
      ...sortedBy(list, desc),
      href: listAddress({ ...at, order: desc ? undefined : 'desc', after: undefined }),
    },
    next: read.next && listAddress({ ...at, after: read.next }),
    first: query.after === undefined ? null : listAddress({ ...at, after: undefined }),
    candidates: mayAssign(person) ? candidatesOf(snapshot, person.organisation, runtime.clock.now()) : null,
    key: randomUUID(),
    back: listAddress(at),
    ...{ deed: null, notice: null, fault: null, chosen: [], handler: '' },
    ...above,
  });
}

/** The lists that have something in them, and the one that is open. */
function tabsOf(
  person: Person,
  list: ListName,
  counts: Awaited<ReturnType<typeof recentCounts>>,
  language: Language,
): ListLink[] {
  const filled = listsFor(person).filter((name) => name === list || counts[name]?.count !== 0);
  return filled.map((name) => ({
    href: listAddress({ list: name }),
    label: workLists[name].label[language],
    ...countOf(counts[name]),
    isNow: name === list,
  }));
}

function leadOf(list: ListName, count: Count | undefined, language: Language): string {
  const say = words[language];
  const sorted = say.sorted[orderOf(list)];
  if (count === undefined) return sorted.charAt(0).toUpperCase() + sorted.slice(1);
  return `${count.count >= MANY ? say.many(MANY) : say.rows(count.count, count.late)}, ${sorted}`;
}

function orderOf(list: ListName): 'due' | 'queue' | 'entered' | 'number' {
  if (list === 'queue') return 'queue';
  if (list === 'replies') return 'entered';
  return list === 'all' || list === 'unassigned' ? 'number' : 'due';
}

/** Whoever has waited longest comes first: most days first, though by the day the earliest. */
function sortedBy(list: ListName, desc: boolean): { readonly column: Column; readonly isDesc: boolean } {
  const order = orderOf(list);
  if (order === 'due') return { column: 'due', isDesc: desc };
  if (order === 'number') return { column: 'file', isDesc: desc };
  return { column: 'days', isDesc: !desc };
}

const COLUMNS: Readonly<Partial<Record<ListName, readonly Column[]>>> = {
  todo: ['file', 'what', 'state', 'days', 'due', 'handler'],
  support: ['file', 'what', 'state', 'days', 'due', 'handler'],
  mine: ['file', 'state', 'days', 'turn', 'what', 'due'],
  screening: ['file', 'district', 'people', 'days', 'due', 'handler'],
  queue: ['file', 'district', 'people', 'days', 'due', 'handler'],
  offers: ['file', 'district', 'flat', 'state', 'due', 'handler'],
  proposals: ['file', 'district', 'flat', 'days', 'due'],
  requests: ['file', 'district', 'days', 'due'],
  replies: ['file', 'state', 'days', 'turn', 'due', 'handler'],
  moves: ['file', 'district', 'flat', 'what', 'due', 'handler'],
  all: ['file', 'district', 'state', 'days', 'turn', 'due', 'handler'],
  unassigned: ['file', 'district', 'state', 'days', 'turn', 'due'],
};
const OTHERS: readonly Column[] = ['file', 'district', 'state', 'days', 'due', 'handler'];

/** A district's own families need not say whose they are; the agency knows of no handler. */
export function columnsOf(list: ListName, { kind }: Person): readonly Column[] {
  const left: readonly Column[] =
    kind === 'agency'
      ? ['district', 'handler', 'file']
      : kind === 'district' || kind === 'housingUnit'
        ? ['district']
        : [];
  return (COLUMNS[list] ?? OTHERS).filter((column) => !left.includes(column));
}
