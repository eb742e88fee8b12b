import { z } from 'zod';
import { field, note } from '../../../workflows/fields.js';

/** Which entry must not be read any longer, by its number or, in a casebook, by the id of its line, and why. */
export const sealEntryData = z.strictObject({
  of: field(z.union([z.int().min(1), z.string().min(1).max(200)]), {
    label: { sv: 'Uppgiften som spärras', en: 'The entry that is sealed' },
  }),
  reason: note('Skäl', 'Reason'),
});
export type SealEntryData = z.infer<typeof sealEntryData>;
