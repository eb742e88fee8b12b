import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Head, Section } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { text } from './report-changes.words.js';
import { Differences, type DifferenceView } from './report-differences.js';

/** One thing that is counted otherwise, in words. */
export interface ChangedLine {
  readonly as: 'entered' | 'left';
  readonly day: string;
  readonly file: string;
  readonly figure: string;
  /** The event by which it became known, and whether it corrects another; null when it is not in a case of the reader's. */
  readonly event: { readonly href: string; readonly seq: string; readonly isCorrection: boolean } | null;
}

/** What the page of the changes is made from. */
export interface ReportChangesPage {
  readonly language: Language;
  readonly report: string;
  readonly until: string;
  readonly known: string;
  readonly differences: readonly DifferenceView[];
  /** Null where no cases are shown: to the public. */
  readonly lines: readonly ChangedLine[] | null;
  readonly happenedSince: number;
  readonly back: string;
}

/** What a report gives otherwise since it was known on a day: the figures, and the cases as far as the reader may see them. */
export function reportChangesPage(page: ReportChangesPage): Shown {
  const { language, report, until, known, differences, lines, happenedSince, back } = page;
  const say = text[language];
  const title = say.title(report);
  const main = (
    <>
      <Head title={title} lead={say.lead(known, until)} />
      <Section id="figures" title={say.figures}>
        {differences.length === 0 ? (
          <p>{say.noFigures}</p>
        ) : (
          <Differences
            all={differences}
            caption={say.figures}
            words={{ before: say.then(known), after: say.now }}
            language={language}
          />
        )}
      </Section>
      <Section id="cases" title={say.cases}>
        {lines === null ? <p>{say.publicly}</p> : <Cases lines={lines} language={language} />}
        {happenedSince > 0 && <p>{say.since(happenedSince)}</p>}
      </Section>
      <p class="acts">
        <a class="btn" href={back}>
          {say.back}
        </a>
      </p>
    </>
  );
  return { title, main };
}

function Cases({
  lines,
  language,
}: {
  readonly lines: readonly ChangedLine[];
  readonly language: Language;
}): VNode {
  const say = text[language];
  if (lines.length === 0) return <p>{say.noCases}</p>;
  return (
    <>
      <p class="meta">{say.hidden}</p>
      <CardTable caption={say.cases} heads={[say.what, say.day, say.case, say.where, say.by]}>
        {lines.map((line) => (
          <tr role="row">
            <Cell l={say.what}>{say.as[line.as]}</Cell>
            <Cell l={say.day}>
              <time dateTime={line.day}>{line.day}</time>
            </Cell>
            <Cell l={say.case}>
              <a href={`/files/${line.file}`}>{line.file}</a>
            </Cell>
            <Cell l={say.where}>{line.figure}</Cell>
            <Cell l={say.by}>
              {line.event === null ? (
                say.follows
              ) : (
                <a href={line.event.href}>
                  {say[line.event.isCorrection ? 'correction' : 'late']} {line.event.seq}
                </a>
              )}
            </Cell>
          </tr>
        ))}
      </CardTable>
    </>
  );
}
