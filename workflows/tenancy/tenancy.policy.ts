import type { Duration, PolicyRow, Workflow } from '../definition.js';

const since = (
  amount: number,
  unit: Duration['unit'],
  source: string,
  rule: string,
): readonly PolicyRow[] => [{ from: '2000-01-01', value: { amount, unit, source }, source: rule }];

/** The tenancy's lengths of time. */
export const tenancyPolicy: Workflow['policy'] = {
  longestStay: since(5, 'years', 'SHIS', 'DOMAIN.md: at most five years, belonging to the household'),
  planningLead: since(24, 'months', 'policy', 'DESIGN.md, tenancy: limit'),
  finalLead: since(6, 'months', 'policy', 'DESIGN.md, tenancy: limit'),
  exitPlan: since(3, 'months', 'policy', 'Our default: an exit plan within three months of planning'),
  firstFollowUp: since(1, 'months', 'policy', 'DESIGN.md, tenancy: followUp'),
  followUpStep: since(6, 'months', 'policy', 'DESIGN.md, tenancy: followUp'),
  lastYear: since(12, 'months', 'policy', 'REPORTS.md, small print: the last twelve months before the limit'),
  followUpStepLastYear: since(3, 'months', 'policy', 'DESIGN.md, tenancy: followUp'),
  followUpNotice: since(14, 'days', 'policy', 'DESIGN.md, tenancy: followUp'),
  followUpAfter: since(12, 'months', 'policy', 'DESIGN.md, tenancy: followUpAfter'),
};

/** A length of the policy in force. The registry has proved at start that it is there. */
export const length = (policy: Readonly<Record<string, Duration | number>>, name: string): Duration =>
  policy[name] as Duration;
