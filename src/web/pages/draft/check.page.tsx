import type { VNode } from 'preact';
import type { AnsweredPage } from '../../../files/form-copy.js';
import type { WeighedRule } from '../../../files/shapes.js';
import type { Language } from '../../../platform/language.js';
import type { Shown } from '../../page.js';
import { Form, type Fault } from '../../parts.js';
import { Answers } from './answers.js';
import { Conditions } from './conditions.js';
import { Where } from './draft.page.js';
import { draftWords as words } from './draft.words.js';
import { TaskList, type TaskLine } from './task-list.js';

/** A form as a whole, before it is sent. */
export interface CheckPage {
  readonly language: Language;
  readonly token: string;
  readonly id: string;
  readonly label: string;
  /** What the event that sends it off is called; null when it is opened and no more. */
  readonly sends: string | null;
  readonly tasks: readonly TaskLine[];
  readonly pages: readonly AnsweredPage[];
  /** Questions whose answers were reckoned from others. */
  readonly followed: readonly string[];
  /** What is still wrong or missing, each with the page where it is asked. */
  readonly faults: readonly Fault[];
  readonly rules: readonly WeighedRule[];
}

/** Check your answers: all questions with their answers, the conditions, and then it is sent. */
export function checkPage(page: CheckPage): Shown {
  const { language, id, label, faults } = page;
  const title = words.check[language];
  return {
    title: `${title}, ${label}`,
    status: 200,
    faults,
    main: (
      <>
        <Where page={{ language, label, id, name: 'check', parts: [{ label: title }] }} />
        <div class="head">
          <h1>{title}</h1>
        </div>
        <div class="split">
          <div class="stack-wide">
            <Conditions rules={page.rules} language={language} />
            <Answers pages={page.pages} language={language} change={(name) => `/drafts/${id}/${name}`} />
            {page.followed.length > 0 && (
              <p class="hint">
                {words.reckoned[language]}: {page.followed.join(', ')}
              </p>
            )}
            {faults.length === 0 && <Sending page={page} />}
          </div>
          <aside class="stack" aria-labelledby="tasks">
            <h2 id="tasks">{words.tasks[language]}</h2>
            <TaskList id={id} tasks={page.tasks} here="check" language={language} />
          </aside>
        </div>
      </>
    ),
  };
}

function Sending({ page: { id, token, language, sends } }: { readonly page: CheckPage }): VNode {
  return (
    <Form to={`/drafts/${id}/send`} token={token} class="form">
      {sends && <p>{words.sentSoon[language]}</p>}
      <p class="acts">
        {sends && (
          <button class="btn btn-main" type="submit" name="do" value="send">
            {sends}
          </button>
        )}
        <button class={sends ? 'btn' : 'btn btn-main'} type="submit" name="do" value="open">
          {words.openOnly[language]}
        </button>
      </p>
      {sends && <p class="hint">{words.openHelp[language]}</p>}
    </Form>
  );
}
