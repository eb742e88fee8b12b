import { assign } from 'xstate';
import type { AnyActorLogic, AnyStateMachine } from 'xstate';
import type { ChartEvent, Step, Workflow } from '../../workflows/definition.js';

/** XState never reads it: the engine derives every due date itself. It only has to be there for `after` to be kept. */
const NEVER_READ_MS = 2_147_483_647;

/** Puts a folder's guards, updates, effects and deadlines behind the names in its chart. */
export function bindMachine(workflow: Workflow): AnyStateMachine {
  const guards = mapValues(
    workflow.guards,
    (guard) =>
      ({ context, event }: { context: object; event: ChartEvent }) =>
        guard.holds({ context, step: stepOf(event) }),
  );
  const updates = mapValues(workflow.updates, (update) =>
    assign(({ context, event }: { context: object; event: ChartEvent }) =>
      update({ context, step: stepOf(event) }),
    ),
  );
  const effects = mapValues(workflow.effects, () => () => undefined);
  const delays = mapValues(workflow.deadlines, () => NEVER_READ_MS);
  return workflow.machine.provide({
    guards,
    actions: { ...updates, ...effects },
    delays,
  } as never);
}

/**
 * The machine for XState's pure functions. They first make an actor of it, which would run a whole opening without a step
 * before every transition, and fail in the opening's updates unseen; this one opens only when there is a step.
 */
export function logicOf(machine: AnyStateMachine): AnyActorLogic {
  const unopened = { status: 'active', output: undefined, error: undefined };
  return {
    transition: (snapshot, event, scope) =>
      machine.transition(snapshot as never, event as never, scope as never),
    getInitialSnapshot: (scope, input: unknown) =>
      input === undefined ? unopened : machine.getInitialSnapshot(scope as never, input as never),
    getPersistedSnapshot: (snapshot) => snapshot,
  } as AnyActorLogic;
}

/** The step inside a chart's event: XState's own first event carries it as input. */
export function stepOf(event: ChartEvent): Step {
  return event.type === 'xstate.init' ? (event as { input: Step }).input : (event as Step);
}

function mapValues<V, W>(record: Readonly<Record<string, V>>, map: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
