import type { Day, Instant } from '../../workflows/definition.js';
import { addDays } from '../domain/days.js';
import { midnight } from '../domain/zone.js';
import type { Parameters } from './report.js';

/** What was recorded before this moment is known; `infinity` = all that is recorded now. */
export type KnownBefore = Instant | 'infinity';

/** The days that a report covers, both included, and the moment before which a fact must have been recorded. */
export interface Period {
  readonly from: Day;
  readonly until: Day;
  readonly knownBefore: KnownBefore;
}

/** The first day, as a rule 1 January, to the cut-off; as known on K is as recorded before the midnight that ends K in Stockholm. */
export function periodOf(
  { year, from = `${year}-01-01`, until, asKnownOn }: Parameters,
  knownBefore: KnownBefore = 'infinity',
): Period {
  const then = asKnownOn === null ? knownBefore : midnight(addDays(asKnownOn, 1));
  return { from, until, knownBefore: knownBefore < then ? knownBefore : then };
}
