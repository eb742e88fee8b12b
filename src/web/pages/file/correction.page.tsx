import type { VNode } from 'preact';
import { dayOf } from '../../../domain/zone.js';
import type { Refusal } from '../../../engine/refusals.js';
import { Questions } from '../../forms/question-view.js';
import { ErrorSummary, Field, Form } from '../../parts.js';
import type { Shown } from '../../page.js';
import type { CaseSummary } from './case.js';
import { CorrectionEffects } from './correction-effects.js';
import type { CorrectionPage } from './correction.js';
import { correctionWords as words } from './correction.words.js';
import { CaseTop } from './file-head.js';
import { Log } from './file-log.js';
import { Pairs } from './file-record.js';
import { Carried } from './step.page.js';

interface Correction {
  readonly correction: CorrectionPage;
}

const titleOf = ({ language }: CaseSummary, seq: number): string => `${words.title[language]} ${seq}`;

/** The form by which an event is corrected; once that is asked, what it would change, to be confirmed. */
export function correctionPage(correction: CorrectionPage): Shown {
  const { page, event, faults, foreseen } = correction;
  const title = titleOf(page, event.seq);
  const prefix = faults.length > 0 ? words.error[page.language] : '';
  return {
    title: `${prefix}${title}, ${page.view.id}`,
    main: (
      <>
        <CaseTop page={page} here={title} />
        <Head page={page} title={title} />
        <div class="stack-wide">
          <ErrorSummary faults={faults} language={page.language} />
          {correction.since.length > 0 && <Since correction={correction} />}
          <Standing correction={correction} />
          {foreseen === null ? (
            <CorrectionForm correction={correction} />
          ) : (
            <>
              <CorrectionEffects {...correction} foreseen={foreseen} />
              <Confirm correction={correction} />
            </>
          )}
        </div>
      </>
    ),
  };
}

const Head = ({ page, title }: { readonly page: CaseSummary; readonly title: string }): VNode => (
  <div class="head">
    <div>
      <h1>{title}</h1>
      <p class="lead">{words.lead[page.language]}</p>
    </div>
  </div>
);

/** What stands in the log now. */
const Standing = ({ correction: { event, page } }: Correction): VNode => (
  <section class="sec" aria-labelledby="now">
    <h2 id="now">{words.now[page.language]}</h2>
    <p>
      <time dateTime={dayOf(event.occurredAt)}>{dayOf(event.occurredAt)}</time>: {event.told}
    </p>
    {event.said.length > 0 && <Pairs said={event.said} />}
  </section>
);

function CorrectionForm({ correction }: Correction): VNode {
  const { page, event, ways, state, faults, sent } = correction;
  const { language, view, token } = page;
  return (
    <Form to={hrefOf(view.id, event.seq)} token={token} class="form correcting">
      <input type="hidden" name="key" value={state.key} />
      <input type="hidden" name="version" value={state.version} />
      <span id="form" tabIndex={-1} />
      <button class="vh" type="submit" name="do" value="look" tabIndex={-1} aria-hidden="true">
        {words.look[language]}
      </button>
      <Ways correction={correction} />
      {ways.includes('replace') && <Replacement correction={correction} />}
      <div class="of-note">
        <Field id="note" label={words.note[language]} hint={words.noteHint[language]} faults={faults}>
          {(tied) => (
            <textarea {...tied} rows={3}>
              {sent['note'] ?? ''}
            </textarea>
          )}
        </Field>
      </div>
      <Field id="reason" label={words.reason[language]} faults={faults}>
        {(tied) => (
          <textarea {...tied} rows={3}>
            {sent['reason'] ?? ''}
          </textarea>
        )}
      </Field>
      <p class="acts">
        <button class="btn btn-main" type="submit" name="do" value="look">
          {words.look[language]}
        </button>
        <a href={`/files/${view.id}`}>{words.cancel[language]}</a>
      </p>
    </Form>
  );
}

