import type { Text } from '../../../workflows/definition.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** Words of every form that is made from a step's schema. */
export const formWords = {
  optional: text('frivilligt', 'optional'),
  day: text('Skriv ÅÅÅÅ-MM-DD.', 'Write YYYY-MM-DD.'),
  yes: text('Ja', 'Yes'),
  no: text('Nej', 'No'),
  unsaid: text('Inte angivet', 'Not stated'),
  choose: text('Välj', 'Choose'),
  row: text('Nummer', 'Number'),
  addRow: text('Lägg till en till', 'Add another'),
} as const;
