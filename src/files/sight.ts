import type { Day, OrgKind } from '../../workflows/definition.js';
import { about, disclosed, knowsFamilies, seenBy, seenByOf } from '../engine/about.js';
import type { FileState, Person, Process } from '../engine/model.js';
import type { Gate } from '../engine/ports.js';
import type { Registry } from '../engine/registry.js';

/**
 * How much a person sees of a file's own data: `all`; `shared`, what was handed on to their organisation; `coded`, what of
 * that is no personal data; `none`.
 */
export type Depth = 'all' | 'shared' | 'coded' | 'none';

/** What a person sees of a file that they may know of. */
export interface Sight {
  readonly record: Depth;
  readonly processes: readonly Process[];
}

/** Whether as much shows who a household is. */
export const showsWho = (depth: Depth): boolean => depth === 'all' || depth === 'shared';

/** Those whose own the families are, whom they were handed over to whole, or who review it all. */
const WHOLE: ReadonlySet<OrgKind> = new Set(['district', 'housingUnit', 'administration', 'system']);
const DEPTHS: readonly Depth[] = ['none', 'coded', 'shared'];

/** Whether people of a kind see who a household is. */
export const seesHouseholds = (person: Person): boolean => knowsFamilies(person);

/** Whether what stays within the organisation of a family is theirs to see. */
export const keepsToTheirOwn = ({ kind }: Person): boolean => WHOLE.has(kind);

/** Whether people of a kind may know that a process is there. */
export function seesProcess({ kind }: Pick<Person, 'kind'>, kinds: readonly string[]): boolean {
  return kind === 'administration' || kind === 'system' || kinds.includes(kind);
}

/** What a person sees of a file on a day; null when they may not know that it is there. */
export function sightOf(
  { registry, gate }: { readonly registry: Registry; readonly gate: Gate },
  file: FileState,
  person: Person,
  day: Day,
): Sight | null {
  if (!gate.maySee(person, about(registry, file, day), seenByOf(registry, file))) return null;
  const processes = file.processes.filter((one) => seesProcess(person, seenBy(registry, one)));
  return { record: depthOf(registry, file, person, processes), processes };
}

/** What of a process tells how much it discloses. */
export type Disclosing = Pick<Process, 'workflow' | 'version'> & {
  readonly stored: Pick<Process['stored'], 'context'>;
};

/** The most that one of the processes they see says in so many words; where none does, what goes without saying. */
export function depthOf(
  registry: Registry,
  { kind }: Pick<FileState, 'kind'>,
  person: Pick<Person, 'kind'>,
  processes: readonly Disclosing[],
): Depth {
  if (kind === 'dwelling' || WHOLE.has(person.kind)) return 'all';
  const told: Depth[] = [];
  const meant: Depth[] = [];
  for (const { workflow: name, version, stored } of processes) {
    const workflow = registry.pinned(name, version)?.workflow;
    if (workflow === undefined) continue;
    const list = workflow.discloses?.(stored.context)[person.kind] === undefined ? meant : told;
    list.push(disclosed(workflow, stored.context, person.kind) ?? 'none');
  }
  const all = told.length > 0 ? told : meant;
  return DEPTHS[Math.max(0, ...all.map((depth) => DEPTHS.indexOf(depth)))] as Depth;
}
