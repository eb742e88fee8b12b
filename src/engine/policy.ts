import type { Day, PolicyRow, Step, Workflow } from '../../workflows/definition.js';

/** A row that the register adds to a workflow's own. */
export interface AddedPolicy extends PolicyRow {
  readonly workflow: string;
  readonly name: string;
}

const added = new WeakMap<Workflow, readonly AddedPolicy[]>();
const cache = new WeakMap<Workflow, Map<Day, Step['policy']>>();
const MOST_DAYS = 5_000;

/** Lays rows of the register beside a workflow's own, in order of days; those laid before are gone. */
export function layPolicy(workflow: Workflow, rows: readonly AddedPolicy[]): void {
  if (JSON.stringify(added.get(workflow) ?? []) === JSON.stringify(rows)) return;
  added.set(workflow, rows);
  cache.delete(workflow);
}

/** Every row of one policy value, its workflow's own and the register's, oldest first; of one day the last counts. */
export const policyRows = (workflow: Workflow, name: string): readonly PolicyRow[] =>
  [...(workflow.policy[name] ?? []), ...(added.get(workflow) ?? []).filter((row) => row.name === name)].sort(
    (one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0),
  );

/** Every policy value of a workflow as in force on a day. Before its first row a value is that row's. */
export function policyOn(workflow: Workflow, day: Day): Step['policy'] {
  let days = cache.get(workflow);
  if (days === undefined || days.size > MOST_DAYS) cache.set(workflow, (days = new Map()));
  let values = days.get(day);
  if (values === undefined) days.set(day, (values = resolve(workflow, day)));
  return values;
}

/** Every policy value of a workflow as its last row says. */
export const newestPolicy = (workflow: Workflow): Step['policy'] => policyOn(workflow, '9999-12-31');

function resolve(workflow: Workflow, day: Day): Step['policy'] {
  const entries = Object.keys(workflow.policy).map(
    (name) => [name, inForce(policyRows(workflow, name), day).value] as const,
  );
  return Object.fromEntries(entries);
}

/** The rows are in order of days, and there is at least one (`checkDefinition`). */
function inForce(rows: readonly PolicyRow[], day: Day): PolicyRow {
  return rows.findLast((row) => row.from <= day) ?? (rows[0] as PolicyRow);
}
