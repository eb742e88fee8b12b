import type { Actor, Day, Text } from './basics.js';

/** One line of an order of delegation, in force from its first to its last day. */
export interface DelegationLine {
  /** How events and people cite it. Unique among all decisions; never used again for another. */
  readonly line: string;
  readonly from: Day;
  readonly to?: Day;
  readonly by: readonly Actor[];
  readonly source: string;
}

/**
 * A decision that is delegated. Its lines hold for every organisation that has registered none of its own for the decision
 * (register `delegation`); one that has goes by those alone.
 */
export interface Decision {
  readonly name: string;
  readonly label: Text;
  readonly lines: readonly DelegationLine[];
}
