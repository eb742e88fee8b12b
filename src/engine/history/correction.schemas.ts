import { z } from 'zod';
import { field, note } from '../../../workflows/fields.js';

/** What is corrected: an event by its number, or, in a casebook, by the id of its line. */
const of = z.union([z.number().min(1), z.string().min(1).max(200)]);

const label = (sv: string, en: string) => ({ label: { sv, en } });

/** Everything that a correction says. Which of the ways is asked for shows by what is there. */
export const correctData = z.strictObject({
  of: field(of, label('Det som rättas', 'What is corrected')),
  replacement: field(
    z.strictObject({
      data: z.record(z.string(), z.unknown()).optional(),
      occurredAt: z.iso.datetime({ offset: true }).optional(),
    }),
    label('Det som skulle ha stått', 'What should have stood'),
  ).optional(),
  void: field(z.literal(true), label('Det hände aldrig', 'It never happened')).optional(),
  note: note('Anteckning', 'Note').optional(),
  reason: note('Skäl', 'Reason'),
});
export type CorrectData = z.infer<typeof correctData>;
