import { z } from 'zod';
import { field, note } from '../../../workflows/fields.js';

/** Which entry must not be read any longer, by its number or, in a casebook, by the id of its line, and why. */
export const sealEntryData = z.strictObject({
  of: field(z.union([z.int().min(1), z.string().min(1).max(200)]), {
    label: { sv: 'Uppgiften som spärras', en: 'The entry that is sealed' },
  }),
  reason: note('Skäl', 'Reason'),
  keep: field(z.literal(true).optional(), {
    label: { sv: 'Uppgiften ska stå kvar', en: 'The entry is to stay' },
    hint: {
      sv: 'Den som bad om spärrningen tar tillbaka det, eller en kollega avslår det.',
      en: 'Whoever asked for the sealing takes that back, or a colleague declines it.',
    },
  }),
});
export type SealEntryData = z.infer<typeof sealEntryData>;
