import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Head } from '../parts.js';
import { unbroken } from '../unbroken.js';
import { text } from './reports.words.js';

/** One report of the overview. */
export interface ReportLine {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  readonly headline: string | null;
  readonly until: string;
  readonly known: string;
  /** Where it is told booking by booking, for those who may see that. */
  readonly ledger: string | null;
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
      <p>
        <a href="/reports/kept">{say.kept}</a>
      </p>
      {lines.map(({ name, title, question, headline, until, known, ledger }) => (
        <section class="sec report-line" aria-labelledby={name}>
          <div class="sec-head">
            <h2 id={name}>
              <a href={`/reports/${name}`}>{title}</a>
            </h2>
          </div>
          <p>{question}</p>
          <p class="answer">{unbroken(headline ?? say.noFigure)}</p>
          <p class="source">
            {say.until} <time dateTime={until}>{until}</time>. {say.known}{' '}
            <time dateTime={known}>{known}</time>. {ledger && <a href={ledger}>{say.ledger}</a>}
          </p>
        </section>
      ))}
    </>
  );
  return { title: say.title, main };
}
