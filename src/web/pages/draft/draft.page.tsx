import type { VNode } from 'preact';
import type { Language } from '../../../platform/language.js';
import { ALL, type Placed } from '../../forms/opening-form.js';
import { Questions } from '../../forms/question-view.js';
import type { Sent } from '../../forms/read-form.js';
import type { Shown } from '../../page.js';
import { Form, type Fault } from '../../parts.js';
import { draftWords as words } from './draft.words.js';
import { TaskList, type TaskLine } from './task-list.js';

/** A question that a colleague answered otherwise meanwhile; null where there is no answer. */
export interface OthersAnswer {
  readonly label: string;
  readonly mine: string | null;
  readonly theirs: string | null;
}

/** One page of a form, or all of them below one another. */
export interface DraftPage {
  readonly language: Language;
  readonly token: string;
  readonly workflow: string;
  readonly label: string;
  /** The form under way; null while nothing of it has been kept. */
  readonly id: string | null;
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly parts: readonly {
    readonly name: string;
    readonly label: string;
    readonly lead: string | null;
    readonly placed: readonly Placed[];
  }[];
  readonly tasks: readonly TaskLine[];
  readonly sent: Sent;
  readonly faults: readonly Fault[];
  /** Whether what stands in it has just been kept. */
  readonly isKept?: boolean;
  readonly others: { readonly by: string; readonly answers: readonly OthersAnswer[] } | null;
}

/** A page of a form under way: its questions, and beside them how far the whole has come. */
export function draftPage(page: DraftPage): Shown {
  const { language, parts, faults, id, name } = page;
  const isAll = name === ALL;
  const title = isAll ? page.label : (parts[0]?.label ?? page.label);
  return {
    title: `${title}${isAll ? '' : `, ${page.label}`}`,
    faults,
    main: (
      <>
        <Where page={page} />
        <div class="head">
          <div>
            <h1>{title}</h1>
            {!isAll && parts[0]?.lead && <p class="lead">{parts[0].lead}</p>}
          </div>
        </div>
        <div class="split">
          <div class="stack-wide">
            {page.isKept && faults.length > 0 && <p class="notice">{words.kept[language]}</p>}
            {page.others && <Others others={page.others} language={language} />}
            <PageForm page={page} />
          </div>
          <aside class="stack" aria-labelledby="tasks">
            <h2 id="tasks">{words.tasks[language]}</h2>
            <TaskList id={id} tasks={page.tasks} here={name} language={language} />
            <p class="meta">
              <a href={`/new/${page.workflow}?ask=${isAll ? 'pages' : 'all'}`}>
                {words[isAll ? 'many' : 'one'][language]}
              </a>
            </p>
          </aside>
        </div>
      </>
    ),
  };
}

/** Where one is: the forms under way, this one, and which part of it. */
export const Where = ({
  page: { language, label, id, name, parts },
}: {
  readonly page: Pick<DraftPage, 'language' | 'label' | 'id' | 'name'> & {
    readonly parts: readonly { readonly label: string }[];
  };
}): VNode => (
  <nav aria-label={words.where[language]}>
    <ol class="crumbs">
      <li>
        <a href="/drafts">{words.title[language]}</a>
      </li>
      <li>{id !== null && name !== '' ? <a href={`/drafts/${id}`}>{label}</a> : label}</li>
      {name !== '' && name !== ALL && <li>{parts[0]?.label}</li>}
    </ol>
  </nav>
);

function PageForm({ page }: { readonly page: DraftPage }): VNode {
  const { language, id, name, workflow, token, parts, sent, faults } = page;
  const isAll = name === ALL;
  return (
    <Form to={id === null ? `/new/${workflow}` : `/drafts/${id}/${name}`} token={token} class="form">
      <input type="hidden" name="key" value={page.key} />
      <input type="hidden" name="version" value={page.version} />
      <input type="hidden" name="page" value={name} />
      <button class="vh" type="submit" name="do" value="next" tabIndex={-1} aria-hidden="true">
        {words.next[language]}
      </button>
      <span id="form" tabIndex={-1} />
      {parts.map(({ name: own, label, lead, placed }) => (
        <>
          {isAll && (
            <div class="form-part">
              <h2 id={`part-${own}`}>{label}</h2>
              {lead && <p class="hint">{lead}</p>}
            </div>
          )}
          {placed.map(({ question, at }) => (
            <Questions questions={[question]} at={at} sent={sent} faults={faults} language={language} />
          ))}
        </>
      ))}
      <p class="acts">
        <button class="btn btn-main" type="submit" name="do" value="next">
          {words[isAll ? 'check' : 'next'][language]}
        </button>
        {!isAll && (
          <button class="btn" type="submit" name="do" value="check">
            {words.toCheck[language]}
          </button>
        )}
        <button class="btn" type="submit" name="do" value="later">
          {words.later[language]}
        </button>
      </p>
    </Form>
  );
}

function Others({
  others: { by, answers },
  language,
}: {
  readonly others: NonNullable<DraftPage['others']>;
  readonly language: Language;
}): VNode {
  const none = <span class="meta">{words.noAnswer[language]}</span>;
  return (
    <div class="notice is-soon" role="alert" tabIndex={-1} autofocus>
      <h2>{words.others[language]}</h2>
      <p>{words.othersHelp[language]}</p>
      {answers.length > 0 && (
        <table>
          <caption class="vh">{words.others[language]}</caption>
          <thead>
            <tr>
              <th scope="col">{words.question[language]}</th>
              <th scope="col">{words.mine[language]}</th>
              <th scope="col">{by}</th>
            </tr>
          </thead>
          <tbody>
            {answers.map(({ label, mine, theirs }) => (
              <tr>
                <th scope="row">{label}</th>
                <td>{mine ?? none}</td>
                <td>{theirs ?? none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
