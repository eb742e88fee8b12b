import type { VNode } from 'preact';
import { Questions } from '../../forms/question-view.js';
import { ErrorLine, Field, Form } from '../../parts.js';
import { correctionHref, type CorrectionPage } from './correction.js';
import { correctionWords as words } from './correction.words.js';

interface Correction {
  readonly correction: CorrectionPage;
}

/** Asks what is wrong, what should stand instead, and why. */
export function CorrectionForm({ correction }: Correction): VNode {
  const { page, event, ways, state, faults, sent } = correction;
  const { language, view, token } = page;
  return (
    <Form to={correctionHref(view.id, event.seq)} token={token} class="form correcting">
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
      {fault && <ErrorLine id="way-fault" says={fault.message} />}
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
      {fault && <ErrorLine says={fault.message} />}
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
