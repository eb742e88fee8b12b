import type { Lookups } from '../../workflows/definition.js';
import type { FactRow } from '../engine/model.js';

/** The stays that some facts of one file tell of, oldest first: what each process last told of its own, begun and ended. */
export function staysIn(facts: readonly FactRow[]): Lookups['stays'] {
  const begun = new Map<number, FactRow>();
  const ended = new Map<number, FactRow>();
  for (const fact of facts)
    if (fact.kind === 'movedIn') begun.set(fact.process, fact);
    else if (fact.kind === 'movedOut') ended.set(fact.process, fact);
  return [...begun.values()]
    .sort((one, other) => order(one, other))
    .map(({ process, form, occurredOn: from }) => ({
      form: form ?? '',
      from,
      to: ended.get(process)?.occurredOn ?? null,
    }));
}

function order(one: FactRow, other: FactRow): number {
  if (one.occurredOn !== other.occurredOn) return one.occurredOn < other.occurredOn ? -1 : 1;
  return one.process - other.process;
}
