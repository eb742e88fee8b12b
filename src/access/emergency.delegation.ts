import type { Decision } from '../../workflows/definition.js';

/** Who may open in an emergency a family's file that is not theirs to see. */
export const openingInEmergency: Decision = {
  name: 'emergency-access',
  label: { sv: 'Öppna ett ärende akut', en: 'Open a case in an emergency' },
  lines: [
    {
      line: 'akut-1',
      from: '2000-01-01',
      by: [{ org: 'district' }, { org: 'housingUnit' }, { org: 'shis' }],
      source: 'policy: until the organisation registers its own order of delegation',
    },
  ],
};
