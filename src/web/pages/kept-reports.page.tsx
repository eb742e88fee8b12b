import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Head, Moment } from '../parts.js';
import { MakePacks, type PacksForm } from './packs-form.js';
import { CardTable, Cell } from '../tables.js';
import { text } from './kept.words.js';
import { text as reports } from './reports.words.js';

/** What the list of kept reports is made from. */
export interface KeptReportsPage {
  readonly language: Language;
  readonly lines: readonly {
    readonly id: string;
    readonly report: string;
    readonly asked: string;
    readonly by: string;
    readonly at: string;
  }[];
  readonly next: string | null;
  readonly first: string | null;
  /** The form by which the routine reports are made. */
  readonly form: PacksForm;
}

/** The kept reports, the newest first. No figure stands here. */
export function keptReportsPage({ language, lines, next, first, form }: KeptReportsPage): Shown {
  const say = text[language];
  const main = (
    <>
      <Head title={say.title} lead={say.lead} />
      <MakePacks {...form} />
      {lines.length === 0 ? (
        <p class="empty">{say.none}</p>
      ) : (
        <CardTable caption={say.title} heads={[say.report, say.asked, say.by, say.at, say.id]}>
          {lines.map(({ id, report, asked, by, at }) => (
            <tr role="row">
              <th scope="row" role="rowheader">
                <a href={`/reports/kept/${id}`}>{report}</a>
              </th>
              <Cell l={say.asked}>{asked}</Cell>
              <Cell l={say.by}>{by}</Cell>
              <Cell l={say.at}>
                <Moment at={at} language={language} />
              </Cell>
              <Cell l={say.id}>
                <code>{id}</code>
              </Cell>
            </tr>
          ))}
        </CardTable>
      )}
      <p class="acts">
        {next && (
          <a class="btn" href={next}>
            {say.next}
          </a>
        )}
        {first && (
          <a class="btn" href={first}>
            {say.first}
          </a>
        )}
        <a class="btn" href="/reports">
          {reports[language].all}
        </a>
      </p>
    </>
  );
  return { title: say.title, main, faults: form.faults };
}
