import { z } from 'zod';
import type { Text } from '../../workflows/definition.js';
import { code, day, field } from '../../workflows/fields.js';
import { choice, label, optional } from '../../workflows/files/parts.js';
import { dayOf } from '../domain/zone.js';
import { DialogueRow } from './dialogue.entity.js';
import { fault, register } from './keeping.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** What kind of dialogue a line is of. Codes are never renamed. */
export const dialogueKinds = {
  meeting: text('Möte', 'Meeting'),
  'reference-group': text('Referensgrupp', 'Reference group'),
  'budget-assignment': text('Budgetuppdrag', 'Budget assignment'),
  'statistics-sent': text('Statistik skickad', 'Statistics sent'),
  other: text('Annat', 'Other'),
} as const;
export type DialogueKind = keyof typeof dialogueKinds;

/** One line of the dialogue log: when, with whom, what kind, and what was said, in a sentence; never of a family. */
export const dialogueData = z.strictObject({
  date: optional(field(day(), label('Dag', 'Day'))),
  parties: field(z.array(code()).min(1).max(20), label('Med vilka', 'With whom')),
  kind: choice(dialogueKinds, label('Slag', 'Kind')),
  note: optional(field(z.string().trim().min(1).max(1000), label('Anteckning', 'Note'))),
  report: optional(field(code(), label('Rapport som skickades', 'Report sent'))),
  until: optional(field(day(), label('Rapporten till och med', 'Report until'))),
  kept: optional(field(code(), label('Sparad rapport', 'Kept report'))),
});
export type DialogueData = z.infer<typeof dialogueData>;

const lacks = {
  report: text('Ange vilken rapport som skickades.', 'Say which report was sent.'),
  ahead: text('Dagen har inte varit ännu.', 'The day has not come yet.'),
};

/** The register `dialogue`: every line is a new one. */
export const dialogue = register('dialogue', dialogueData, {
  refuses(_, { kind, report, date }, { validFrom: at }) {
    if (date !== undefined && date > dayOf(at.toISOString())) return fault('date', lacks.ahead);
    return kind === 'statistics-sent' && report === undefined ? fault('report', lacks.report) : null;
  },
  holds: () => Promise.resolve(false),
  write: (db, { date, note, report, until, kept, ...data }, { validFrom, recordedAt }) =>
    db.insert(DialogueRow, {
      ...{ ...data, recordedAt, day: date ?? dayOf(validFrom.toISOString()) },
      ...{ note: note ?? null, report: report ?? null, until: until ?? null, kept: kept ?? null },
    }),
});
