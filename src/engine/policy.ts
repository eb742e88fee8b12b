import type { Day, PolicyRow, Step, Workflow } from '../../workflows/definition.js';

const cache = new WeakMap<Workflow, Map<Day, Step['policy']>>();
const MOST_DAYS = 5_000;

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
  const entries = Object.entries(workflow.policy).map(
    ([name, rows]) => [name, inForce(rows, day).value] as const,
  );
  return Object.fromEntries(entries);
}

/** The rows are in order of days (`checkDefinition`), and there is at least one. */
function inForce(rows: readonly PolicyRow[], day: Day): PolicyRow {
  return rows.findLast((row) => row.from <= day) ?? (rows[0] as PolicyRow);
}
