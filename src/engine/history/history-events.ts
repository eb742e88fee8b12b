import type { EventSpec } from '../../../workflows/definition.js';
import { correctData } from './correction.schemas.js';
import { sealEntryData } from './sealing.schemas.js';

/** Events about earlier events, which every file can take. Who may hangs on the event that they are about. */
export const historyEvents: Readonly<Record<string, EventSpec>> = {
  correct: {
    label: { sv: 'Rätta', en: 'Correct' },
    told: { sv: 'Ett tidigare steg rättades.', en: 'An earlier step was corrected.' },
    schema: correctData,
    by: 'engine',
  },
  sealEntry: {
    label: { sv: 'Spärra uppgiften', en: 'Seal the entry' },
    told: { sv: 'En uppgift spärrades.', en: 'An entry was sealed.' },
    schema: sealEntryData,
    by: 'engine',
  },
};
