import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import { Moment, Section } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { auditText as text } from './audit.words.js';

/** A kept report with how many cases have been corrected since that it rests on. */
export interface CorrectedAfter {
  readonly href: string;
  readonly name: string;
  readonly at: string;
  readonly cases: number;
}

/** What was corrected after a report was kept, each the way to what it has changed. */
export function CorrectedSince({
  language,
  corrected,
}: {
  readonly language: Language;
  readonly corrected: readonly CorrectedAfter[];
}): VNode {
  const say = text[language];
  return (
    <Section id="corrected" title={say.correctedSince}>
      {corrected.length === 0 && <p class="empty">{say.correctedNone}</p>}
      {corrected.length > 0 && (
        <CardTable
          caption={say.correctedSince}
          heads={[say.report, say.keptAt, say.correctedCases]}
          figures={[2]}
        >
          {corrected.map(({ href, name, at, cases }) => (
            <tr role="row">
              <th scope="row" role="rowheader">
                <a href={href}>{name}</a>
              </th>
              <Cell l={say.keptAt}>
                <Moment at={at} language={language} />
              </Cell>
              <Cell l={say.correctedCases} class="r">
                {figure(cases, language)}
              </Cell>
            </tr>
          ))}
        </CardTable>
      )}
    </Section>
  );
}
