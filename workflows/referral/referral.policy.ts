import type { Rules } from '../../src/domain/matching.js';
import type { Duration, PolicyRow, Step } from '../definition.js';

const design = 'policy: DESIGN.md, referral';
const since = '2000-01-01';
const always = (amount: number, unit: Duration['unit'], source: string): readonly PolicyRow[] => [
  { from: since, value: { amount, unit, source }, source },
];

const match = 'policy: matching, docs/decisions/0022-matching.md';
const points = (value: number): readonly PolicyRow[] => [{ from: since, value, source: match }];

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
  /** How long the family is left alone after a refusal that counts and brings no review: with none it keeps its place, and is offered on. */
  pauseAfterRefusal: always(0, 'days', 'policy: docs/decisions/0031-what-a-refusal-leads-to.md'),
  /** Points by which those who fit a flat are placed: for each month in the queue, … */
  pointsWaiting: points(1),
  /** … for each child, where the family lives in a place where one cannot stay, … */
  pointsChildren: points(2),
  /** … for a flat in the part of the city where the children go to school, … */
  pointsSchool: points(6),
  /** … and for one where the family has ties. */
  pointsTies: points(3),
  /** Whether an offer to another than the first needs its reason: since the proposals are used. */
  otherNeedsReason: [
    { from: since, value: 0, source: match },
    { from: '2021-12-01', value: 1, source: match },
  ],
  /** How long a flat may stand empty for a family that cannot move in yet. */
  holdEmptyFor: always(30, 'days', match),
};

/** The values by which families and flats are matched, out of those in force. */
export function matchingRules(inForce: Step['policy']): Rules {
  const number = (name: string): number => inForce[name] as number;
  return {
    weights: {
      waiting: number('pointsWaiting'),
      children: number('pointsChildren'),
      school: number('pointsSchool'),
      ties: number('pointsTies'),
    },
    holdEmpty: (inForce['holdEmptyFor'] as Duration).amount,
  };
}
