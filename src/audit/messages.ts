import type { FileState, OutboxRow } from '../engine/model.js';
import type { Registry } from '../engine/registry.js';
import { differing } from './compare.js';
import type { Findings } from './findings.js';
import type { MessageRow } from './tables.js';
import { words } from './words.js';

const OF_EVENT = /^(\d{1,9})\.(\d{1,9})$/;
const REMINDER = /^due\.(.+)@(\d{1,9})@[^@]+$/;

/** Compares one file's messages to people: each belongs to an event that gave it, or reminds of a state's term. */
export class MessageCheck {
  private readonly ofEvent = new Map<number, MessageRow[]>();
  private readonly others: MessageRow[] = [];

  constructor(
    private readonly file: string,
    rows: readonly MessageRow[],
    private readonly findings: Findings,
  ) {
    for (const row of rows) {
      const [, seq] = OF_EVENT.exec(row.key) ?? [];
      if (seq === undefined) this.others.push(row);
      else this.ofEvent.set(Number(seq), [...(this.ofEvent.get(Number(seq)) ?? []), row]);
    }
  }

  /** The messages of one event, in order; null when they cannot be derived. */
  take(seq: number, derived: readonly OutboxRow[] | null): void {
    const rows = (this.ofEvent.get(seq) ?? []).sort((one, other) => ordinal(one) - ordinal(other));
    this.ofEvent.delete(seq);
    if (derived === null) return;
    const place = { file: this.file, seq };
    derived.forEach(({ process, whom, template }, i) => {
      const row = rows[i];
      if (row === undefined) this.findings.add('message', place, words.noMessage);
      else
        for (const column of differing({ process, whom, template }, row))
          this.findings.add('message', place, words.message(column));
    });
    for (let i = derived.length; i < rows.length; i++)
      this.findings.add('message', place, words.extraMessage);
  }

  /** After the last event: what is left must be reminders of states that have a term. */
  end(registry: Registry, state: FileState | null): void {
    for (const seq of this.ofEvent.keys())
      this.findings.add('message', { file: this.file, seq }, words.extraMessage);
    if (state === null) return;
    for (const row of this.others)
      if (!isReminder(registry, state, row))
        this.findings.add('message', { file: this.file, process: row.process }, words.extraMessage);
  }
}

function ordinal({ key }: MessageRow): number {
  return Number(OF_EVENT.exec(key)?.[2]);
}

function isReminder(registry: Registry, state: FileState, { key, process }: MessageRow): boolean {
  const [, leaf = '', number] = REMINDER.exec(key) ?? [];
  const found = state.processes.find((one) => one.number === process);
  if (found === undefined || Number(number) !== process) return false;
  const chart = registry.pinned(found.workflow, found.version);
  return chart === undefined || chart.leaves.get(leaf)?.spec?.due !== undefined;
}
