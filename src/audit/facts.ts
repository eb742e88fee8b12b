import type { VoidedFact } from '../engine/history/counted-anew.js';
import type { FactRow } from '../engine/model.js';
import { differing } from './compare.js';
import type { Findings } from './findings.js';
import type { Stream } from './streams.js';
import { pgMoment, type StoredFactRow } from './tables.js';
import { words } from './words.js';

/** Compares one file's facts with those its events give, event by event. */
export class FactCheck {
  /** How many rows were read. */
  count = 0;
  /** Facts that were stored as closed, and those that a correction has closed: the same ones, or something is wrong. */
  private readonly stale = new Map<string, string>();
  private readonly closed = new Map<string, string>();

  constructor(
    private readonly file: string,
    private readonly stored: Stream<StoredFactRow>,
    private readonly findings: Findings,
  ) {}

  /** The facts of the next event; null when they cannot be derived. */
  async take(seq: number, derived: readonly FactRow[] | null): Promise<void> {
    this.extra(await this.stored.allOf(this.file, (row) => row.seq < seq));
    const rows = await this.stored.allOf(this.file, (row) => row.seq === seq);
    this.count += rows.length;
    if (derived !== null) this.compare(seq, derived, rows);
  }

  /** The facts that a correction closes. */
  void(facts: readonly VoidedFact[]): void {
    for (const { seq, ordinal, voidedAt } of facts) this.closed.set(`${seq} ${ordinal}`, pgMoment(voidedAt));
  }

  /** After the last event: whatever is left belongs to none, and what is closed was closed by a correction. */
  async end(): Promise<void> {
    this.extra(await this.stored.allOf(this.file));
    for (const key of new Set([...this.stale.keys(), ...this.closed.keys()])) {
      if (this.stale.get(key) === this.closed.get(key)) continue;
      const [seq = 0, ordinal = 0] = key.split(' ').map(Number);
      this.findings.add('fact', { file: this.file, seq }, words.fact(ordinal, 'voided_at'));
    }
  }

  private extra(rows: readonly StoredFactRow[]): void {
    this.count += rows.length;
    for (const { seq, ordinal } of rows)
      this.findings.add('fact', { file: this.file, seq }, words.extraFact(ordinal));
  }

  private compare(seq: number, derived: readonly FactRow[], rows: readonly StoredFactRow[]): void {
    const place = { file: this.file, seq };
    const left = new Map(rows.map((row) => [row.ordinal, row]));
    for (const { ordinal, voided_at: voided } of rows)
      if (voided !== null) this.stale.set(`${seq} ${ordinal}`, voided);
    for (const fact of derived) {
      const row = left.get(fact.ordinal);
      left.delete(fact.ordinal);
      if (row === undefined) this.findings.add('fact', place, words.noFact(fact.ordinal));
      else
        for (const column of differing(columnsOf(fact), row))
          this.findings.add('fact', place, words.fact(fact.ordinal, column));
    }
    for (const ordinal of left.keys()) this.findings.add('fact', place, words.extraFact(ordinal));
  }
}

function columnsOf(fact: FactRow) {
  const {
    process,
    workflow,
    form,
    kind,
    district,
    household,
    dwelling,
    channel,
    party,
    stage,
    reason,
    data,
  } = fact;
  return {
    ...{ process, workflow, form, kind, district, household, dwelling, channel, party, stage, reason, data },
    occurred_on: fact.occurredOn,
    recorded_at: pgMoment(fact.recordedAt),
    form_kind: fact.formKind,
  };
}
