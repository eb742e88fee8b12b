import type { Day } from '../../workflows/definition.js';

/** A value in force from a day on, and where it comes from. */
interface Policy {
  readonly from: Day;
  readonly value: number;
  readonly source: string;
}

const source = 'policy: docs/decisions/0008-readings.md';
const from = '2000-01-01';

/** Minutes that an emergency access lasts. */
export const EMERGENCY_MINUTES: Policy = { from, value: 60, source };
/** Whole percent of a month's readings that are drawn for review. */
export const SAMPLE_PERCENT: Policy = { from, value: 5, source };
/** Readings drawn for review at least, as far as there are so many. */
export const SAMPLE_LEAST: Policy = { from, value: 20, source };
/** More different households than this within an hour come up for review. */
export const MANY_IN_AN_HOUR: Policy = { from, value: 20, source };
/** Readings from this hour on, and before the other, come up for review; Stockholm time. */
export const NIGHT_FROM: Policy = { from, value: 22, source };
export const NIGHT_UNTIL: Policy = { from, value: 6, source };
