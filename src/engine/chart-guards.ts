import type { Guard, Step, Text, Workflow } from '../../workflows/definition.js';

/** A guard as a chart writes it: a name, or XState's and/or/not over guards. */
export type Guarded =
  | string
  | { readonly type: string }
  | (((...args: never[]) => unknown) & { readonly guards: readonly Guarded[] });

/** Whether an event would be taken now. `allowed-if`: sentences still open; `guard`: sentences that failed. */
export interface Answer {
  readonly kind: 'allowed' | 'allowed-if' | 'guard' | 'not-possible-now';
  readonly sentences: readonly Text[];
}

/** Kleene's three values: what a guard says when some of the data is not there yet. */
interface Told {
  readonly value: true | false | 'open';
  readonly failed: readonly Text[];
  readonly open: readonly Text[];
}
type Seen = { context: object; step: Step };

/** Asks a guard expression and tells which sentences failed or are open. */
export function askGuard(workflow: Workflow, guard: Guarded, seen: Seen, complete: boolean): Answer {
  const told = tell(workflow, guard, seen, complete);
  if (told.value === true) return { kind: 'allowed', sentences: [] };
  if (told.value === 'open') return { kind: 'allowed-if', sentences: told.open };
  return { kind: 'guard', sentences: told.failed };
}

/** The names used in a guard expression. */
export function guardNames(guard: Guarded): string[] {
  if (typeof guard === 'string') return [guard];
  return typeof guard === 'function' ? guard.guards.flatMap(guardNames) : [guard.type];
}

/** A rule that an event is weighed by: shown before it is taken, without stopping it. */
export interface Weighed {
  readonly says: Text;
  readonly source: Text | null;
  readonly holds: boolean;
}

/** How each rule that an event is weighed by stands. */
export const weigh = (workflow: Workflow, names: readonly string[], seen: Seen): Weighed[] =>
  names.map((name) => {
    const { says, source = null, ...guard } = workflow.guards[name] as Guard<object>;
    return { says, source, holds: guard.holds(seen) };
  });

function tell(workflow: Workflow, guard: Guarded, seen: Seen, complete: boolean): Told {
  if (typeof guard !== 'function') {
    const name = typeof guard === 'string' ? guard : guard.type;
    return tellOne(workflow.guards[name] as Guard<object>, seen, complete);
  }
  const parts = guard.guards.map((part) => tell(workflow, part, seen, complete));
  if (guard.name === 'not') return negate(parts[0] as Told, workflow, guard.guards[0] as Guarded);
  return guard.name === 'or' ? either(parts) : all(parts);
}

function tellOne(guard: Guard<object>, seen: Seen, complete: boolean): Told {
  const says = [guard.says];
  const answerable = complete || guard.needs === 'state' || hasAll(seen.step.data, guard.needs);
  if (!answerable) return { value: 'open', failed: [], open: says };
  if (guard.holds(seen)) return { value: true, failed: [], open: [] };
  return { value: false, failed: [guard.tells?.(seen) ?? guard.says], open: [] };
}

function hasAll(data: Step['data'], needs: readonly string[]): boolean {
  return needs.every((field) => data[field] !== undefined);
}

function all(parts: readonly Told[]): Told {
  const failed = parts.flatMap((p) => p.failed);
  const open = parts.flatMap((p) => p.open);
  if (parts.some((p) => p.value === false)) return { value: false, failed, open: [] };
  return parts.some((p) => p.value === 'open')
    ? { value: 'open', failed: [], open }
    : { value: true, failed: [], open: [] };
}

function either(parts: readonly Told[]): Told {
  if (parts.some((p) => p.value === true)) return { value: true, failed: [], open: [] };
  const open = parts.filter((p) => p.value === 'open').flatMap((p) => p.open);
  if (open.length > 0) return { value: 'open', failed: [], open };
  return { value: false, failed: parts.flatMap((p) => p.failed), open: [] };
}

/** A guard is one positive fact; where a chart needs its contrary, the sentence says that it must not be so. */
function negate(part: Told, workflow: Workflow, guard: Guarded): Told {
  const says = guardNames(guard).map((name) => contrary((workflow.guards[name] as Guard<object>).says));
  if (part.value === 'open') return { value: 'open', failed: [], open: says };
  return part.value ? { value: false, failed: says, open: [] } : { value: true, failed: [], open: [] };
}

function contrary(says: Text): Text {
  return { sv: `Får inte vara så: ${says.sv}`, en: `Must not be so: ${says.en}` };
}
