import type { Duration, PolicyRow } from '../definition.js';

const term = (amount: number, unit: Duration['unit'], source: string): readonly PolicyRow[] => [
  { from: '2000-01-01', value: { amount, unit, source: 'policy' }, source },
];
const asElsewhere = 'Our default: as for the transitional flat (DESIGN.md, agency-request and offer)';

const followed = 'Our default: as for the transitional flat (DESIGN.md, tenancy: followUp)';

/** The terms of supported housing, dated. The Social Services Act sets none of them. */
export const policy: Readonly<Record<string, readonly PolicyRow[]>> = {
  decisionTerm: term(2, 'months', 'Our default: a decision within two months of the application'),
  requestTerm: term(5, 'workingDays', 'Our default: a decision is carried out at once'),
  proposalTerm: term(10, 'workingDays', asElsewhere),
  answerTerm: term(3, 'workingDays', asElsewhere),
  offerTerm: term(7, 'days', asElsewhere),
  signTerm: term(15, 'workingDays', asElsewhere),
  firstFollowUp: term(1, 'months', followed),
  followUpStep: term(6, 'months', followed),
  subletTerm: term(20, 'workingDays', 'Our default: an empty flat that the city pays for'),
};
