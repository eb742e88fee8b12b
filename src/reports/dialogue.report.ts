import type { Text } from '../../workflows/definition.js';
import { dialogueKinds, type DialogueKind } from '../register/dialogue.js';
import type { Asked, Column, Report, Row, Told } from './report.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** Gives a report's title by its name. */
export type Titles = (report: string) => Text | undefined;

const columns = (titles: Titles): readonly Column[] => [
  { name: 'day', label: text('Dag', 'Day'), unit: null, key: true },
  {
    ...{ name: 'kind', label: text('Slag', 'Kind'), unit: null, prose: true },
    words: (code) => dialogueKinds[code as DialogueKind],
  },
  { name: 'parties', label: text('Med vilka', 'With whom'), unit: null, prose: true },
  { name: 'report', label: text('Skickad rapport', 'Report sent'), unit: null, prose: true, words: titles },
  { name: 'until', label: text('Rapporten till och med', 'Report until'), unit: null, prose: true },
  { name: 'note', label: text('Anteckning', 'Note'), unit: null, prose: true },
];

async function rows(asked: Asked): Promise<Row[]> {
  const named = (code: string): string => asked.districts.nameOf(code)?.sv ?? code;
  return (await asked.dialogue()).map((line) => ({ ...line, parties: line.parties.map(named).join(', ') }));
}

function headline({ rows: all }: Told): Text {
  const sent = all.filter(({ kind }) => kind === 'statistics-sent').length;
  if (all.length === 0) return text('Ingen dialog är antecknad.', 'No dialogue is noted.');
  return text(
    `${all.length} tillfällen är antecknade, varav statistik skickades vid ${sent}.`,
    `${all.length} occasions are noted; statistics were sent on ${sent} of them.`,
  );
}

/** What dialogue there was about the goal, and when and to whom statistics were sent. */
export const dialogueReport = (titles: Titles): Report => ({
  name: 'dialogue',
  title: text('Dialoglogg', 'Dialogue log'),
  question: text(
    'Vilken dialog förs med SHIS, bolagen och Bostadsförmedlingen, och när skickades statistiken till vem?',
    'What dialogue is there with SHIS, the companies and the agency, and when were the statistics sent to whom?',
  ),
  definition: () =>
    text(
      'Det som är antecknat i dialogloggen för dagar i perioden: möten, referensgrupper, budgetuppdrag och skickad statistik, med vilka det var. Loggen skrivs för hand; det som inte är antecknat syns inte här.',
      'What the dialogue log has for days in the period: meetings, reference groups, budget assignments and statistics sent, and with whom. The log is written by hand; what nobody noted is not seen here.',
    ),
  population: text('Anteckningar i dialogloggen.', 'Entries of the dialogue log.'),
  parameters: [],
  apart: [],
  columns: () => columns(titles),
  rows,
  policy: () => [],
  headline,
});
