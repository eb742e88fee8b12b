import { protectedUntil } from './about.js';
import { array, Bytes, text, timestamptz, type Column } from './binary.js';
import { canonical } from './canonical.js';
import { changes, type ProcessRow } from './changes.js';
import type { Due } from './deadlines.js';
import type { EventBody, FactRow, FileState, OutboxRow } from './model.js';
import type { Registry } from './registry.js';
import type { RowTypes } from './row-types.js';
import type { Term } from './seal.js';
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
  readonly terms: readonly Term[];
  readonly key?: Buffer;
  /** Who sends the step to a file that is there; the database looks at it once more. */
  readonly actor?: Actor;
}

/** Somebody who acts: `day` the one on which it is recorded; no login for a substitute, who is let in by no name. */
export interface Actor {
  readonly login: string;
  readonly kind: string;
  readonly organisation: string;
  readonly day: string;
}

type Row = readonly unknown[];

/**
 * What `commit_files` is given for so many files, in the order of its parameters, the files in that of their ids: arrays in
 * PostgreSQL's binary form, which neither side has to take apart; rows in their table's order of columns (row-types.ts).
 */
export function payload(registry: Registry, types: RowTypes, given: readonly FileWrite[]): Buffer[] {
  const writes = [...given].sort((one, other) => (one.after.id < other.after.id ? -1 : 1));
  const to = new Bytes();
  for (const [type, values] of lists(registry, types, writes)) {
    array(to, type, values);
    to.end();
  }
  return to.parameters();
}

type List = readonly [type: Column, values: readonly unknown[]];

function lists(registry: Registry, types: RowTypes, writes: readonly FileWrite[]): List[] {
  const events = writes.flatMap((write) => write.events);
  const changed = writes.map((w) => ({ id: w.after.id, ...changes(registry, w.before, w.after) }));
  const each = (rows: (write: FileWrite, id: string) => readonly Row[]) =>
    writes.flatMap((write) => rows(write, write.after.id));
  const difference = (rows: (one: (typeof changed)[number]) => readonly Row[]) => changed.flatMap(rows);
  return [
    [types.case_file, writes.map((write) => fileColumns(registry, write))],
    [text, events.map((e) => e.file)],
    [text, events.map(canonical)],
    [text, events.map((e) => e.command)],
    [text, events.map((e) => e.request)],
    [timestamptz, events.map((e) => e.recordedAt)],
    [types.process, difference(({ id, processes }) => processes.map((p) => processColumns(id, p)))],
    [types.deadline, difference(({ id, undue }) => undue.map((d) => [id, d.process, d.key]))],
    [types.deadline, difference(({ id, due }) => due.map((d) => deadlineColumns(id, d)))],
    [types.fact, each(({ facts }, id) => facts.map((f) => factColumns(id, f)))],
    [types.sealed, each(({ sealed }, id) => sealed.map((s) => [id, s.digest, s.seq, 1, s.ciphertext]))],
    [types.term, each(({ terms }, id) => terms.map(({ word, within }) => [id, word, within]))],
    [types.file_key, each(({ key }, id) => (key === undefined ? [] : [[id, 1, key]]))],
    [types.hold, difference(({ id, unheld }) => unheld.map((name) => [id, name]))],
    [types.hold, difference(({ id, held }) => held.map((h) => [id, h.name, h.ref, h.process]))],
    [
      types.outbox,
      each(({ outbox, after: { recordedAt } }, id) => outbox.map((o) => outboxColumns(id, o, recordedAt))),
    ],
    [types.actor, each(({ actor: a }, id) => (a ? [[id, a.login, a.kind, a.organisation, a.day]] : []))],
  ];
}

function fileColumns(registry: Registry, { before, after }: FileWrite): Row {
  const { id, kind: name, openedAt, recordedAt, record } = after;
  const kind = registry.kind(name);
  const stays = before?.record === record;
  const whose = stays ? [null, null, null] : [record, kind.responsible(record), kind.assignee(record)];
  const access = stays ? [null, null] : [protectedUntil(kind, record), kind.handlers?.(record) ?? []];
  return [id, name, before?.version ?? 0, null, ...whose, openedAt, recordedAt, ...access];
}

function processColumns(file: string, p: ProcessRow): Row {
  const pinned = [p.workflow, p.version, p.definition, p.parent, p.children, p.proposals];
  const shown = [p.state, p.states, p.stored, p.is_open, p.waits_for, p.opened_at, p.entered_at];
  return [file, p.number, ...pinned, ...shown, p.seen_by, p.discloses];
}

function deadlineColumns(file: string, d: Due): Row {
  return [file, d.process, d.key, d.name, d.state, d.day, d.at, d.moves];
}

function factColumns(file: string, f: FactRow): Row {
  const when = [f.seq, f.ordinal, f.process, f.workflow, f.form, f.kind, f.occurredOn, f.recordedAt, null];
  const about = [f.district, f.household, f.dwelling, f.formKind, f.channel, f.party, f.stage, f.reason];
  return [file, ...when, ...about, f.data];
}

function outboxColumns(file: string, o: OutboxRow, at: string): Row {
  return [file, o.key, o.process, o.whom, o.template, at, 0, at, null];
}
