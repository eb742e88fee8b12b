import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Head } from '../parts.js';
import { text } from './reports.words.js';

/** One report of the overview. */
export interface ReportLine {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  readonly headline: string | null;
  readonly until: string;
  readonly known: string;
}

/** All reports: what each answers, and what it says now. */
export function reportsPage({
  language,
  lines,
}: {
  readonly language: Language;
  readonly lines: readonly ReportLine[];
}): Shown {
  const say = text[language];
  const main = (
    <>
      <Head title={say.title} lead={say.lead} />
      {lines.map(({ name, title, question, headline, until, known }) => (
        <section class="sec report-line" aria-labelledby={name}>
          <div class="sec-head">
            <h2 id={name}>
              <a href={`/reports/${name}`}>{title}</a>
            </h2>
          </div>
          <p>{question}</p>
          <p class="answer">{headline ?? say.noFigure}</p>
          <p class="source">
            {say.until} <time dateTime={until}>{until}</time>. {say.known}{' '}
            <time dateTime={known}>{known}</time>.
          </p>
        </section>
      ))}
    </>
  );
  return { title: say.title, main };
}
