import type { Disclosure, OrgKind } from '../../workflows/definition.js';
import { discloses, seenBy } from './about.js';
import type { FileState, Process } from './model.js';
import type { Due } from './deadlines.js';
import { sameDue } from './deadlines.js';
import type { Registry } from './registry.js';
import { shownState } from './shown.js';

/** A row of the table of processes, in its columns' names. */
export interface ProcessRow {
  readonly number: number;
  readonly workflow: string;
  readonly version: number;
  readonly definition: string;
  readonly parent: string | null;
  readonly children: readonly string[];
  readonly proposals: Process['proposals'];
  readonly state: string;
  readonly states: readonly string[];
  readonly stored: Process['stored'];
  readonly is_open: boolean;
  readonly waits_for: string | null;
  readonly opened_at: string;
  readonly entered_at: string;
  readonly seen_by: readonly string[];
  /** What its workflow says in so many words, of those of `seen_by` and others. */
  readonly discloses: Readonly<Partial<Record<OrgKind, Disclosure>>>;
}

/** What holds a file: one row per file and name. */
export interface Hold {
  readonly name: string;
  readonly ref: string;
  readonly process: number;
}

/** The columns of a process, derived from it. */
export function processRow(registry: Registry, process: Process): ProcessRow {
  const shown = shownState(registry, process);
  const { number, workflow, version, definition, parent, children, proposals, stored } = process;
  return {
    number,
    workflow,
    version,
    definition,
    parent,
    children,
    proposals,
    stored,
    state: shown.state,
    states: shown.states,
    is_open: shown.open,
    waits_for: shown.waitsFor,
    opened_at: process.openedAt,
    entered_at: shown.enteredAt,
    seen_by: seenBy(registry, process),
    discloses: discloses(registry, process),
  };
}

/** The holds of a file, derived from its processes. */
export function holdsOf(registry: Registry, processes: readonly Process[]): Hold[] {
  return processes.flatMap((process) => {
    const leaves = registry.pinned(process.workflow, process.version)?.leaves;
    return Object.keys(process.stored.entered).flatMap((path) => {
      const name = leaves?.get(path)?.spec?.heldBy;
      const ref =
        name === undefined
          ? undefined
          : (process.stored.context as Record<string, { ref?: string } | null>)[name]?.ref;
      return name === undefined || ref === undefined ? [] : [{ name, ref, process: process.number }];
    });
  });
}

/** The difference between a file before (null: it is new) and after, as rows to write. */
export function changes(registry: Registry, before: FileState | null, after: FileState) {
  /** A term that reminds runs anew, with a reminder of its own, when its state was left and entered again. */
  const isAnew = ({ process, state, moves }: Due) =>
    !moves && before !== null && enteredAt(before, process, state) !== enteredAt(after, process, state);
  const held = holdsOf(registry, after.processes);
  const heldBefore = holdsOf(registry, before?.processes ?? []);
  return {
    processes: after.processes
      .filter((p) => before?.processes.find((b) => b.number === p.number) !== p)
      .map((p) => processRow(registry, p)),
    due: after.deadlines.filter((d) => !has(before?.deadlines ?? [], d, sameDue) || isAnew(d)),
    undue: (before?.deadlines ?? []).filter((d) => !has(after.deadlines, d, () => true) || isAnew(d)),
    held: held.filter((h) => !heldBefore.some((b) => same(b, h))),
    unheld: heldBefore.filter((b) => !held.some((h) => same(b, h))).map((h) => h.name),
  };
}

function same(one: Hold, other: Hold): boolean {
  return one.name === other.name && one.ref === other.ref && one.process === other.process;
}

function has(rows: readonly Due[], due: Due, also: (one: Due, other: Due) => boolean): boolean {
  return rows.some((row) => row.process === due.process && row.key === due.key && also(row, due));
}

function enteredAt(file: FileState, process: number, leaf: string): string | undefined {
  return file.processes.find((p) => p.number === process)?.stored.entered[leaf];
}
