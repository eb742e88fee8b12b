import { isDeepStrictEqual } from 'node:util';
import { protectedUntil } from '../engine/about.js';
import { holdsOf, processRow } from '../engine/changes.js';
import type { FileState } from '../engine/model.js';
import type { Registry } from '../engine/registry.js';
import type { Findings } from './findings.js';
import { pgMoment, type DeadlineRow, type FileRow, type HoldRow, type StoredProcessRow } from './tables.js';
import { words } from './words.js';

type Columns = Readonly<Record<string, unknown>>;

/** The columns in which a stored row is other than what was derived. Both are taken as JSON: key order does not count. */
export function differing(derived: Columns, stored: object): string[] {
  return Object.keys(derived).filter((name) => !same(derived[name], (stored as Columns)[name]));
}

function same(derived: unknown, stored: unknown): boolean {
  if (typeof derived !== 'object' || derived === null) return derived === stored;
  return isDeepStrictEqual(JSON.parse(JSON.stringify(derived)), stored);
}

/** Compares the row of a file with its events' fold. */
export function compareFile(registry: Registry, state: FileState, row: FileRow, findings: Findings): void {
  const kind = registry.kind(state.kind);
  const derived = {
    kind: state.kind,
    record: state.record,
    district: kind.responsible(state.record),
    assignee: kind.assignee(state.record),
    protected_until: protectedUntil(kind, state.record),
    handlers: kind.handlers?.(state.record) ?? [],
    opened_at: pgMoment(state.openedAt),
    recorded_at: pgMoment(state.recordedAt),
  };
  for (const column of differing(derived, row))
    findings.add('record', { file: row.file_id }, words.record(column));
}

/** Compares the rows of a file's processes; those of `unknown` versions cannot be. */
export function compareProcesses(
  registry: Registry,
  state: FileState,
  rows: readonly StoredProcessRow[],
  unknown: ReadonlySet<number>,
  findings: Findings,
): void {
  const stored = new Map(rows.map((row) => [row.number, row]));
  for (const process of state.processes) {
    const place = { file: state.id, process: process.number };
    const row = stored.get(process.number);
    stored.delete(process.number);
    if (row === undefined) findings.add('state', place, words.noProcess);
    else if (!unknown.has(process.number)) {
      const derived = processRow(registry, process);
      const moments = { opened_at: pgMoment(derived.opened_at), entered_at: pgMoment(derived.entered_at) };
      for (const column of differing({ ...derived, ...moments }, row))
        findings.add('state', place, words.state(column));
    }
  }
  for (const number of stored.keys())
    findings.add('state', { file: state.id, process: number }, words.extraProcess);
}

/** Compares a file's deadlines; when a reminder was given is the sweep's own. */
export function compareDeadlines(
  state: FileState,
  rows: readonly DeadlineRow[],
  unknown: ReadonlySet<number>,
  findings: Findings,
): void {
  const id = (row: { process: number; key: string }) => `${row.process} ${row.key}`;
  const stored = new Map(rows.map((row) => [id(row), row]));
  for (const { process, key, name, state: at, day, at: moment, moves } of state.deadlines) {
    const place = { file: state.id, process };
    const row = stored.get(id({ process, key }));
    stored.delete(id({ process, key }));
    const derived = { name, state: at, due_on: day, due_at: pgMoment(moment), moves };
    if (row === undefined) findings.add('deadline', place, words.noDeadline(key));
    else
      for (const column of differing(derived, row))
        findings.add('deadline', place, words.deadline(key, column));
  }
  for (const { process, key } of stored.values())
    if (!unknown.has(process))
      findings.add('deadline', { file: state.id, process }, words.extraDeadline(key));
}

/** Compares what holds a file. */
export function compareHolds(
  registry: Registry,
  state: FileState,
  rows: readonly HoldRow[],
  findings: Findings,
): void {
  const stored = new Map(rows.map((row) => [row.name, row]));
  for (const hold of holdsOf(registry, state.processes)) {
    const place = { file: state.id, process: hold.process };
    const row = stored.get(hold.name);
    stored.delete(hold.name);
    if (row === undefined) findings.add('hold', place, words.noHold(hold.name));
    else if (differing({ ...hold }, row).length > 0) findings.add('hold', place, words.hold(hold.name));
  }
  for (const name of stored.keys()) findings.add('hold', { file: state.id }, words.extraHold(name));
}
