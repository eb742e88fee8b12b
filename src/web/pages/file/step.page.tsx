import type { VNode } from 'preact';
import type { Foreseen } from '../../../files/event-shapes.js';
import { dayOf } from '../../../domain/zone.js';
import { Questions } from '../../forms/question-view.js';
import { sendingOf } from '../../forms/sending.js';
import { Field, Form } from '../../parts.js';
import type { Shown } from '../../page.js';
import type { CaseSummary, LoggedEvent } from './case.js';
import { ConfirmForm, NotPossible, Since, Ways } from './case-form.js';
import { Conditions } from '../draft/conditions.js';
import { Effects } from './step-effects.js';
import { CaseTop } from './file-head.js';
import { Pairs } from './file-record.js';
import { stepHref } from './file-steps.js';
import { Reasons, Send, Unanswered } from './step-send.js';
import type { StepPage } from './step.js';
import { stepWords as words } from './step.words.js';

/** One step as a page of its own. */
export function stepPage(step: StepPage): Shown {
  const { page, action, foreseen } = step;
  return {
    title: `${action.label}, ${page.view.id}`,
    // Whoever may not take the step any longer is told why, and of no field.
    faults: isAsked(step) ? step.faults : [],
    main: (
      <>
        <CaseTop page={page} here={action.label} />
        <div class="head">
          <div>
            <h1>{action.label}</h1>
            <p class="lead">
              {page.name ?? page.view.id}
              {page.district && `, ${page.district}`}
            </p>
          </div>
        </div>
        {step.mustConfirm && foreseen ? <Confirm step={step} foreseen={foreseen} /> : <Asking step={step} />}
      </>
    ),
  };
}

const isAsked = ({ action: { answer }, since, isLate }: StepPage): boolean =>
  answer === 'allowed' || answer === 'allowed-if' || since.length > 0 || isLate === true;

/** The form, and what it would do: beside it, or above it where it takes something away, so that nobody acts unaware. */
function Asking({ step }: { readonly step: StepPage }): VNode {
  const { page, action, foreseen, since, called, asks } = step;
  const effects = foreseen && <Effects foreseen={foreseen} page={page} called={called} />;
  const isBeside = effects !== null && !action.grave;
  return (
    <div class={isBeside ? 'split split-form' : undefined}>
      <div class="stack-wide">
        {asks && <Asks asks={asks} />}
        {since.length > 0 && <Since page={page} since={since} />}
        <Conditions rules={action.weighed ?? []} language={page.language} />
        {!isBeside && effects}
        {isAsked(step) ? (
          <StepForm step={step} />
        ) : (
          <NotPossible
            page={page}
            lead={words.notPossible[page.language]}
            why={whyNot(step)}
            ways={step.ways}
          />
        )}
      </div>
      {isBeside && effects}
    </div>
  );
}

/** What the step answers: when it was asked, by whom, and what. */
const Asks = ({ asks }: { readonly asks: LoggedEvent }): VNode => (
  <div class="notice">
    <p>
      <b>{asks.told}</b> {asks.name}, <time dateTime={dayOf(asks.occurredAt)}>{dayOf(asks.occurredAt)}</time>
    </p>
    <Pairs said={asks.said} />
  </div>
);

function StepForm({ step }: { readonly step: StepPage }): VNode {
  const { page, action, questions, sent, faults, state } = step;
  const { language, view, token } = page;
  const sending = sendingOf(questions);
  return (
    <Form to={stepHref(view.id, action)} token={token} class="form">
      <input type="hidden" name="key" value={state.key} />
      <input type="hidden" name="version" value={state.version} />
      {step.seen && <input type="hidden" name="seen" value={step.seen} />}
      {sending && <Unanswered step={step} />}
      <span id="form" tabIndex={-1} />
      {action.sentences.length > 0 && (
        <div class="notice">
          <p>{(step.isLate ? words.notToday : words.mustHold)[language]}</p>
          <ul class="plain">
            {action.sentences.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
          {step.isLate && <Ways page={page} ways={step.ways} />}
        </div>
      )}
      {action.proposedBy && <p class="notice">{words.secondPerson[language]}</p>}
      {action.twoPersons && !action.proposedBy && <p class="notice">{words.firstPerson[language]}</p>}
      {step.emptied && <p class="hint">{words.known[step.emptied][language]}</p>}
      <Questions
        questions={questions.filter((one) => one !== sending)}
        sent={sent}
        faults={faults}
        language={language}
      />
      <Happened sent={sent} faults={faults} language={language} isOpen={step.isLate === true} />
      {sending ? <Reasons step={step} sending={sending} /> : <Send step={step} />}
    </Form>
  );
}

const Happened = ({
  sent,
  faults,
  language,
  isOpen,
}: Pick<StepPage, 'sent' | 'faults'> & Pick<CaseSummary, 'language'> & { readonly isOpen: boolean }) => {
  const isWrong = faults.some(({ id }) => id === 'happened');
  return (
    <details open={isOpen || isWrong || (sent['happened'] ?? '') !== ''}>
      <summary>{words.otherDay[language]}</summary>
      <Field
        {...{ id: 'happened', label: words.happened[language], hint: words.happenedHint[language], faults }}
      >
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
    </details>
  );
};

function Confirm({ step, foreseen }: { readonly step: StepPage; readonly foreseen: Foreseen }): VNode {
  const { page, action, sent, called } = step;
  const to = stepHref(page.view.id, action);
  return (
    <>
      <Effects {...{ foreseen, page, called }} />
      <ConfirmForm {...{ page, to, sent, label: action.label, change: words.change[page.language] }} />
    </>
  );
}

/** Why a step cannot be taken, and where it can. */
function whyNot({ action: { sentences, possibleIn }, page }: StepPage): string[] {
  const where = `${words.possibleIn[page.language]}: ${possibleIn.join(', ')}.`;
  return possibleIn.length > 0 ? [...sentences, where] : [...sentences];
}

/** The step was taken, and the case is no longer for the one who took it. */
export const lostSight = ({ language }: CaseSummary, label: string): Shown => ({
  title: words.gone[language],
  main: (
    <>
      <div class="head">
        <div>
          <h1>{words.gone[language]}</h1>
          <p class="lead">
            {label}: {words.goneLead[language]}
          </p>
        </div>
      </div>
      <p class="acts">
        <a class="btn btn-main" href="/">
          {words.toStart[language]}
        </a>
      </p>
    </>
  ),
});