function Ways({ correction: { page, ways, sent, faults, questions } }: Correction): VNode {
  const { language } = page;
  const fault = faults.find(({ id }) => id === 'way');
  return (
    <fieldset
      class={fault ? 'field field-bad' : 'field'}
      id="way"
      tabIndex={-1}
      aria-describedby={fault && 'way-fault'}
    >
      <legend>{words.way[language]}</legend>
      {fault && (
        <p class="error-line" id="way-fault">
          {fault.message}
        </p>
      )}
      <div class="opts">
        {ways.map((one) => (
          <div class="opt">
            <input type="radio" name="way" id={`way-${one}`} value={one} checked={sent['way'] === one} />
            <label for={`way-${one}`}>
              {one === 'replace' && questions.length === 0
                ? words.waysDayOnly[language]
                : words.ways[one][language]}
              <small class="meta">{words.wayHints[one][language]}</small>
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

const Replacement = ({ correction: { page, questions, sent, faults } }: Correction): VNode => {
  const { language } = page;
  const fault = faults.find(({ id }) => id === 'replacement');
  return (
    <fieldset class="group of-replace" id="replacement" tabIndex={-1}>
      <legend>{words.replacement[language]}</legend>
      {fault && <p class="error-line">{fault.message}</p>}
      {questions.length === 0 && <p class="meta">{words.dataNotHere[language]}</p>}
      <Questions questions={questions} sent={sent} faults={faults} language={language} />
      <Field id="happened" label={words.day[language]} hint={words.dayHint[language]} faults={faults}>
        {(tied) => (
          <input
            {...tied}
            class="w-date"
            inputMode="numeric"
            autocomplete="off"
            value={sent['happened'] ?? ''}
          />
        )}
      </Field>
    </fieldset>
  );
};

function Confirm({ correction }: Correction): VNode {
  const { page, event, sent } = correction;
  const { language, view, token } = page;
  const way = correction.ways.find((one) => one === sent['way']) ?? 'note';
  const said = [
    { label: words.way[language], value: words.ways[way][language], inner: [] },
    ...(way === 'note' ? [{ label: words.note[language], value: sent['note'] ?? '', inner: [] }] : []),
    { label: words.reason[language], value: sent['reason'] ?? '', inner: [] },
  ];
  return (
    <section class="sec" aria-labelledby="yours">
      <h2 id="yours">{words.yourCorrection[language]}</h2>
      <Pairs said={said} />
      <Form to={hrefOf(view.id, event.seq)} token={token}>
        <Carried sent={sent} />
        <p class="acts">
          <button class="btn btn-stop" type="submit" name="do" value="confirm">
            {words.correct[language]}
          </button>
          <button class="btn" type="submit" name="do" value="edit">
            {words.change[language]}
          </button>
          <a href={`/files/${view.id}`}>{words.cancel[language]}</a>
        </p>
      </Form>
    </section>
  );
}

const Since = ({ correction: { since, page } }: Correction) => (
  <div class="notice is-soon" role="alert" tabIndex={-1} autofocus>
    <h2>{words.changed[page.language]}</h2>
    <p>{words.changedHelp[page.language]}</p>
    <Log page={page} events={since} />
  </div>
);

/** Why an event cannot be corrected, to somebody who sees it. */
export const notToCorrectPage = (asked: {
  readonly page: CaseSummary;
  readonly seq: number;
  readonly refusal: Refusal;
}): Shown => {
  const { page, seq, refusal } = asked;
  const { language, view } = page;
  const title = titleOf(page, seq);
  return {
    title: `${title}, ${view.id}`,
    status: refusal.code === 'not-permitted' ? 403 : 422,
    main: (
      <>
        <CaseTop page={page} here={title} />
        <div class="head">
          <h1>{title}</h1>
        </div>
        <div class="notice">
          <p>{words.notPossible[language]}</p>
          <ul class="plain">
            {refusal.sentences.map((one) => (
              <li>{one[language]}</li>
            ))}
          </ul>
          <p class="acts">
            <a class="btn" href={`/files/${view.id}`}>
              {words.back[language]}
            </a>
          </p>
        </div>
      </>
    ),
  };
};

/** Where an event of a case is corrected. */
export const hrefOf = (file: string, seq: number): string => `/files/${file}/events/${seq}/correction`;
