import type { Instant, Text } from '../../../workflows/definition.js';
import { dayOf, hourOf } from '../../domain/zone.js';
import type { Answer } from '../answer.js';
import type { Cell, Column, Row } from '../report.js';
import { wordsOf } from '../words.js';

export type Language = keyof Text;

const text = (sv: string, en: string): Text => ({ sv, en });

/** What every format prints beside the numbers, as label and value. */
export function accountOf(answer: Answer, language: Language): [label: string, value: string][] {
  const { parameters, period, basis } = answer;
  const { lastEvent: id, lastRecordedAt } = basis;
  const at = lastRecordedAt && momentIn(lastRecordedAt, language);
  const lines: [Text, Text | string][] = [
    [text('Vad som räknas', 'What is counted'), answer.definition],
    [text('Period', 'Period'), `${period.from} – ${period.until}`],
    [text('Till och med', 'Cut-off'), period.until],
    [text('Som det var känt', 'As known on'), basis.asKnownOn],
    [text('Sista händelse', 'Last event'), [id, at].filter((part) => part !== null).join(' · ') || '–'],
    [text('Antal händelser bakom siffrorna', 'Events behind the figures'), String(basis.events)],
    [text('Underlag', 'Population'), answer.population],
    [text('Stadsdelsindelning', 'Division'), wordsOf('division', parameters.division) ?? parameters.division],
    ...answer.policy.map((value): [Text, Text] => [text('Värde eller val', 'Value or choice'), value]),
    ...answer.notes.map((value): [Text, Text] => [text('Att veta', 'Note'), value]),
  ];
  return lines.map(([label, value]) => [
    label[language],
    typeof value === 'string' ? value : value[language],
  ]);
}

/** A moment by the clock in Stockholm. */
export function momentIn(at: Instant, language: Language): string {
  const [hour, minute] = [String(hourOf(at)).padStart(2, '0'), at.slice(14, 16)];
  return `${dayOf(at)} ${language === 'sv' ? `kl. ${hour}.${minute}` : `${hour}:${minute}`}`;
}

/** Title and year of an answer. */
export function titleOf(answer: Answer, language: Language): string {
  return `${answer.title[language]} ${answer.parameters.year}`;
}

/** Whether a column has words, or a day, and no figures. */
export const isWords = ({ key, prose }: Column): boolean => key === true || prose === true;

/** What a code is called; undefined for a number, and for a code without words. */
export function wordsFor(column: Column, row: Row, language: Language): string | undefined {
  const value = row[column.name];
  return typeof value === 'string' && isWords(column) ? column.words?.(value, row)?.[language] : undefined;
}

/** A column's head, with its unit where it has one. */
export function headOf({ label, unit }: Column, language: Language): string {
  return unit === null ? label[language] : `${label[language]} (${unit[language]})`;
}

/** The sums below the rows, as a row that begins with the word for it; null when the report has none, or none can be told. */
export function totalsRow({ totals }: Answer): Row | null {
  return Object.values(totals).every((value) => value === null) ? null : totals;
}

/** What stands for nothing. */
export const NOTHING = '–';
/** The word before the sums. */
export const sumWord: Text = text('Summa', 'Sum');

/** A value as read by people. */
export const plain = (value: Cell | undefined): string => (value == null ? NOTHING : String(value));
