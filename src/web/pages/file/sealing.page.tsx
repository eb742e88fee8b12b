import type { VNode } from 'preact';
import type { Text } from '../../../../workflows/definition.js';
import { dayOf } from '../../../domain/zone.js';
import type { Refusal } from '../../../engine/refusals.js';
import { Field, Form } from '../../parts.js';
import type { Shown } from '../../page.js';
import type { CaseSummary } from './case.js';
import { notPossiblePage, Since } from './case-form.js';
import { CaseTop } from './file-head.js';
import { Pairs } from './file-record.js';
import { sealingHref, type SealingPage } from './sealing.js';
import { sealingWords as words } from './sealing.words.js';

const titleOf = ({ language }: CaseSummary, seq: number): string => `${words.title[language]} ${seq}`;

/** What goes, what it takes, and why: the second of two persons does it for good. */
export function sealingPage(sealing: SealingPage): Shown {
  const { page, event, first, faults, since } = sealing;
  const { language, view } = page;
  const title = titleOf(page, event.seq);
  return {
    title: `${title}, ${view.id}`,
    faults,
    main: (
      <>
        <CaseTop page={page} here={title} />
        <div class="head">
          <div>
            <h1>{title}</h1>
            <p class="lead">{words.lead[language]}</p>
          </div>
        </div>
        <div class="stack-wide">
          {since.length > 0 && <Since page={page} since={since} />}
          <section class="sec" aria-labelledby="now">
            <h2 id="now">{words.now[language]}</h2>
            <p>
              <time dateTime={dayOf(event.occurredAt)}>{dayOf(event.occurredAt)}</time>: {event.told}
            </p>
            {event.said.length > 0 && <Pairs said={event.said} />}
          </section>
          <p class="notice">{noticeOf(first)[language]}</p>
          <SealingForm {...sealing} />
        </div>
      </>
    ),
  };
}

function noticeOf(first: SealingPage['first']): Text {
  if (first === null) return words.firstPerson;
  return first.isReader ? words.askedYourself(first.on) : words.asked(first.name, first.on);
}

function SealingForm({ page, event, first, state, reason, faults }: SealingPage): VNode {
  const { language, view, token } = page;
  return (
    <Form to={sealingHref(view.id, event.seq)} token={token} class="form">
      <input type="hidden" name="key" value={state.key} />
      <input type="hidden" name="version" value={state.version} />
      <span id="form" tabIndex={-1} />
      <Field id="reason" label={words.reason[language]} hint={words.reasonHint[language]} faults={faults}>
        {(tied) => (
          <textarea {...tied} rows={3}>
            {reason}
          </textarea>
        )}
      </Field>
      <p class="acts">
        {first?.isReader !== true && (
          <button class={first === null ? 'btn btn-main' : 'btn btn-stop'} type="submit">
            {(first === null ? words.ask : words.sealForGood)[language]}
          </button>
        )}
        {first !== null && (
          <button class="btn" type="submit" name="answer" value="keep">
            {(first.isReader ? words.takeBack : words.decline)[language]}
          </button>
        )}
        <a href={`/files/${view.id}`}>{words.cancel[language]}</a>
      </p>
    </Form>
  );
}

/** Why an entry cannot be sealed, to somebody who sees it. */
export const notToSealPage = (page: CaseSummary, seq: number, refusal: Refusal): Shown =>
  notPossiblePage(page, refusal, { title: titleOf(page, seq), lead: words.notPossible[page.language] });
