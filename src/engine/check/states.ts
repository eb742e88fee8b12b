import type { OrgKind, StateSpec, Workflow } from '../../../workflows/definition.js';
import type { Found } from './fault.js';
import { graphOf } from './graph.js';
import { isTransient } from './paths.js';
import { sentence } from './texts.js';

/** Every kind of organisation there is. */
export const ORG_KINDS: readonly OrgKind[] = Object.keys({
  district: 0,
  housingUnit: 0,
  shis: 0,
  agency: 0,
  company: 0,
  administration: 0,
  system: 0,
} satisfies Record<OrgKind, 0>) as OrgKind[];

/** Every leaf where a process can stand is specified, and every specified state is a leaf. */
export function* statesMatch({ machine, states }: Workflow): Generator<Found> {
  const { leaves } = graphOf(machine);
  for (const [path, node] of leaves)
    if (states[path] === undefined && !isTransient(node))
      yield ['states', `the leaf \`${path}\` is not specified.`];
  for (const path of Object.keys(states))
    if (!leaves.has(path)) yield ['states', `\`${path}\` is specified, and is no leaf of the chart.`];
}

/** What a state says of itself. */
export function* statesAreWhole(workflow: Workflow): Generator<Found> {
  for (const [path, spec] of Object.entries(workflow.states)) {
    yield* sentence('states', `the label of \`${path}\``, spec.label);
    if (spec.restsBecause !== undefined)
      yield* sentence('states', `why \`${path}\` rests`, spec.restsBecause);
    yield* waiting(workflow, path, spec);
    if (typeof spec.open !== 'boolean') yield ['states', `\`${path}\` does not say whether it is open.`];
    const context = workflow.machine.config.context as object;
    if (spec.heldBy !== undefined && !Object.hasOwn(context, spec.heldBy))
      yield ['states', `\`${path}\` is held by \`${spec.heldBy}\`, which is not in the context.`];
  }
}

function* waiting(
  { seenBy }: Workflow,
  path: string,
  { open, waitsFor, restsBecause }: StateSpec,
): Generator<Found> {
  if (open && waitsFor === undefined && restsBecause === undefined)
    yield ['states', `\`${path}\` is open, waits for nobody and does not say why it rests.`];
  if (waitsFor === undefined) return;
  if (!ORG_KINDS.includes(waitsFor))
    yield ['states', `\`${path}\` waits for \`${waitsFor}\`, which is no kind of organisation.`];
  else if (waitsFor !== 'system' && !seenBy.includes(waitsFor))
    yield ['states', `\`${path}\` waits for \`${waitsFor}\`, who may not see the process (\`seenBy\`).`];
}

/** The region whose leaf is "the state" is named where there are regions, and only there. */
export function* primaryIsARegion({ machine, primary }: Workflow): Generator<Found> {
  const regions = machine.root.type === 'parallel' ? Object.keys(machine.root.states) : [];
  if (regions.length > 0 && (primary === undefined || !regions.includes(primary)))
    yield ['index', `\`primary\` has to name one of the regions: ${regions.join(', ')}.`];
  if (regions.length === 0 && primary !== undefined)
    yield ['index', `\`primary\` names \`${primary}\`, and the chart has no regions; leave it out.`];
}
