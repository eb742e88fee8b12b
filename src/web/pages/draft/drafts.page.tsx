import type { VNode } from 'preact';
import type { Language } from '../../../platform/language.js';
import { daysAgo } from '../../days.js';
import type { Shown } from '../../page.js';
import { Form, Head } from '../../parts.js';
import { Where } from './draft.page.js';
import { draftWords as words } from './draft.words.js';
import { TaskList, type TaskLine } from './task-list.js';

/** A form under way in the list. `family`: null for one that somebody else began, or that has no name yet. */
export interface DraftLine {
  readonly id: string;
  readonly label: string;
  readonly family: string | null;
  readonly isMine: boolean;
  readonly by: string;
  readonly changed: string;
  readonly done: number;
  readonly parts: number;
}

/** The list of forms under way. */
export interface DraftsPage {
  readonly language: Language;
  readonly today: string;
  readonly drafts: readonly DraftLine[];
  readonly begins: readonly { readonly href: string; readonly label: string }[];
}

/** The forms under way of an organisation, and where new ones begin. */
export function draftsPage({ language, today, drafts, begins }: DraftsPage): Shown {
  return {
    title: words.title[language],
    main: (
      <>
        <Head title={words.title[language]} lead={words.lead[language]} />
        {drafts.length === 0 ? (
          <p class="empty">{words.none[language]}</p>
        ) : (
          <Table {...{ drafts, today, language }} />
        )}
        <p class="acts">
          {begins.map(({ href, label }) => (
            <a class="btn" href={href}>
              {label}
            </a>
          ))}
        </p>
      </>
    ),
  };
}

function Table({ drafts, today, language }: Pick<DraftsPage, 'drafts' | 'today' | 'language'>): VNode {
  return (
    <table class="cards">
      <caption class="vh">{words.title[language]}</caption>
      <thead>
        <tr>
          <th scope="col">{words.whose[language]}</th>
          <th scope="col">{words.by[language]}</th>
          <th scope="col">{words.changed[language]}</th>
          <th scope="col">{words.far[language]}</th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((one) => (
          <tr>
            <th scope="row">
              <a href={`/drafts/${one.id}`}>{one.family ?? one.label}</a>{' '}
              {one.family === null && (
                <small class="meta">{words[one.isMine ? 'unnamed' : 'hidden'][language]}</small>
              )}
            </th>
            <td data-l={words.by[language]}>{one.by}</td>
            <td data-l={words.changed[language]}>
              <time dateTime={one.changed}>{one.changed}</time>, {daysAgo(today, one.changed, language)}
            </td>
            <td data-l={words.far[language]}>
              {one.done} {words.of[language]} {one.parts}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A form under way: how far it has come, who sees it, and whose it is. */
export interface TaskListPage {
  readonly language: Language;
  readonly token: string;
  readonly id: string;
  readonly label: string;
  readonly family: string | null;
  readonly isOwn: boolean;
  readonly isMine: boolean;
  readonly tasks: readonly TaskLine[];
}

/** A form under way as a task list: where to go on, who sees it, and how it is thrown away. */
export function taskListPage(page: TaskListPage): Shown {
  const { language, id, label, family, tasks } = page;
  const next = tasks.find(({ stand }) => stand === 'todo' || stand === 'begun')?.name ?? 'check';
  return {
    title: label,
    main: (
      <>
        <Where page={{ language, label, id, name: '', parts: [] }} />
        <Head title={label} lead={family ?? undefined} />
        <div class="split">
          <div class="stack">
            <TaskList id={id} tasks={tasks} language={language} />
            <p class="acts">
              <a class="btn btn-main" href={`/drafts/${id}/${next}`}>
                {words[next === 'check' ? 'check' : 'open'][language]}
              </a>
            </p>
          </div>
          <aside class="stack">
            <Whose page={page} />
          </aside>
        </div>
      </>
    ),
  };
}

const Whose = ({ page: { language, token, id, isOwn, isMine } }: { readonly page: TaskListPage }): VNode => (
  <>
    {isMine && (
      <Form to={`/drafts/${id}/own`} token={token} class="stack">
        <p class="hint">{isOwn ? words.ownNow[language] : words.ownHelp[language]}</p>
        <button class="btn btn-small" type="submit" name="own" value={isOwn ? 'no' : 'yes'}>
          {words[isOwn ? 'shared' : 'own'][language]}
        </button>
      </Form>
    )}
    <details>
      <summary>{words.discard[language]}</summary>
      <p class="hint">{words.discardHelp[language]}</p>
      <Form to={`/drafts/${id}/discard`} token={token}>
        <button class="btn btn-small btn-stop" type="submit">
          {words.discardDo[language]}
        </button>
      </Form>
    </details>
  </>
);
