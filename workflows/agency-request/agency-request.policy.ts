import type { Duration, PolicyRow } from '../definition.js';

const source = 'policy: DESIGN.md, agency-request';
const term = (amount: number, unit: Duration['unit']): readonly PolicyRow[] => [
  { from: '2000-01-01', value: { amount, unit, source }, source },
];

/** The terms of a request, dated. */
export const policy: Readonly<Record<string, readonly PolicyRow[]>> = {
  proposalTerm: term(10, 'workingDays'),
  answerTerm: term(3, 'workingDays'),
  requestHoldsFor: term(90, 'days'),
};
