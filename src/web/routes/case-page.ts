import { randomUUID } from 'node:crypto';
import { aboutNow } from '../../access/about-now.js';
import { casePicture } from '../../diagram/case-picture.js';
import { ageOn } from '../../domain/household.js';
import { dayOf } from '../../domain/zone.js';
import { called } from '../../files/case-name.js';
import { flatsCalled } from '../../files/called.js';
import { wayOf } from '../../files/case-way.js';
import { clockOf } from '../../files/clock-view.js';
import { dataInWords, type Vocabulary } from '../../files/in-words.js';
import { fileView, type Opened } from '../../files/file-view.js';
import type { TrailEvent } from '../../files/event-shapes.js';
import type { FileView, ProcessView } from '../../files/shapes.js';
import { eventsOf, specOf } from '../../files/trail.js';
import { nameIn } from '../around.js';
import type { Asked } from '../page.js';
import type { CasePage, LoggedEvent, Member } from '../pages/file/case.js';

/** Events on the first page of a case; the rest stand on the page of its log. */
const SHOWN = 12;

/** All that stands on the page of a case. */
export async function casePageOf(
  asked: Pick<Asked, 'runtime' | 'language' | 'session'>,
  opened: Opened,
  wanted: { readonly process?: number | undefined; readonly done?: number | undefined },
): Promise<CasePage> {
  const { runtime, language } = asked;
  const view = await fileView(runtime, opened, opened.person, language);
  const snapshot = await runtime.directory.snapshot();
  const way = await wayOf(runtime, opened, language);
  const { events, last } = await eventsOf(runtime, opened, { before: 2 ** 31 - 1, limit: SHOWN }, language);
  const own = view.processes.flatMap(({ context }) => refsIn([context['dwelling'], context['earmarked']]));
  const flats = await flatsCalled(runtime, opened.person, [`${view.id}/1`, ...refsIn([view, events])]);
  const words = {
    registers: snapshot,
    language,
    called: (ref: string) => flats.get(ref.split('/')[0] ?? ''),
  };
  const today = dayOf(runtime.clock.now());
  const main = mainOf(view.processes);
  const drawn = view.processes.find(({ number }) => number === wanted.process) ?? main;
  const tenancy = opened.sight.processes.findLast((one) => one.workflow === 'tenancy');
  return {
    language,
    token: asked.session.formToken,
    key: randomUUID(),
    today,
    view,
    main,
    also: main === null ? [] : alsoIn(runtime, opened, main),
    name: called(view, words),
    district:
      view.district === null ? null : (snapshot.organisations.get(view.district)?.name ?? view.district),
    assignee: view.assignee === null ? null : nameIn(snapshot, view.assignee),
    isMine: view.assignee === opened.person.login,
    isProtected: aboutNow(runtime, opened.file).isProtected,
    kind: opened.person.kind,
    record: recordOf(runtime, opened, view, words),
    members: membersOf(view, today),
    clock: tenancy === undefined ? null : clockOf(runtime.registry, tenancy, today),
    chart: drawn === null ? null : await chartOf(asked, drawn, way),
    events: events.map((one) => loggedEvent(asked, opened, one, words, way)),
    more: last !== null,
    flats: [...new Set(own)].flatMap((ref) => {
      const label = words.called(ref);
      return label === undefined ? [] : [{ file: ref.split('/')[0] ?? '', label }];
    }),
    done: wanted.done === undefined ? null : (events.find(({ seq }) => seq === wanted.done)?.told ?? null),
  };
}

/** The process that the case is about now: the newest open one in which somebody has to act, else the newest open one, else the last. */
export function mainOf(processes: readonly ProcessView[]): ProcessView | null {
  const open = processes.filter((one) => one.open);
  const byTurn = open.filter(({ waitsFor }) => waitsFor !== null);
  return byTurn.at(-1) ?? open.at(-1) ?? processes.at(-1) ?? null;
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

/** One event with who did it, what it said and what it moved. */
export function loggedEvent(
  { runtime }: Pick<Asked, 'runtime'>,
  { file }: Opened,
  event: TrailEvent,
  words: Vocabulary,
  way: Awaited<ReturnType<typeof wayOf>>,
): LoggedEvent {
  const version = file.processes.find(({ number }) => number === event.process)?.version;
  const named = {
    type: event.type,
    ...(event.workflow && version ? { workflow: event.workflow, version } : {}),
  };
  const spec = specOf(runtime.registry, file, named);
  const reasons =
    event.workflow === null
      ? runtime.registry.kind(file.kind).reasons
      : runtime.registry.pinned(event.workflow, version ?? 0)?.workflow.reasons;
  return {
    ...event,
    name: nameIn(words.registers, event.by),
    said: spec === undefined ? [] : dataInWords({ ...words, reasons }, spec.schema, event.data),
    moves: way.moves.get(event.seq) ?? [],
  };
}

function recordOf(
  { registry }: Asked['runtime'],
  { file }: Opened,
  view: FileView,
  words: Vocabulary,
): CasePage['record'] {
  const record = view[file.kind];
  if (record === undefined) return null;
  const { district: _, assignee: __, handlers: ___, ...rest } = record;
  return { plain: record, said: dataInWords(words, registry.kind(file.kind).record, rest) };
}

function membersOf({ household }: FileView, today: string): Member[] {
  const members = (household?.['members'] ?? []) as readonly (Omit<Member, 'age'> & {
    born?: string | null;
  })[];
  return members
    .map(({ ref, name, adult, to, born }) => ({
      ...{ ref, name, adult, to },
      age: born ? ageOn(born, today) : null,
    }))
    .sort((one, other) => Number(one.to !== null) - Number(other.to !== null));
}

async function chartOf(
  { runtime, language }: Pick<Asked, 'runtime' | 'language'>,
  process: ProcessView,
  way: Awaited<ReturnType<typeof wayOf>>,
): Promise<CasePage['chart']> {
  const chart = runtime.registry.pinned(process.workflow, process.version);
  if (chart === undefined) return null;
  const shown = new Map([...chart.leaves].map(([path, leaf]) => [path, leaf.shown]));
  const labels = new Map(
    [...chart.leaves].flatMap(([path, { spec }]) => (spec ? [[path, spec.label[language]] as const] : [])),
  );
  const picture = await casePicture(chart.workflow, language);
  return { process, picture, shown, labels, visits: way.visits.get(process.number) ?? [] };
}

const REF = /"ref":"([^"]+)"/g;
/** The refs of processes that stand anywhere in some data. */
export const refsIn = (values: readonly unknown[]): string[] =>
  values.flatMap((one) => [...(JSON.stringify(one) ?? '').matchAll(REF)].map(([, ref]) => ref as string));
