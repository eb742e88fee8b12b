import type { Text } from '../../workflows/definition.js';
import type { FileAbout, Gate } from '../engine/ports.js';
import type { Person } from '../engine/model.js';
import type { Registry } from '../engine/registry.js';
import type { Task, WorkList } from './work-list-shape.js';
import { workLists } from './work-lists.js';
import type { StoredProcess } from './work-rows.queries.js';

/** A step that a row of a list is there for. */
export interface RowStep {
  readonly type: string;
  readonly label: Text;
}

const asking: readonly Task[] = Object.values(workLists).flatMap(({ holds }: WorkList) =>
  typeof holds === 'string' ? [] : holds.filter(({ asks = [] }) => asks.length > 0),
);

/** What a row about a process waits for, by its term or its state, as far as its reader may do it. */
export function stepsOf(
  { registry, gate, person }: { readonly registry: Registry; readonly gate: Gate; readonly person: Person },
  file: FileAbout,
  { workflow, version, state }: StoredProcess,
  term: string | undefined,
): RowStep[] {
  const events = registry.pinned(workflow, version)?.workflow.events ?? {};
  const task = asking.find(
    (one) => one.workflow === workflow && ('deadline' in one ? one.deadline === term : one.state === state),
  );
  return (task?.asks ?? []).flatMap((type) => {
    const { by = 'engine', label } = events[type] ?? {};
    if (label === undefined || by === 'engine' || gate.mayAct(person, by, file) !== null) return [];
    return { type, label };
  });
}

/** Whether a process waits for a step, by a term that runs in it: the answer that a list is there for. */
export const isAwaited = (workflow: string, terms: readonly string[], type: string): boolean =>
  asking.some(
    (one) =>
      one.workflow === workflow &&
      'deadline' in one &&
      terms.includes(one.deadline) &&
      one.asks?.includes(type) === true,
  );
