import type { Workflow } from '../definition.js';

/** How long a flat may take to be made ready. */
export const dwellingPolicy: Workflow['policy'] = {
  turnaround: [
    {
      from: '2000-01-01',
      value: { amount: 10, unit: 'workingDays', source: 'policy' },
      source: 'DESIGN.md, dwelling',
    },
  ],
};
