import type { OrgKind } from '../../../workflows/definition.js';
import { about } from '../../engine/about.js';
import type { FileState, Person, Process } from '../../engine/model.js';
import type { Gate } from '../../engine/ports.js';
import { seenByOf } from '../../engine/prepare.js';
import type { Registry } from '../../engine/registry.js';

/** What a person sees of a file that they may know of. */
export interface Sight {
  /** Whether the household's own data is shown; a flat's always is. */
  readonly record: boolean;
  readonly processes: readonly Process[];
}

/** Those who answer for a part of a case, but not for the family. */
const NOT_THE_FAMILY: ReadonlySet<OrgKind> = new Set(['agency', 'company']);

/** Whether people of a kind see who a household is. */
export const seesHouseholds = ({ kind }: Person): boolean => !NOT_THE_FAMILY.has(kind);

/** Whether people of a kind may know that a process is there. */
export function seesProcess({ kind }: Person, seenBy: readonly string[]): boolean {
  return kind === 'administration' || kind === 'system' || seenBy.includes(kind);
}

/** What a person sees of a file; null when they may not know that it is there. */
export function sightOf(registry: Registry, gate: Gate, file: FileState, person: Person): Sight | null {
  if (!gate.maySee(person, about(registry, file), seenByOf(registry, file))) return null;
  return {
    record: file.kind === 'dwelling' || seesHouseholds(person),
    processes: file.processes.filter((one) =>
      seesProcess(person, registry.pinned(one.workflow, one.version)?.workflow.seenBy ?? []),
    ),
  };
}
