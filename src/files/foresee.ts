import type { OrgKind, Step, Workflow } from '../../workflows/definition.js';
import { dayOf } from '../domain/zone.js';
import { seenBy } from '../engine/about.js';
import { weigh, type Weighed } from '../engine/chart-guards.js';
import type { Plan } from '../engine/decide.js';
import { sameDue } from '../engine/deadlines.js';
import type { EventBody, FileState, Person, Process } from '../engine/model.js';
import { nextState } from '../engine/next-state.js';
import { policyOn } from '../engine/policy.js';
import type { Runtime } from '../runtime.js';
import type { Language } from '../platform/language.js';
import { ruleInWords } from './action-view.js';
import { deadlineView, statesOf, workflowLabel } from './process-view.js';
import type { Foreseen, ForeseenFile } from './event-shapes.js';
import { depthOf, seesProcess, sightOf, type Depth, type Sight } from './sight.js';
import { tell, type Telling } from './told.js';

type Draft = Plan['files'][number];

/** What a plan would do, as far as a person may see the files that it touches. */
export async function foreseenFrom(
  runtime: Runtime,
  plan: Plan,
  { person, language }: { readonly person: Person; readonly language: Language },
): Promise<Foreseen> {
  const { registry, engine, directory, clock } = runtime;
  const telling = { registry, registers: await directory.snapshot(), language };
  const files = plan.files.flatMap((draft) => {
    const after = nextState(draft);
    const day = dayOf(clock.now());
    const seen = sightOf(engine.ports, after, person, day);
    // Whoever loses sight of a case by their own step is told what becomes of it.
    const sight = seen ?? (draft.base && sightOf(engine.ports, draft.base, person, day));
    return sight === null
      ? []
      : { ...fileForeseen(telling, draft, after, sight, clock.now()), isLost: seen === null };
  });
  const weighed = weighedIn(runtime, plan).map((one) => ruleInWords(one, language));
  return { dryRun: true, proposed: plan.proposed, weighed, files };
}

/** The rules that a planned step is weighed by, as it left its process. */
function weighedIn({ registry }: Runtime, { origin, files }: Plan): Weighed[] {
  if (origin?.process === undefined) return [];
  const { workflow: name = '', version = 0, type, process, file } = origin;
  const workflow = registry.pinned(name, version)?.workflow;
  const weighs = (type === 'open' ? workflow?.open : workflow?.events[type])?.weighs;
  const after = files.find(({ id }) => id === file)?.processes.get(process);
  if (workflow === undefined || weighs === undefined || after === undefined) return [];
  const seen = { context: after.stored.context, step: stepOf(workflow, origin, process) };
  return weigh(workflow, weighs, seen);
}

/** The step of an event as guards see it. */
function stepOf(workflow: Workflow, body: EventBody, process: number): Step {
  const { type, data, known, occurredAt, recordedAt, by, role, orgKind, organisation, cause, file } = body;
  const day = dayOf(occurredAt);
  const meta = { occurredAt, recordedAt, day, by, role, orgKind, organisation, cause: cause.kind };
  return { type, data, known, policy: policyOn(workflow, day), meta, self: { ref: `${file}/${process}` } };
}

/** What becomes of one file, as far as a person sees it. */
export function fileForeseen(
  telling: Telling,
  draft: Pick<Draft, 'id' | 'kind' | 'base'> & { readonly events: readonly EventBody[] },
  after: FileState,
  sight: Sight,
  now: string,
): Omit<ForeseenFile, 'isLost'> {
  const { registry, language } = telling;
  const seen = new Set(sight.processes.map(({ number }) => number));
  const before = draft.base?.deadlines ?? [];
  return {
    id: draft.id,
    kind: draft.kind,
    isNew: draft.base === null,
    events: draft.events
      .filter(({ process }) => (process === undefined ? sight.record !== 'none' : seen.has(process)))
      .map((body) => ({
        process: body.process ?? null,
        workflow: body.workflow ?? null,
        type: body.type,
        told: tell(telling, body, draft.kind),
        occurredAt: body.occurredAt,
        cause: body.cause.kind,
      })),
    changes: sight.processes.flatMap((process) => changeOf(telling, draft.base, process)),
    ...(sight.record !== 'none' && handedOn(telling, draft, after)),
    discloses: draft.base === null ? [] : disclosedBy(registry, draft.base, after),
    deadlines: after.deadlines
      .filter((due) => seen.has(due.process))
      .filter(
        (due) =>
          !before.some((one) => one.process === due.process && one.key === due.key && sameDue(one, due)),
      )
      .map((due) => deadlineView(registry, after.processes, due, now, language)),
  };
}

/** Who answers for a file and who handles it, where that becomes another. */
function handedOn(
  { registry }: Telling,
  { kind, base }: Pick<Draft, 'kind' | 'base'>,
  after: FileState,
): Pick<ForeseenFile, 'responsible' | 'assignee'> {
  if (base === null) return {};
  const { responsible, assignee } = registry.kind(kind);
  const [who, hand] = [responsible, assignee].map((ask) => ({
    before: ask(base.record),
    after: ask(after.record),
  }));
  return {
    ...(who && who.before !== who.after && { responsible: who }),
    ...(hand && hand.before !== hand.after && { assignee: hand }),
  };
}

/** To whom a household is disclosed as far as its processes say; those who answer for it see it whole. */
const TOLD_OF: readonly OrgKind[] = ['shis', 'agency', 'company'];

/** What kinds of organisation see of a household, where that becomes more or less. */
const disclosedBy = (
  registry: Telling['registry'],
  base: FileState,
  after: FileState,
): ForeseenFile['discloses'] =>
  TOLD_OF.flatMap((kind) => {
    const [one, other] = [base, after].map((file) => {
      const theirs = file.processes.filter((process) => seesProcess({ kind }, seenBy(registry, process)));
      return depthOf(registry, file, { kind }, theirs);
    }) as [Depth, Depth];
    if (one === other || one === 'all' || other === 'all') return [];
    return { kind, before: one, after: other };
  });

function changeOf(
  { registry, language }: Telling,
  base: FileState | null,
  process: Process,
): ForeseenFile['changes'] {
  const earlier = base?.processes.find(({ number }) => number === process.number);
  const before = earlier === undefined ? null : statesOf(registry, earlier, language);
  const after = statesOf(registry, process, language);
  if (before !== null && names(before) === names(after)) return [];
  const { number, workflow, version } = process;
  return [
    { process: number, workflow, label: workflowLabel(registry, workflow, version, language), before, after },
  ];
}

const names = (states: readonly { readonly state: string }[]): string =>
  states.map(({ state }) => state).join(' ');
