import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Head, Moment, Section } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { text } from './kept.words.js';
import { Counted, type Account } from './report-counted.js';
import { ReportTable } from './report-table.js';
import type { TableView } from './report-view.js';

/** A figure that is not as it was kept, in words. */
export interface DifferenceView {
  readonly report: string;
  readonly row: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** What the page of one kept report is made from. */
export interface KeptReportPage {
  readonly language: Language;
  readonly id: string;
  readonly title: string;
  readonly asked: string;
  readonly by: string;
  readonly at: string;
  readonly sha256: string;
  /** The report of the same parameters as it is now. */
  readonly present: string;
  readonly isWhole: boolean;
  readonly isSame: boolean;
  readonly isSameDefinition: boolean;
  readonly then: readonly DifferenceView[];
  readonly now: readonly DifferenceView[];
  /** The report's table, and those of its parts. */
  readonly tables: readonly { readonly name: string; readonly title: string; readonly table: TableView }[];
  readonly account: Account;
}

/** A report as it was kept, and what comes of it when it is run again. */
export function keptReportPage(page: KeptReportPage): Shown {
  const { language, title, asked, by, at, tables } = page;
  const say = text[language];
  const main = (
    <>
      <Head
        title={title}
        lead={
          <>
            {asked}. {say.at} <Moment at={at} language={language} />. {say.by} {by}.
          </>
        }
      />
      <p class="acts">
        <a class="btn" href={page.present}>
          {say.asNow}
        </a>
        <a class="btn" href="/reports/kept">
          {say.all}
        </a>
      </p>
      <Section id="again" title={say.again}>
        <Again {...page} />
      </Section>
      <Section id="now" title={say.now}>
        <p>{page.now.length === 0 ? say.nothing : say.changed(page.now.length)}</p>
        {page.now.length > 0 && (
          <Differences all={page.now} caption={say.now} after={say.afterNow} language={language} />
        )}
      </Section>
      {tables.map(({ name, title: own, table }, at) => (
        <Section id={`kept-${name}`} title={at === 0 ? say.figures : own}>
          <ReportTable table={table} scroll={say.scroll} />
        </Section>
      ))}
      <Section id="counted" title={say.counted}>
        <Counted account={[...page.account, [say.id, [page.id]], [say.checksum, [page.sha256]]]} />
      </Section>
    </>
  );
  return { title: `${title} · ${say.title}`, main };
}

function Again({ language, isWhole, isSame, isSameDefinition, then }: KeptReportPage): VNode {
  const say = text[language];
  const told = then.length > 0 ? say.differs : say.differsInWords;
  return (
    <>
      <p>
        <strong>{!isWhole ? say.spoilt : isSame ? say.same : told}</strong>
      </p>
      {!isSameDefinition && <p>{say.otherDefinition}</p>}
      {then.length > 0 && (
        <Differences all={then} caption={say.again} after={say.after} language={language} />
      )}
    </>
  );
}

function Differences({
  all,
  caption,
  after,
  language,
}: {
  readonly all: readonly DifferenceView[];
  readonly caption: string;
  readonly after: string;
  readonly language: Language;
}): VNode {
  const say = text[language];
  const heads = [say.report, say.row, say.column, say.before, after];
  return (
    <CardTable caption={caption} heads={heads} figures={[3, 4]}>
      {all.map((one) => (
        <tr role="row">
          <Cell l={say.report}>{one.report}</Cell>
          <th scope="row" role="rowheader">
            {one.row}
          </th>
          <Cell l={say.column}>{one.column}</Cell>
          <Cell l={say.before} class="r">
            {one.before}
          </Cell>
          <Cell l={after} class="r">
            {one.after}
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}
