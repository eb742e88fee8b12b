import type { Desk } from '../../files/desk.js';
import { draftCount } from '../../files/drafts.js';
import type { ListName } from '../../files/work-lists.js';
import { workLists } from '../../files/work-lists.js';
import type { Person } from '../../engine/model.js';
import type { Language } from '../../platform/language.js';
import { acts } from '../../register/roles.js';
import type { Runtime } from '../../runtime.js';
import { weekday } from '../../domain/days.js';
import { flatStateLabel } from '../../files/flats.js';
import { countOf } from '../beside-lists.js';
import { nameIn } from '../around.js';
import type { DeskFlats, DeskList, DeskPage } from '../pages/desk.js';
import { headings } from '../pages/start.words.js';
import type { Column, WorkLine } from '../pages/work-line.js';
import { houseNames, lineOf as flatLineOf } from './flat-lines.js';
import { mayOpen } from './opening.js';
import { lineOf, wordingFor, type Wording } from './work-lines.js';

/** The lists whose most urgent row stands above everything else, by kind of organisation. */
const URGENT: Readonly<Record<string, readonly ListName[]>> = {
  district: ['todo', 'support'],
  housingUnit: ['todo', 'support'],
  shis: ['proposals', 'offers', 'screening', 'reviews'],
  agency: ['requests'],
  administration: ['follow-ups'],
};
/** The lists that are figures, in their order. */
const FIGURES: Readonly<Record<string, readonly ListName[]>> = {
  district: ['todo', 'support', 'mine', 'supplements', 'follow-ups', 'offers', 'limit-24'],
  housingUnit: ['todo', 'support', 'mine', 'follow-ups', 'after-moves', 'limit-24', 'limit-6'],
  shis: ['proposals', 'offers', 'queue', 'screening', 'moves'],
  agency: ['requests', 'proposals'],
  administration: ['follow-ups', 'unassigned', 'limit-6', 'limit-0'],
};
/** The lists in the main column with their columns; the others stand in the margin. */
const MAIN: Readonly<Partial<Record<ListName, readonly Column[]>>> = {
  todo: ['what', 'due', 'handler', 'step'],
  support: ['what', 'due', 'handler', 'step'],
  mine: ['state', 'days', 'turn', 'due'],
  proposals: ['flat', 'due', 'step'],
  offers: ['flat', 'what', 'due', 'step'],
  requests: ['district', 'days', 'due', 'step'],
  reviews: ['district', 'days', 'due'],
  'follow-ups': ['district', 'state', 'due', 'handler'],
  unassigned: ['district', 'state', 'days'],
};
/** In the margin beside the lists of the main column. */
const MARGIN: readonly ListName[] = [
  ...(['screening', 'replies', 'turnaround', 'limit-0', 'limit-6', 'limit-24', 'moves'] as const),
];
const MOST_FLATS = 12;

/** The desk in words. */
export async function deskShown(
  runtime: Runtime,
  person: Person,
  desk: Desk,
  language: Language,
): Promise<DeskPage> {
  const wording = await wordingFor(runtime, person, language);
  const listOf = (name: ListName): DeskList => ({
    ...{ name, href: `/files?list=${name}` },
    title: (headings[name] ?? workLists[name].label)[language],
    label: workLists[name].label[language],
    empty: workLists[name].empty[language],
    ...countOf(desk.counts[name]),
    ...(isLateOnly(name) && {
      label: (headings[name] ?? workLists[name].label)[language],
      href: `/files?list=${name}&late=1`,
      count: String(desk.counts[name]?.late ?? 0),
    }),
    late: desk.counts[name]?.late ?? 0,
    columns: (MAIN[name] ?? []).filter((column) => person.kind !== 'agency' || column !== 'district'),
    lines: (desk.lists[name] ?? []).map((row) => lineOf(wording, row)),
  });
  const isLateOnly = (name: ListName) => name === 'follow-ups' && person.kind === 'administration';
  // Whoever sees who has what need not be told that it is nothing.
  const isOwn = (name: ListName) => desk.handlers === null || (desk.counts[name]?.count ?? 0) > 0;
  const there = (names: readonly ListName[]) =>
    names.filter((name) => desk.lists[name] !== undefined).map(listOf);
  const urgent = URGENT[person.kind] ?? [];
  const sum = (what: 'count' | 'late') =>
    urgent.reduce((total, name) => total + (desk.counts[name]?.[what] ?? 0), 0);
  return {
    ...{ today: desk.today, weekday: weekday(desk.today), waiting: sum('count'), late: sum('late') },
    first: firstOf(desk, urgent, wording),
    figures: (FIGURES[person.kind] ?? [])
      .filter((name) => desk.counts[name] !== undefined && (name !== 'mine' || isOwn(name)))
      .map(listOf),
    main: there(Object.keys(MAIN) as ListName[]).filter(({ name }) => name !== 'mine' || isOwn(name)),
    margin: there(MARGIN).filter(({ lines }) => lines.length > 0),
    isOwn: person.kind === 'district' || person.kind === 'housingUnit',
    queue: desk.lists.queue?.[0] === undefined ? null : lineOf(wording, desk.lists.queue[0]),
    handlers: desk.handlers && desk.handlers.map((one) => handlerIn(one, wording)),
    flats: desk.flats && (await flatsIn(runtime, desk.flats, language)),
    canRefer: person.kind === 'district',
    opens: opensFor(runtime, person, language),
    begun: person.kind === 'district' ? await draftCount(runtime, person) : 0,
  };
}

/** What somebody may open by hand, but for the referral, which has a button of its own. */
const opensFor = ({ registry }: Runtime, person: Person, language: Language): DeskPage['opens'] =>
  acts(person.role)
    ? registry
        .all()
        .filter(({ workflow }) => workflow.name !== 'referral' && mayOpen(person, workflow))
        .map(({ workflow }) => ({ href: `/new/${workflow.name}`, label: workflow.open.label[language] }))
    : [];

/** What runs out first of all that waits; null when nothing has a term. */
function firstOf(desk: Desk, names: readonly ListName[], wording: Wording): WorkLine | null {
  const rows = names.flatMap((name) => desk.lists[name] ?? []).filter(({ term }) => term !== null);
  const [first] = rows.sort((one, other) => ((one.term?.day ?? '') < (other.term?.day ?? '') ? -1 : 1));
  return first === undefined ? null : lineOf(wording, first);
}

function handlerIn(
  { handler, open, late }: NonNullable<Desk['handlers']>[number],
  { snapshot }: Wording,
): NonNullable<DeskPage['handlers']>[number] {
  return { login: handler, name: handler && nameIn(snapshot, handler), open, late };
}

async function flatsIn(
  runtime: Runtime,
  { free, empty, rooms }: NonNullable<Desk['flats']>,
  language: Language,
): Promise<DeskFlats> {
  const names = await houseNames(runtime);
  const label = flatStateLabel(runtime.registry, 'available')[language];
  return {
    ...{ count: free.length, empty, rooms },
    lines: free
      .slice(0, MOST_FLATS)
      .map(({ flat, matches }) => flatLineOf(flat, names, label, language, matches)),
  };
}
