import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Form, Head, Moment, Section, type Fault } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { text as dialogue } from './dialogue.words.js';
import { text } from './kept.words.js';
import { Counted, type Account } from './report-counted.js';
import { PartyFields, type Party } from './party-fields.js';
import { Differences, type DifferenceView } from './report-differences.js';
import { ReportTable } from './report-table.js';
import type { TableView } from './report-view.js';

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
  readonly token: string;
  /** When and to whom it was sent. */
  readonly sendings: readonly { readonly day: string; readonly to: string }[];
  /** Whom it may be noted as sent to; empty for those who do not write the dialogue log. */
  readonly parties: readonly Party[];
  readonly faults: readonly Fault[];
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
          <Differences
            all={page.now}
            caption={say.now}
            words={{ before: say.before, after: say.afterNow }}
            language={language}
          />
        )}
      </Section>
      <Sendings {...page} />
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
  return { title: `${title} · ${say.title}`, main, faults: page.faults };
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
      {then.length > 0 && <Differences all={then} caption={say.again} words={say} language={language} />}
    </>
  );
}

/** When and to whom it was sent, and the form by which that is noted. */
function Sendings({ language, id, token, sendings, parties, faults }: KeptReportPage): VNode {
  const say = dialogue[language];
  return (
    <Section id="sent" title={say.sendings}>
      {sendings.length === 0 ? (
        <p>{say.notSent}</p>
      ) : (
        <CardTable caption={say.sendings} heads={[say.day, say.sentTo]}>
          {sendings.map(({ day, to }) => (
            <tr role="row">
              <Cell l={say.day}>
                <time dateTime={day}>{day}</time>
              </Cell>
              <Cell l={say.sentTo}>{to}</Cell>
            </tr>
          ))}
        </CardTable>
      )}
      {parties.length > 0 && (
        <Form to={`/reports/kept/${id}/sent`} token={token} class="form">
          <PartyFields
            {...{ parties, faults, chosen: [], legend: say.sentTo, others: say.others, hint: say.sentToHint }}
          />
          <p class="acts">
            <button class="btn" type="submit">
              {say.sendIt}
            </button>
          </p>
        </Form>
      )}
    </Section>
  );
}
