import { randomUUID } from 'node:crypto';
import type { OrgKind } from '../../../workflows/definition.js';
import { fileOf } from '../../../workflows/refs.js';
import type { Search } from '../../../workflows/referral/referral.context.js';
import { aboutNow } from '../../access/about-now.js';
import { mayReadLogOf } from '../../access/log-of.js';
import { casePicture } from '../../diagram/case-picture.js';
import { ageOn } from '../../domain/household.js';
import { dayOf } from '../../domain/zone.js';
import { called } from '../../files/case-name.js';
import type { z } from 'zod';
import { flatsCalled } from '../../files/called.js';
import { wayOf, type CaseWay } from '../../files/case-way.js';
import { clockOf } from '../../files/clock-view.js';
import { disclosuresOf } from '../../files/disclosures.js';
import { dataInWords, elementOf, fieldInWords, type Vocabulary } from '../../files/in-words.js';
import { alikeTo } from '../../files/alike.js';
import { fileView, type Opened } from '../../files/file-view.js';
import { pauseIn } from '../../files/pauses.js';
import type { FileView, ProcessView } from '../../files/shapes.js';
import { isAwaited } from '../../files/row-steps.js';
import { nameIn } from '../around.js';
import { entries } from '../entry.js';
import type { Asked } from '../page.js';
import type { CasePage, CaseSummary, Member } from '../pages/file/case.js';
import { fileWords } from '../pages/file/file.words.js';
import { calledBy, houses, loggedEvents, refsIn } from './case-log.js';

/** Events on the first page of a case; the rest stand on the page of its log. */
const SHOWN = 12;

type Reading = Pick<Asked, 'runtime' | 'language' | 'session'>;

/** What every page of a case shows of it in its head. */
export async function summaryOf(asked: Reading, opened: Opened): Promise<CaseSummary> {
  const { runtime, language } = asked;
  const view = await fileView(runtime, opened, opened.person, language);
  const snapshot = await runtime.directory.snapshot();
  const today = dayOf(runtime.clock.now());
  const main = mainOf(view.processes);
  const tenancy = opened.sight.processes.findLast((one) => one.workflow === 'tenancy');
  const pause = await pauseIn(runtime, opened, language);
  const own = view.processes.flatMap(({ context }) => refsIn([context['dwelling'], context['earmarked']]));
  const flats = await flatsCalled(runtime, opened.person, [`${view.id}/1`, ...own]);
  return {
    ...{ language, token: asked.session.formToken, today, view, main },
    turn: main && turnOf(runtime, opened, main),
    also: main === null ? [] : alsoIn(runtime, opened, main),
    name: called(view, { registers: snapshot, language, called: calledBy(flats) }),
    district: view.district && (snapshot.organisations.get(view.district)?.name ?? view.district),
    assignee: view.assignee && nameIn(snapshot, view.assignee),
    isProtected: aboutNow(runtime, opened.file).isProtected,
    emergencyUntil: await emergencyUntil(runtime, opened),
    kind: opened.person.kind,
    may: {
      match: entries.matching.lets(opened.person),
      readLog: mayReadLogOf(opened.person, { responsible: view.district }),
      examine: entries.auditor.lets(opened.person),
    },
    pause: pause && { ...pause, by: pause.by && nameIn(snapshot, pause.by) },
    clock: tenancy === undefined ? null : clockOf(runtime.registry, tenancy, today),
    flats: [...flats].flatMap(([file, label]) => (file === view.id ? [] : { file, label })),
  };
}

/** Until when the reader may read a case that they have opened in an emergency. */
async function emergencyUntil({ emergency, clock }: Asked['runtime'], { person, file }: Opened) {
  const isOpen = person.emergency?.includes(file.id) === true;
  return isOpen ? emergency.until(person.login, file.id, clock.now()) : null;
}

/** All that stands on the page of a case. */
export async function casePageOf(
  asked: Reading,
  opened: Opened,
  wanted: { readonly process?: number | undefined; readonly done?: number | undefined },
): Promise<CasePage> {
  const { runtime, language } = asked;
  const summary = await summaryOf(asked, opened);
  const way = await wayOf(runtime, opened, language);
  const { view, main, today } = summary;
  const { events } = await loggedEvents(asked, opened, { before: 2 ** 31 - 1, limit: SHOWN }, way);
  const words = { registers: await runtime.directory.snapshot(), language, ...(await houses(runtime)) };
  const drawn = view.processes.find(({ number }) => number === wanted.process) ?? main;
  return {
    ...summary,
    key: randomUUID(),
    record: recordOf(runtime, view, words),
    kin: kinOf(view),
    disclosures: await disclosuresOf(runtime, opened, language),
    alike: await alikeTo(runtime, opened),
    members: membersOf(view, today, words, runtime.registry.kind('household').record),
    search: searchIn(view),
    awaited: awaitedIn(view),
    chart: drawn === null ? null : await chartOf(asked, drawn, way),
    events,
    done: wanted.done === undefined ? null : (events.find(({ seq }) => seq === wanted.done)?.told ?? null),
  };
}

