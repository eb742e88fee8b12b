import type { Text } from '../../../workflows/definition.js';
import { wordsOf } from '../../reports/words.js';
import type { Language } from '../../platform/language.js';
import type { Answer } from '../../reports/index.js';
import type { SourceView } from '../pages/report-found.js';
import { text } from '../pages/reports.words.js';
import { figure } from './report-lines.js';

/** What the figures rest on. */
export const sourceView = ({ period, basis }: Answer, language: Language): SourceView => ({
  until: period.until,
  known: basis.asKnownOn,
  lastRecordedAt: basis.lastRecordedAt,
  events: figure(basis.events, language),
});

/** The same as one line, for where it is pasted. */
export function sourceLine({ title, period, basis }: Answer, language: Language): string {
  const say = text[language];
  return [
    `Husrum, ${title[language].toLowerCase()}`,
    `${say.until} ${period.until}`,
    `${say.known} ${basis.asKnownOn}`,
    ...(basis.lastRecordedAt === null ? [] : [`${say.lastEvent} ${basis.lastRecordedAt}`]),
    say.events(figure(basis.events, language)),
  ]
    .join('. ')
    .concat('.');
}

/** What is counted and by which choices, as label and values. */
export function accountView(answer: Answer, language: Language): [string, readonly string[]][] {
  const say = text[language];
  const division = wordsOf('division', answer.parameters.division);
  const told: [string, readonly Text[]][] = [
    [say.definition, [answer.definition]],
    [say.population, [answer.population]],
    [say.division, division ? [division] : []],
    [say.policy, answer.policy],
    [say.note, answer.notes],
  ];
  return told.flatMap(([label, values]) =>
    values.length === 0 ? [] : [[label, values.map((one) => one[language])]],
  );
}
