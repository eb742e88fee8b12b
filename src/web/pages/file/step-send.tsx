import type { VNode } from 'preact';
import type { Sending } from '../../forms/sending.js';
import { ErrorLine } from '../../parts.js';
import type { StepPage } from './step.js';
import { stepWords as words } from './step.words.js';

interface Step {
  readonly step: StepPage;
}

/** Stands first in the form: the return key sends it, and answers no question by that. */
export const Unanswered = ({ step: { action } }: Step): VNode => (
  <button class="vh" type="submit" name="do" value="take" tabIndex={-1} aria-hidden="true">
    {action.label}
  </button>
);

/** The buttons of a form: its step, and a look at what it would do where that is not told already. */
export function Send({ step: { page, action, foreseen } }: Step): VNode {
  const { language, view } = page;
  const isTold = foreseen !== null;
  return (
    <p class="acts">
      <button class={action.grave ? 'btn btn-stop' : 'btn btn-main'} type="submit" name="do" value="take">
        {action.label}
        {action.grave && !isTold && ` …`}
      </button>
      {!action.grave && (
        <button class="btn" type="submit" name="do" value="look">
          {words.look[language]}
        </button>
      )}
      <a href={`/files/${view.id}`}>{words.cancel[language]}</a>
    </p>
  );
}

/** The reasons of a step as buttons: whoever says why takes it by that. */
export function Reasons({ step, sending }: Step & { readonly sending: Sending }): VNode {
  const { page, action, sent, faults, foreseen } = step;
  const { language, view } = page;
  const at = `d.${sending.name}`;
  const fault = faults.find(({ id }) => id === at);
  const plain = action.grave ? 'btn btn-stop' : 'btn';
  return (
    <>
      <fieldset
        class={fault ? 'field field-bad' : 'field'}
        id={at}
        tabIndex={-1}
        aria-describedby={fault ? `${at}-hint ${at}-fault` : `${at}-hint`}
      >
        <legend>{sending.label}</legend>
        <p class="hint" id={`${at}-hint`}>
          {action.grave && foreseen === null
            ? words.reasonLooks[language]
            : `${words.reasonSends[language]}: ${action.label}.`}
        </p>
        {fault && <ErrorLine id={`${at}-fault`} says={fault.message} />}
        <div class="acts">
          {sending.control.options.map(({ value, label }) => (
            <button
              class={sent[at] === value && !action.grave ? 'btn btn-main' : plain}
              type="submit"
              name={at}
              value={value}
            >
              {label}
            </button>
          ))}
        </div>
      </fieldset>
      <p class="acts">
        <a href={`/files/${view.id}`}>{words.cancel[language]}</a>
      </p>
    </>
  );
}
