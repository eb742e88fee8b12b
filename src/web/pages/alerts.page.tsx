import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Form, Head, Moment } from '../parts.js';
import { CardTable, Cell } from '../tables.js';

/** An alert as a line of the list. */
export interface AlertLine {
  readonly id: number;
  readonly at: string;
  readonly isRead: boolean;
  readonly file: string;
  readonly name: string;
  readonly organisation: string;
  readonly reason: string;
}

/** What the list of alerts is made from. */
export interface AlertsPage {
  readonly language: Language;
  readonly token: string;
  readonly lines: readonly AlertLine[];
  /** The alert that the next page begins before. */
  readonly next: number | null;
}

const text = {
  sv: {
    title: 'Larm om nödöppningar',
    lead: (unread: number) =>
      unread === 0 ? 'Alla larm här är lästa.' : `${unread} ${unread === 1 ? 'oläst' : 'olästa'} här.`,
    list: 'Larm, de senaste först',
    who: 'Vem',
    when: 'När',
    file: 'Ärende',
    why: 'Skäl',
    state: 'Läge',
    read: 'Läst',
    unread: 'Oläst',
    mark: 'Markera som läst',
    markOf: (name: string, file: string) => `Markera som läst: ${name}, ärende ${file}`,
    markAll: 'Markera alla som lästa',
    review: 'Granska nödöppningarna',
    more: 'Visa äldre',
    empty:
      'Inga larm. När någon nödöppnar ett ärende som din organisation ansvarar för, eller som du granskar, står det här.',
  },
  en: {
    title: 'Alerts of emergency access',
    lead: (unread: number) => (unread === 0 ? 'All alerts here are read.' : `${unread} unread here.`),
    list: 'Alerts, the newest first',
    who: 'Who',
    when: 'When',
    file: 'Case',
    why: 'Reason',
    state: 'State',
    read: 'Read',
    unread: 'Unread',
    mark: 'Mark as read',
    markOf: (name: string, file: string) => `Mark as read: ${name}, case ${file}`,
    markAll: 'Mark all as read',
    review: 'Review the emergency accesses',
    more: 'Show older',
    empty:
      'No alerts. When somebody opens a case in an emergency that your organisation answers for, or that you review, it stands here.',
  },
} as const;

/** Who opened which file in an emergency, for those who are told of it. */
export function alertsPage(page: AlertsPage): Shown {
  const { language, token, lines, next } = page;
  const say = text[language];
  const unread = lines.filter(({ isRead }) => !isRead).length;
  const main = (
    <>
      <Head title={say.title} lead={lines.length === 0 ? undefined : say.lead(unread)} />
      <div class="acts">
        {unread > 0 && (
          <Form to="/alerts/read" token={token}>
            <input type="hidden" name="upTo" value={lines[0]?.id} />
            <button class="btn" type="submit">
              {say.markAll}
            </button>
          </Form>
        )}
        <a class="btn" href="/reviews?rule=emergency">
          {say.review}
        </a>
      </div>
      {lines.length === 0 ? <p class="empty">{say.empty}</p> : <Alerts {...page} />}
      {next !== null && (
        <p class="pager">
          <a href={`/alerts?before=${next}`}>{say.more}</a>
        </p>
      )}
    </>
  );
  return { title: say.title, main };
}

function Alerts({ language, token, lines }: AlertsPage): VNode {
  const say = text[language];
  return (
    <CardTable caption={say.list} heads={[say.who, say.when, say.file, say.why, say.state, say.mark]} buttons>
      {lines.map(({ id, at, isRead, file, name, organisation, reason }) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            {name}
            <small class="meta block">{organisation}</small>
          </th>
          <Cell l={say.when}>
            <Moment at={at} language={language} />
          </Cell>
          <Cell l={say.file}>{file}</Cell>
          <Cell l={say.why}>{reason}</Cell>
          <Cell l={say.state}>
            <span class={`tag tag-bare ${isRead ? 'is-done' : 'is-now'}`}>
              {isRead ? say.read : say.unread}
            </span>
          </Cell>
          <Cell>
            {!isRead && (
              <Form to={`/alerts/${id}/read`} token={token}>
                <button class="btn btn-small" type="submit" aria-label={say.markOf(name, file)}>
                  {say.mark}
                </button>
              </Form>
            )}
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}
