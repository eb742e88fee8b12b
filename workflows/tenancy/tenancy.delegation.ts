import type { Decision } from '../definition.js';
import { DISTRICT, SHIS, text } from '../files/parts.js';

/** Who may agree to a stay beyond the five years: one person on each side. */
export const excepting: Decision = {
  name: 'exception-five-years',
  label: text('Medge undantag från femårsgränsen', 'Grant an exception to the five years'),
  lines: [
    {
      line: 'boende-1',
      from: '2000-01-01',
      by: DISTRICT,
      source: 'policy: until the district registers its own order of delegation',
    },
    {
      line: 'boende-2',
      from: '2000-01-01',
      by: SHIS,
      source: 'policy: until SHIS registers its own order of delegation',
    },
  ],
};

/** Who may give a family notice. */
export const givingNotice: Decision = {
  name: 'give-notice',
  label: text('Säga upp ett boende', 'Give notice'),
  lines: [
    {
      line: 'boende-3',
      from: '2000-01-01',
      by: SHIS,
      source: 'policy: until SHIS registers its own order of delegation',
    },
  ],
};
