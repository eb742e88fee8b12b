import type { Decision } from '../definition.js';
import { SHIS, text } from '../files/parts.js';

/** Who at SHIS says that a referral is not taken on. SHIS is a foundation: a decision of its own, no exercise of authority. */
export const rejecting: Decision = {
  name: 'reject-referral',
  label: text('Inte ta emot en remiss', 'Not to take on a referral'),
  lines: [
    {
      line: 'remiss-1',
      from: '2000-01-01',
      by: SHIS,
      source: 'policy: until SHIS registers its own order of delegation',
    },
  ],
};
