import { canonical } from '../canonical.js';
import type { EventBody, FactRow } from '../model.js';

/** A fact that counts: the row where it stands, and the fact as its event tells it. */
export interface LiveFact {
  readonly at: Pick<FactRow, 'seq' | 'ordinal'>;
  readonly fact: FactRow;
}

/** A row of a fact that no longer counts from a moment on. */
export interface VoidedFact extends Pick<FactRow, 'seq' | 'ordinal'> {
  readonly voidedAt: string;
}

/**
 * What a correction writes so that other facts count: those told as before stay in their rows, others are closed as of now,
 * and what is new stands with the correction and is known since then. The rows of a process stand in the order in which its
 * facts were told, since the last of a kind counts: what was told after a new fact stands with the correction, too.
 */
export function countedAnew(
  live: readonly LiveFact[],
  facts: readonly FactRow[],
  { seq, recordedAt }: Pick<EventBody, 'seq' | 'recordedAt'>,
): { readonly live: LiveFact[]; readonly added: FactRow[]; readonly voided: VoidedFact[] } {
  const left = new Map(live.map((one) => [keyOf(one.fact), one]));
  const added: FactRow[] = [];
  const toldAnew = new Set<number>();
  const after = facts.map((fact): LiveFact => {
    const there = toldAnew.has(fact.process) ? undefined : left.get(keyOf(fact));
    if (there !== undefined) {
      left.delete(keyOf(fact));
      return { at: there.at, fact };
    }
    toldAnew.add(fact.process);
    const row = { ...fact, seq, ordinal: added.length, recordedAt };
    added.push(row);
    return { at: row, fact };
  });
  const voided = [...left.values()].map(({ at }) => ({
    seq: at.seq,
    ordinal: at.ordinal,
    voidedAt: recordedAt,
  }));
  return { live: after, added, voided };
}

/** Those that are told nowhere among the others. */
export function without(live: readonly LiveFact[], others: readonly LiveFact[]): LiveFact[] {
  const there = new Set(others.map(({ fact }) => keyOf(fact)));
  return live.filter(({ fact }) => !there.has(keyOf(fact)));
}

/** The same fact of the same event: when it was recorded says nothing of what it is. */
function keyOf(fact: FactRow): string {
  const { recordedAt: _recordedAt, ...said } = fact;
  return canonical(said);
}
