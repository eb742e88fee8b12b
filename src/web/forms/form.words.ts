import type { Text } from '../../../workflows/definition.js';
import type { Language } from '../../platform/language.js';
import type { Question } from './questions.js';

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
  heardHow: text('Den som skriver hur behöver inte svara Ja.', 'Whoever writes how need not answer Yes.'),
  person: text('Person', 'Person'),
  nobody: text('Det finns ingen att välja.', 'There is nobody to choose.'),
  addRow: text('Lägg till en till', 'Add another'),
  removeRow: text('Ta bort', 'Remove'),
} as const;

/** What to do about a field that cannot be taken as it stands; null where the fault's own sentence says more. */
export function whatToDo(
  { label, control: { kind } }: Question,
  isEmpty: boolean,
  language: Language,
): string | null {
  const sv = language === 'sv';
  if (kind === 'choice' || kind === 'ref' || kind === 'yes-no')
    return sv ? `${label}: välj ett svar.` : `${label}: choose an answer.`;
  if (kind === 'several') return sv ? `${label}: välj minst en.` : `${label}: choose at least one.`;
  if (kind === 'case')
    return sv
      ? `${label}: skriv numret på ett ärende som du har tillgång till.`
      : `${label}: write the number of a case that you have access to.`;
  if (isEmpty && kind === 'list')
    return sv ? `${label}: fyll i minst en.` : `${label}: fill in at least one.`;
  if (kind === 'day')
    return sv ? `${label}: skriv dagen som ÅÅÅÅ-MM-DD.` : `${label}: write the day as YYYY-MM-DD.`;
  if (isEmpty) return sv ? `${label}: fyll i.` : `${label}: fill in.`;
  return kind === 'number'
    ? sv
      ? `${label}: skriv ett tal som är rimligt.`
      : `${label}: write a reasonable number.`
    : null;
}
