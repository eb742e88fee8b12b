import type { Day, Disclosure, FileKind, OrgKind, Workflow } from '../../workflows/definition.js';
import type { FileState, Process } from './model.js';
import type { FileAbout } from './ports.js';
import type { Registry } from './registry.js';

/** Whose a file is on a day, and who was let into it, from its record. */
export function about(
  registry: Registry,
  file: { readonly id: string; readonly kind: 'household' | 'dwelling'; readonly record: object },
  day: Day,
): FileAbout {
  const kind = registry.kind(file.kind);
  const { record } = file;
  return {
    id: file.id,
    kind: file.kind,
    responsible: kind.responsible(record),
    assignee: kind.assignee(record),
    handlers: kind.handlers?.(record) ?? [],
    isProtected: (protectedUntil(kind, record) ?? '') >= day,
  };
}

/** The last day on which the named handlers alone see a file, `infinity` (which sorts after every day) until it is ended; null for none. */
export function protectedUntil(kind: FileKind, record: object): string | null {
  const protection = kind.protection?.(record) ?? null;
  return protection === null ? null : (protection.until ?? 'infinity');
}

/** Those who answer for a part of a case, and not for the family. */
const NOT_THE_FAMILY: ReadonlySet<OrgKind> = new Set(['agency', 'company']);

/** Whether people of a kind come to know who the families are whose cases they take part in. */
export const knowsFamilies = ({ kind }: { readonly kind: OrgKind }): boolean => !NOT_THE_FAMILY.has(kind);

/** How much of its household a process discloses to people of a kind that may know of it. */
export function disclosed(workflow: Workflow, context: object, kind: OrgKind): Disclosure | null {
  const told = workflow.discloses?.(context)[kind];
  return told ?? (NOT_THE_FAMILY.has(kind) ? null : 'shared');
}

/** The kinds of organisation that may know of a process as it is now; none of a version that is not here. */
export function seenBy(registry: Registry, { workflow: name, version, stored }: Process): readonly OrgKind[] {
  const workflow = registry.pinned(name, version)?.workflow;
  if (workflow === undefined) return [];
  return workflow.seenBy.filter((kind) => disclosed(workflow, stored.context, kind) !== 'none');
}

/** What a process says in so many words that it discloses of its household, by the kind that is told. */
export function discloses(
  registry: Registry,
  { workflow: name, version, stored }: Process,
): Readonly<Partial<Record<OrgKind, Disclosure>>> {
  return registry.pinned(name, version)?.workflow.discloses?.(stored.context) ?? {};
}

/** For each process of a file, the kinds of organisation that may know of it. */
export function seenByOf(registry: Registry, file: Pick<FileState, 'processes'>): (readonly OrgKind[])[] {
  return file.processes.map((one) => seenBy(registry, one));
}
