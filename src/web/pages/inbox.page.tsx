import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Form, Head, Moment } from '../parts.js';
import { CardTable, Cell, Chips } from '../tables.js';
import { inboxWords as words } from './inbox.words.js';

/** A notice as a line of the inbox. */
export interface NoticeLine {
  readonly id: number;
  readonly at: string;
  readonly isRead: boolean;
  readonly file: string;
  readonly told: string;
  readonly workflow: string;
  /** What the family or flat is called; null where no name is to be seen. */
  readonly name: string | null;
}

/** What the inbox is made from. */
export interface InboxPage {
  readonly language: Language;
  readonly token: string;
  readonly lines: readonly NoticeLine[];
  /** Whether those that are read are left out. */
  readonly unread: boolean;
  /** Whose inbox it is, when it is somebody else's. */
  readonly of: string | null;
  readonly next: string | null;
}

/** What has happened in the cases that somebody works with, the newest first. */
export function inboxPage(page: InboxPage): Shown {
  const { language, token, lines, unread, of, next } = page;
  const first = lines[0];
  const main = (
    <>
      <Head title={words.title[language]} lead={leadOf(page)} />
      <Chips
        label={words.filter[language]}
        all={[
          { href: '/inbox', text: words.unread[language], isNow: unread },
          { href: '/inbox?show=all', text: words.all[language], isNow: !unread },
        ]}
      />
      {lines.length === 0 ? (
        <p class="empty">{(unread ? words.noneUnread : words.none)[language]}</p>
      ) : (
        <Notices {...page} />
      )}
      {of === null && first !== undefined && lines.some(({ isRead }) => !isRead) && (
        <Form to="/inbox/read" token={token} class="acts">
          <input type="hidden" name="upTo" value={first.id} />
          <button class="btn" type="submit">
            {words.markAll[language]}
          </button>
        </Form>
      )}
      {next !== null && (
        <p class="pager">
          <a href={next}>{words.older[language]}</a>
        </p>
      )}
      <p>
        <a href="/settings">{words.settings[language]}</a>
      </p>
    </>
  );
  return { title: words.title[language], main, live: 'list' };
}

function leadOf({ language, of }: InboxPage): string {
  return of === null ? words.lead[language] : words.leadOf(of)[language];
}

function Notices({ language, lines }: InboxPage): VNode {
  const heads = [words.what, words.which, words.when, words.state].map((one) => one[language]);
  return (
    <CardTable caption={words.list[language]} heads={heads}>
      {lines.map(({ at, isRead, file, told, workflow, name }) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            <a href={`/files/${file}`}>{told}</a>
          </th>
          <Cell l={heads[1]}>
            {name ?? workflow}{' '}
            <small class="meta block">{name === null ? file : `${workflow}, ${file}`}</small>
          </Cell>
          <Cell l={heads[2]}>
            <Moment at={at} language={language} />
          </Cell>
          <Cell l={heads[3]}>
            <span class={`tag tag-bare ${isRead ? 'is-done' : 'is-now'}`}>
              {(isRead ? words.isRead : words.isUnread)[language]}
            </span>
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}