/** The steps that its processes wait for, by the terms that run in them. */
const awaitedIn = ({ processes, deadlines, actions }: FileView): ReadonlySet<string> =>
  new Set(
    processes.flatMap(({ number, workflow }) => {
      const terms = deadlines.filter(({ process }) => process === number).map(({ name }) => name);
      const own = actions.filter(
        ({ process, type }) => process === number && isAwaited(workflow, terms, type),
      );
      return own.map(({ type }) => `${number}.${type}`);
    }),
  );

/** The last search of SHIS's own flats that the reader may see. */
function searchIn({ processes }: FileView): CasePage['search'] {
  const contexts = processes.filter(({ workflow }) => workflow === 'referral').map(({ context }) => context);
  const last = contexts.findLast((one) => one['search'] != null)?.['search'] as Search | undefined;
  if (last === undefined) return null;
  const { on, results } = last;
  return { on, all: results.length, fit: results.filter(({ reason }) => reason === null).length };
}

/** The process that the case is about now: the newest open one in which somebody has to act, else the newest open one, else the last. */
function mainOf(processes: readonly ProcessView[]): ProcessView | null {
  const open = processes.filter((one) => one.open);
  const byTurn = open.filter(({ waitsFor }) => waitsFor !== null);
  return byTurn.at(-1) ?? open.at(-1) ?? processes.at(-1) ?? null;
}

/** Whose turn it is: by the state, else by another region in which somebody has something to do. */
function turnOf({ registry }: Asked['runtime'], { file }: Opened, main: ProcessView): OrgKind | null {
  if (main.waitsFor !== null) return main.waitsFor as OrgKind;
  const version = file.processes.find(({ number }) => number === main.number)?.version ?? 0;
  const leaves = [...(registry.pinned(main.workflow, version)?.leaves.values() ?? [])];
  const specs = main.states.map(({ state }) => leaves.find(({ shown }) => shown === state)?.spec);
  return specs.find((one) => one?.due !== undefined && one.waitsFor !== undefined)?.waitsFor ?? null;
}

/** States of the other regions in which somebody has something to do; those that rest say nothing. */
function alsoIn({ registry }: Asked['runtime'], { file }: Opened, main: ProcessView): string[] {
  const version = file.processes.find(({ number }) => number === main.number)?.version ?? 0;
  const leaves = [...(registry.pinned(main.workflow, version)?.leaves.values() ?? [])];
  return main.states.slice(1).flatMap(({ state, label }) => {
    const spec = leaves.find(({ shown }) => shown === state)?.spec;
    return spec?.due === undefined && spec?.waitsFor === undefined ? [] : [label];
  });
}

function recordOf({ registry }: Asked['runtime'], view: FileView, words: Vocabulary): CasePage['record'] {
  const record = view[view.kind];
  if (record === undefined) return null;
  // Persons, district and handler stand elsewhere on the page.
  const elsewhere = new Set(['district', 'assignee', 'handlers', 'members', 'stays', ...KIN]);
  const rest = Object.fromEntries(Object.entries(record).filter(([name]) => !elsewhere.has(name)));
  return { said: dataInWords(words, registry.kind(view.kind).record, rest) };
}

const KIN = ['partedFrom', 'parts', 'merged', 'mergedInto'] as const;

/** The cases that a household was parted from or merged with, as far as the reader may see them. */
function kinOf({ household }: FileView): CasePage['kin'] {
  return KIN.flatMap((as) => {
    const told = household?.[as] as Kin | readonly Kin[] | undefined;
    return [told ?? []]
      .flat()
      .flatMap(({ file, on }) => (file.ref === undefined ? [] : { as, on, file: fileOf({ ref: file.ref }) }));
  });
}
interface Kin {
  readonly file: { readonly ref?: string };
  readonly on: string;
}

function membersOf({ household }: FileView, today: string, words: Vocabulary, record: z.ZodType): Member[] {
  const members = (household?.['members'] ?? []) as readonly (Omit<Member, 'age' | 'also'> & {
    born?: string | null;
  })[];
  const also = (one: { readonly adult: boolean }): string[] =>
    one.adult
      ? []
      : ['share', 'school'].flatMap((name) => {
          const said = fieldInWords(words, elementOf(record, 'members'), one, name);
          if (said?.value == null) return [];
          return name === 'share' ? `${fileWords.livesHome[words.language]} ${said.value}` : said.value;
        });
  return members
    .map((one) => ({ ...one, also: also(one) }))
    .map(({ ref, name, adult, to, born, also: more }) => ({
      ...{ ref, name, adult, to, also: more },
      age: born ? ageOn(born, today) : null,
    }))
    .sort((one, other) => Number(one.to !== null) - Number(other.to !== null));
}

async function chartOf(
  { runtime, language }: Reading,
  process: ProcessView,
  way: CaseWay,
): Promise<CasePage['chart']> {
  const chart = runtime.registry.pinned(process.workflow, process.version);
  if (chart === undefined) return null;
  const leaves = [...chart.leaves];
  return {
    process,
    picture: await casePicture(chart.workflow, language),
    shown: new Map(leaves.map(([path, { shown }]) => [path, shown])),
    labels: new Map(leaves.flatMap(([path, { spec }]) => (spec ? [[path, spec.label[language]]] : []))),
    visits: way.visits.get(process.number) ?? [],
  };
}
