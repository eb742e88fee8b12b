import type { Duration, PolicyRow } from '../definition.js';

const design = 'policy: DESIGN.md, referral';
const since = '2000-01-01';
const always = (amount: number, unit: Duration['unit'], source: string): readonly PolicyRow[] => [
  { from: since, value: { amount, unit, source }, source },
];

/** The terms and measures of a referral, dated. */
export const policy: Readonly<Record<string, readonly PolicyRow[]>> = {
  /** How long a household has been registered in Stockholm: a period, calendar years. */
  registeredFor: always(2, 'years', 'source: case 1.3.1-600/2021, target group of transitional flats'),
  draftKeptFor: always(180, 'days', design),
  screeningTerm: always(10, 'workingDays', design),
  supplementTerm: always(15, 'workingDays', design),
  contactEvery: always(30, 'days', design),
  /** How old a search of the own stock may be when the agency is asked. */
  searchHoldsFor: always(14, 'days', design),
  reviewTerm: always(20, 'workingDays', design),
  signTerm: always(15, 'workingDays', design),
  /** The review comes at the refusal with this number, of those that count. */
  refusalsBeforeReview: [{ from: since, value: 3, source: design }],
};
