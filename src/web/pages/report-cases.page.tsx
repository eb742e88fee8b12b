import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Head } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { text } from './reports.words.js';

/** One thing that the figure counts. */
export interface CaseLine {
  readonly day: string;
  readonly file: string;
  readonly kind: 'household' | 'dwelling';
  /** Each process of the file, in words, with the state it is in. */
  readonly states: readonly string[];
  readonly district: string;
}

/** What the list behind a figure is made from. */
export interface ReportCasesPage {
  readonly language: Language;
  readonly report: string;
  readonly column: string;
  readonly row: string;
  readonly until: string;
  readonly back: string;
  readonly lines: readonly CaseLine[];
  readonly seen: number;
  readonly next: string | null;
  readonly first: string | null;
}

/** The cases behind one figure, as far as the reader may see them. No name stands here. */
export function reportCasesPage(page: ReportCasesPage): Shown {
  const { language, report, column, row, until, back, lines, seen } = page;
  const say = text[language];
  const title = say.casesTitle(column, row);
  const main = (
    <>
      <Head title={title} lead={`${report}, ${say.until.toLowerCase()} ${until}. ${say.casesLead(seen)}`} />
      {lines.length > 0 && (
        <CardTable caption={say.casesList} heads={[say.day, say.case, say.state, say.district]}>
          {lines.map((line) => (
            <Line line={line} language={language} />
          ))}
        </CardTable>
      )}
      <p class="acts">
        {page.next && (
          <a class="btn" href={page.next}>
            {say.next}
          </a>
        )}
        {page.first && (
          <a class="btn" href={page.first}>
            {say.first}
          </a>
        )}
        <a class="btn" href={back}>
          {say.back}
        </a>
      </p>
    </>
  );
  return { title, main };
}

function Line({ line, language }: { readonly line: CaseLine; readonly language: Language }): VNode {
  const say = text[language];
  const { day, file, kind, states, district } = line;
  return (
    <tr role="row">
      <Cell l={say.day}>
        <time dateTime={day}>{day}</time>
      </Cell>
      <Cell l={say.case}>
        <a href={`/files/${file}`}>{file}</a> <span class="meta">{say.kind[kind]}</span>
      </Cell>
      <Cell l={say.state}>{states.join(', ')}</Cell>
      <Cell l={say.district}>{district}</Cell>
    </tr>
  );
}
