import { isDay } from '../../domain/days.js';
import type { Text } from '../../../workflows/definition.js';
import type { Language } from '../../platform/language.js';
import type { Control, Question } from './questions.js';

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
  nothingAgainst: text('Inget, den passar', 'Nothing, it fits'),
  nobody: text('Det finns ingen att välja.', 'There is nobody to choose.'),
  addRow: text('Lägg till en till', 'Add another'),
  removeRow: text('Ta bort', 'Remove'),
} as const;

/** What a row of a list is called: by its name, else by its number. */
export function rowName(list: Extract<Control, { kind: 'list' }>, row: number, language: Language): string {
  const { control } = list.item;
  const isPerson = control.kind === 'group' && control.questions.some(({ name }) => name === 'personNumber');
  return list.titles?.[row] ?? `${formWords[isPerson ? 'person' : 'row'][language]} ${row + 1}`;
}

/** What to do about a field that cannot be taken as it was typed; null where the fault's own sentence says more. */
export function whatToDo(
  { label, control: { kind } }: Question,
  typed: string,
  language: Language,
): string | null {
  const isEmpty = typed.trim() === '';
  if (kind === 'yes-no' ? /^(yes|no)$/.test(typed) : kind === 'day' && isTaken(typed.trim())) return null;
  const isDated = kind === 'day' && /^\d{4}-\d\d-\d\d$/.test(typed.trim());
  const what = isDated ? noSuchDay : (ALWAYS[kind] ?? (isEmpty ? (EMPTY[kind] ?? fillIn) : FILLED[kind]));
  return what === undefined ? null : `${label}: ${what[language]}`;
}

/** Whether a field for a day takes it: what a schema has against it then is no slip of the hand. */
const isTaken = (typed: string): boolean => isDay(typed) && /^(19|20|21)/.test(typed);

type Said = Readonly<Partial<Record<Question['control']['kind'], Text>>>;
const answer = text('välj ett svar.', 'choose an answer.');
const fillIn = text('fyll i.', 'fill in.');
const noSuchDay = text('kontrollera år, månad och dag.', 'check the year, month and day.');
const ALWAYS: Said = {
  choice: answer,
  ref: answer,
  'yes-no': answer,
  several: text('välj minst en.', 'choose at least one.'),
  case: text(
    'skriv numret på ett ärende som du har tillgång till.',
    'write the number of a case that you have access to.',
  ),
  day: text('skriv dagen som ÅÅÅÅ-MM-DD.', 'write the day as YYYY-MM-DD.'),
};
const EMPTY: Said = { list: text('fyll i minst en.', 'fill in at least one.') };
const FILLED: Said = { number: text('skriv ett tal som är rimligt.', 'write a reasonable number.') };
