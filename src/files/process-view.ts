import type { Due } from '../engine/deadlines.js';
import type { Process } from '../engine/model.js';
import { ruleInWords } from '../engine/lengths.js';
import { policyOn } from '../engine/policy.js';
import type { Registered, Registry } from '../engine/registry.js';
import { shownState } from '../engine/shown.js';
import type { Language } from '../platform/language.js';
import type { DeadlineView, NamedState, ProcessView } from './shapes.js';

/** What a leaf is called, by the name it is shown under; the name itself when the version is not here. */
export function stateLabel(chart: Registered | undefined, shown: string, language: Language): string {
  for (const leaf of chart?.leaves.values() ?? [])
    if (leaf.shown === shown) return leaf.spec?.label[language] ?? shown;
  return shown;
}

/** The leaves that a process stands in, the primary first. */
export function statesOf(registry: Registry, process: Process, language: Language): NamedState[] {
  const chart = registry.pinned(process.workflow, process.version);
  return shownState(registry, process).states.map((state) => ({
    state,
    label: stateLabel(chart, state, language),
  }));
}

/** One process in words. `read` gives the plain value behind a mark. */
export function processView(
  registry: Registry,
  file: string,
  process: Process,
  language: Language,
  read: (value: object) => object,
): ProcessView {
  const { number, workflow, version, parent, openedAt } = process;
  const shown = shownState(registry, process);
  const states = statesOf(registry, process, language);
  return {
    number,
    ref: `${file}/${number}`,
    workflow,
    version,
    label: workflowLabel(registry, workflow, version, language),
    parent,
    state: shown.state,
    stateLabel: states[0]?.label ?? shown.state,
    states,
    open: shown.open,
    waitsFor: shown.waitsFor,
    openedAt,
    enteredAt: shown.enteredAt,
    context: read(process.stored.context) as Record<string, unknown>,
    proposals: process.proposals.map(({ type, by }) => ({ type, by })),
  };
}

/** What a workflow is called. */
export function workflowLabel(registry: Registry, name: string, version: number, language: Language): string {
  return registry.pinned(name, version)?.workflow.label[language] ?? name;
}

/** One term in words. Overdue: the day has passed and somebody should have acted; what moves by itself never is. */
export function deadlineView(
  registry: Registry,
  processes: readonly Process[],
  due: Due,
  now: string,
  language: Language,
): DeadlineView {
  const { name, process, state, day, at, moves } = due;
  const owner = processes.find((one) => one.number === process);
  const workflow = owner && registry.pinned(owner.workflow, owner.version)?.workflow;
  const deadline = workflow?.deadlines[name];
  const since = owner?.stored.since[due.key] ?? day;
  return {
    name,
    process,
    state,
    label: deadline?.label[language] ?? name,
    rule: workflow && deadline ? ruleInWords(deadline.rule, policyOn(workflow, since), language) : '',
    day,
    at,
    moves,
    overdue: !moves && at <= now,
  };
}
