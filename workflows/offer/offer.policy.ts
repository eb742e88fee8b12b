import type { Duration, PolicyRow } from '../definition.js';

const source = 'policy: DESIGN.md, offer';
const term = (amount: number, unit: Duration['unit']): readonly PolicyRow[] => [
  { from: '2000-01-01', value: { amount, unit, source }, source },
];

/** The terms of an offer, dated. */
export const policy: Readonly<Record<string, readonly PolicyRow[]>> = {
  answerWithin: term(7, 'days'),
  /** Our default: a flat is held meanwhile, and nobody else is reminded of it. */
  decideWithin: term(3, 'workingDays'),
  signWithin: term(15, 'workingDays'),
};
