import type { VNode } from 'preact';
import type { Sent } from '../../forms/read-form.js';
import type { ActionView } from '../../../files/shapes.js';
import type { Refusal } from '../../../engine/refusals.js';
import type { Shown } from '../../page.js';
import { Form } from '../../parts.js';
import type { CaseSummary, LoggedEvent } from './case.js';
import { CaseTop } from './file-head.js';
import { Log } from './file-log.js';
import { stepHref } from './file-steps.js';
import { stepWords as words } from './step.words.js';

/** What others did to the case since a form of it was opened. */
export const Since = ({
  page,
  since,
}: {
  readonly page: CaseSummary;
  readonly since: readonly LoggedEvent[];
}): VNode => (
  <div class="notice is-soon" role="alert" tabIndex={-1} autofocus>
    <h2>{words.changed[page.language]}</h2>
    <p>{words.changedHelp[page.language]}</p>
    <Log page={page} events={since} />
  </div>
);

/** What would mend it: the first step is what to do now. */
export const Ways = ({
  page: { view },
  ways,
}: {
  readonly page: CaseSummary;
  readonly ways: readonly ActionView[];
}): VNode | null =>
  ways.length === 0 ? null : (
    <p class="acts">
      {ways.map((one) => (
        <a class="btn" href={stepHref(view.id, one)}>
          {one.label}
        </a>
      ))}
    </p>
  );

/** Why something cannot be done, what would mend it, and the way back to the case. */
export const NotPossible = ({
  page: { language, view },
  lead,
  why,
  ways = [],
}: {
  readonly page: CaseSummary;
  readonly lead: string;
  readonly why: readonly string[];
  readonly ways?: readonly ActionView[];
}): VNode => (
  <div class="notice">
    <p>{lead}</p>
    <ul class="plain">
      {why.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
    <p class="acts">
      {ways.map((one) => (
        <a class="btn btn-main" href={stepHref(view.id, one)}>
          {one.label}
        </a>
      ))}
      <a class="btn" href={`/files/${view.id}`}>
        {words.back[language]}
      </a>
    </p>
  </div>
);

/** The page of an event with which something cannot be done, to somebody who sees it: what, and why not. */
export const notPossiblePage = (
  page: CaseSummary,
  refusal: Refusal,
  { title, lead }: { readonly title: string; readonly lead: string },
): Shown => ({
  title: `${title}, ${page.view.id}`,
  status: refusal.code === 'not-permitted' ? 403 : 422,
  main: (
    <>
      <CaseTop page={page} here={title} />
      <div class="head">
        <h1>{title}</h1>
      </div>
      <NotPossible page={page} lead={lead} why={refusal.sentences.map((one) => one[page.language])} />
    </>
  ),
});

/** What was typed, carried along unseen, to be confirmed or changed. `label`: what is done; `change`: the way back to the form. */
export const ConfirmForm = ({
  page: { language, view, token },
  to,
  sent,
  label,
  change,
}: {
  readonly page: CaseSummary;
  readonly to: string;
  readonly sent: Sent;
  readonly label: string;
  readonly change: string;
}): VNode => (
  <Form to={to} token={token}>
    {Object.entries(sent)
      .filter(([name]) => !['do', 'add', 'token', 'seen'].includes(name))
      .map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    <p class="acts">
      <button class="btn btn-stop" type="submit" name="do" value="confirm">
        {label}
      </button>
      <button class="btn" type="submit" name="do" value="edit">
        {change}
      </button>
      <a href={`/files/${view.id}`}>{words.cancel[language]}</a>
    </p>
  </Form>
);
