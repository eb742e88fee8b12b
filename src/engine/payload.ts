import { canonical } from './canonical.js';
import { changes, type ProcessRow } from './changes.js';
import type { EventBody, FactRow, FileState, OutboxRow } from './model.js';
import type { Registry } from './registry.js';
import { rowArray, textArray } from './sql-rows.js';
import type { SealedValue } from './vault.js';

/** What is written to one file: the file before and after, and what happened between. */
export interface FileWrite {
  /** As the database has it; null for a new file. */
  readonly before: FileState | null;
  readonly after: FileState;
  readonly events: readonly EventBody[];
  readonly facts: readonly FactRow[];
  readonly outbox: readonly OutboxRow[];
  readonly sealed: readonly (SealedValue & { readonly seq: number })[];
  readonly terms: readonly Buffer[];
  readonly key?: Buffer;
}

/** One file's rows, each list in its table's order of columns (src/migrations/engine.sql.ts); the function puts in the file. */
export function payload(registry: Registry, write: FileWrite) {
  const { before, after, events } = write;
  const { processes, due, undue, held, unheld } = changes(registry, before, after);
  const id = after.id;
  return {
    file: id,
    expected: before?.version ?? 0,
    kind: after.kind,
    openedAt: after.openedAt,
    recordedAt: after.recordedAt,
    ...(before?.record === after.record ? {} : record(registry, after)),
    bodies: events.map(canonical),
    commands: textArray(events.map((e) => e.command)),
    requests: textArray(events.map((e) => e.request)),
    recorded: textArray(events.map((e) => e.recordedAt)),
    processes: rowArray(processes.map(processColumns)),
    undue: textArray(undue.map((d) => `${d.process}/${d.key}`)),
    due: rowArray(due.map((d) => [null, d.process, d.key, d.name, d.state, d.day, d.at, d.moves, null])),
    facts: rowArray(write.facts.map(factColumns)),
    sealed: rowArray(write.sealed.map((s) => [null, s.digest, s.seq, 1, s.ciphertext])),
    ...some('unheld', unheld, textArray),
    ...some('held', held, (rows) => rowArray(rows.map((h) => [null, h.name, h.ref, h.process]))),
    ...some('terms', write.terms, (terms) => textArray(terms.map((t) => t.toString('base64')))),
    ...some('outbox', write.outbox, (rows) => rowArray(rows.map(outboxColumns))),
    ...(write.key === undefined ? {} : { key: write.key.toString('base64') }),
  };
}

function record(registry: Registry, { kind: name, record: now }: FileState) {
  const kind = registry.kind(name);
  return { record: now, district: kind.responsible(now), assignee: kind.assignee(now) };
}

function processColumns(p: ProcessRow): unknown[] {
  const pinned = [p.workflow, p.version, p.definition, p.parent, p.children, p.proposals];
  const shown = [p.state, textArray(p.states), p.stored, p.is_open, p.waits_for, p.opened_at, p.entered_at];
  return [null, p.number, ...pinned, ...shown];
}

function factColumns(f: FactRow): unknown[] {
  const when = [f.seq, f.ordinal, f.process, f.workflow, f.form, f.kind, f.occurredOn, f.recordedAt, null];
  return [
    null,
    ...when,
    f.district,
    f.household,
    f.dwelling,
    f.formKind,
    f.channel,
    f.party,
    f.stage,
    f.reason,
    f.data,
  ];
}

function outboxColumns(o: OutboxRow): unknown[] {
  return [null, o.key, o.process, o.whom, o.template, null, null, null, null];
}

function some<T>(
  name: string,
  rows: readonly T[],
  write: (rows: readonly T[]) => string,
): Record<string, string> {
  return rows.length === 0 ? {} : { [name]: write(rows) };
}
