import type { Day, PolicyRow, Step, Workflow } from '../../workflows/definition.js';

const cache = new WeakMap<Workflow, Map<Day, Step['policy']>>();
const MOST_DAYS = 5_000;

/** Every policy value of a workflow as in force on a day. A name without a row by then is absent. */
export function policyOn(workflow: Workflow, day: Day): Step['policy'] {
  let days = cache.get(workflow);
  if (days === undefined || days.size > MOST_DAYS) cache.set(workflow, (days = new Map()));
  let values = days.get(day);
  if (values === undefined) days.set(day, (values = resolve(workflow, day)));
  return values;
}

function resolve(workflow: Workflow, day: Day): Step['policy'] {
  const entries = Object.entries(workflow.policy).flatMap(([name, rows]) => {
    const row = inForce(rows, day);
    return row === undefined ? [] : [[name, row.value] as const];
  });
  return Object.fromEntries(entries);
}

function inForce(rows: readonly PolicyRow[], day: Day): PolicyRow | undefined {
  return rows.reduce<PolicyRow | undefined>(
    (best, row) => (row.from <= day && (best === undefined || row.from >= best.from) ? row : best),
    undefined,
  );
}
