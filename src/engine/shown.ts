import type { Instant, OrgKind } from '../../workflows/definition.js';
import type { Process } from './model.js';
import type { Registry } from './registry.js';

/** How a process stands, in the names that are shown and searched by. */
export interface Shown {
  /** The primary region's leaf. */
  readonly state: string;
  /** Every leaf, the primary first; others as `limit.planning`. */
  readonly states: readonly string[];
  readonly open: boolean;
  readonly waitsFor: OrgKind | null;
  readonly enteredAt: Instant;
}

/** Derives what is shown of a process from its stored snapshot. A version that is not here shows its raw leaves. */
export function shownState(registry: Registry, process: Process): Shown {
  const leaves = registry.pinned(process.workflow, process.version)?.leaves;
  const found = Object.entries(process.stored.entered).map(([path, at]) => ({
    path,
    at,
    leaf: leaves?.get(path),
  }));
  const primary = found.find((f) => f.leaf?.primary === true) ?? found[0];
  const rest = found.filter((f) => f !== primary).sort((a, b) => (a.path < b.path ? -1 : 1));
  const name = (f: (typeof found)[number]) => f.leaf?.shown ?? f.path;
  return {
    state: primary === undefined ? '' : name(primary),
    states: primary === undefined ? [] : [primary, ...rest].map(name),
    open: primary?.leaf?.spec?.open ?? true,
    waitsFor: primary?.leaf?.spec?.waitsFor ?? null,
    enteredAt: primary?.at ?? process.openedAt,
  };
}
