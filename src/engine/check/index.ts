import type { FileKind, Workflow } from '../../../workflows/definition.js';
import { documentsAreWritten, earlierVersionsGoOn, messagesAreWritten, workflowIsWhole } from './basics.js';
import { eventsAreWhole } from './events.js';
import { ask, type Fault, type Found, type Part, type Rule } from './fault.js';
import { formIsWhole } from './form.js';
import { eventsAreWeighed, guardsAreWhole } from './guards.js';
import { kindRules } from './kinds.js';
import { actionsMatch, deadlinesMatch, eventsMatch, guardsMatch } from './names.js';
import { leavesAreOnAWay, nothingHangs, termsHaveOneUse } from './paths.js';
import { deadlinesAreWhole, policyIsDated, reasonsAreListed } from './rows.js';
import { schemaIsSound } from './schemas.js';
import { chartHoldsOnlyNames, chartIsSetUp, regionsStayApart } from './shape.js';
import { primaryIsARegion, statesAreWhole, statesMatch } from './states.js';

export { DefinitionError, type Fault } from './fault.js';

/** Everything that is defined together, for what one definition says of another. */
export interface Defined {
  readonly workflows: readonly Workflow[];
  readonly kinds: readonly FileKind[];
}

/** The rules that a workflow has to keep by itself; DESIGN.md says why (1, 2, 3, 5, 7, 10, 11). */
const rules: readonly Rule<Workflow>[] = [
  workflowIsWhole,
  chartIsSetUp,
  chartHoldsOnlyNames,
  regionsStayApart,
  primaryIsARegion,
  statesMatch,
  statesAreWhole,
  leavesAreOnAWay,
  nothingHangs,
  eventsMatch,
  eventsAreWhole,
  guardsMatch,
  guardsAreWhole,
  eventsAreWeighed,
  formIsWhole,
  actionsMatch,
  deadlinesMatch,
  deadlinesAreWhole,
  termsHaveOneUse,
  policyIsDated,
  reasonsAreListed,
  documentsAreWritten,
  messagesAreWritten,
  earlierVersionsGoOn,
];

/**
 * Everything that is wrong with one workflow, all at once; empty when nothing is. With `all`, also what it says of others
 * (a process picked from another workflow, its kind of file). Never throws for a fault of the definition.
 */
export function checkDefinition(workflow: Workflow, all?: Defined): Fault[] {
  const found = [...ask(workflow, [...rules, schemasAre(all), kindIs(all)])];
  return faults(workflow.name, found, (part) =>
    part === 'index' ? 'index.ts' : `${workflow.name}.${part}.ts`,
  );
}

/** Everything that is wrong with all workflows and kinds of file, and between them. */
export function checkDefinitions(workflows: readonly Workflow[], kinds: readonly FileKind[]): Fault[] {
  const all = { workflows, kinds };
  return [
    ...workflows.flatMap((workflow) => checkDefinition(workflow, all)),
    ...kinds.flatMap((kind) => checkKind(kind, workflows)),
    ...twice(
      workflows.map(({ name, version }) => `${name} version ${version}`),
      'index.ts',
    ),
    ...twice(
      kinds.map(({ name }) => name),
      'files/index.ts',
    ),
  ];
}

function checkKind(kind: FileKind, workflows: readonly Workflow[]): Fault[] {
  const found = [...ask({ kind, workflows }, kindRules)];
  return faults(kind.name, found, (part) =>
    part === 'index' ? `files/${kind.name}.ts` : `files/${kind.name}.${part}.ts`,
  );
}

function schemasAre(all: Defined | undefined): Rule<Workflow> {
  const workflows = all && new Set(all.workflows.map(({ name }) => name));
  return function* schemasAreSound({ open, events, reasons = {} }: Workflow): Generator<Found> {
    const named = Object.entries(events).map(([name, spec]) => [`\`${name}\``, spec] as const);
    for (const [what, { schema, by }] of [['the opening', open] as const, ...named])
      yield* schemaIsSound({ part: 'events', what, reasons, workflows, coded: by === 'engine' }, schema);
  };
}

function kindIs(all: Defined | undefined): Rule<Workflow> {
  return function* kindIsThere({ file }: Workflow): Generator<Found> {
    if (all !== undefined && !all.kinds.some(({ name }) => name === file))
      yield ['index', `it lives in a \`${file}\` file, a kind that is not there.`];
  };
}

/** The same sentence is told once, however many arrows or events it comes from. */
function faults(workflow: string, found: readonly Found[], fileOf: (part: Part) => string): Fault[] {
  const told = new Map(
    found.map(([part, sentence]) => [`${part} ${sentence}`, { workflow, file: fileOf(part), sentence }]),
  );
  return [...told.values()];
}

function twice(names: readonly string[], file: string): Fault[] {
  const again = new Set(names.filter((name, i) => names.indexOf(name) !== i));
  return [...again].map((name) => ({ workflow: name, file, sentence: 'there are two of this name.' }));
}
