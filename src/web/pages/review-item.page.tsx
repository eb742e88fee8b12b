import type { ComponentChildren, VNode } from 'preact';
import type { Outcome } from '../../access/review/review.words.js';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Field, Form, Head, Moment, Section, type Fault } from '../parts.js';
import { Done, type ReviewLine } from './reviews.page.js';
import { text } from './reviews.words.js';

/** What the page of one review is made from. */
export interface ReviewItemPage {
  readonly language: Language;
  readonly token: string;
  readonly line: ReviewLine;
  /** What was read, as it stands after a name. */
  readonly what: string;
  readonly role: string;
  readonly onBehalfOf: string | null;
  /** What the reader wrote; null when nothing is kept, or it is not for this reviewer. */
  readonly readersNote: string | null;
  readonly given: { readonly by: string; readonly at: string; readonly note: string | null } | null;
  readonly outcomes: readonly { readonly outcome: Outcome; readonly label: string }[];
  /** What was typed and could not be taken. */
  readonly note: string;
  readonly faults: readonly Fault[];
  /** The review that was done before this one. */
  readonly done: number | undefined;
  /** Where the queue goes on behind this item. */
  readonly place: string;
  readonly mayReadLog: boolean;
}

/** One reading to review: what happened, and the outcome in one press. */
export function reviewItemPage(page: ReviewItemPage): Shown {
  const { language, line, faults, done } = page;
  const say = text[language];
  const title = say.item(line.id);
  const main = (
    <>
      {done !== undefined && <Done id={done} language={language} none={false} />}
      <Head title={title} lead={<State line={line} language={language} />} />
      <Facts {...page} />
      {page.given && <Given {...page} />}
      <OutcomeForm {...page} />
      <p class="acts">
        {line.outcome === null && (
          <a class="btn" href={`/reviews/next?after=${page.place}`}>
            {say.skip}
          </a>
        )}
        <a class="btn" href="/reviews">
          {say.toList}
        </a>
      </p>
    </>
  );
  return { title, main, faults };
}

const State = ({ line, language }: Pick<ReviewItemPage, 'line' | 'language'>): VNode => (
  <>
    <span class={`tag ${line.isEmergency ? 'is-soon' : 'is-now'}`}>{line.rule}</span>{' '}
    <span class={`tag ${line.outcome === null ? 'is-idle' : 'is-done'}`}>
      {line.outcome ?? text[language].waiting}
    </span>
  </>
);

const Pair = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }): VNode => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

function Facts(page: ReviewItemPage): VNode {
  const { language, line } = page;
  const say = text[language];
  return (
    <>
      <dl class="pairs">
        <Pair name={say.who}>
          {line.name}, {line.organisation}
        </Pair>
        <Pair name={say.role}>{page.role}</Pair>
        {page.onBehalfOf && <Pair name={say.behalf}>{page.onBehalfOf}</Pair>}
        <Pair name={say.when}>
          <Moment at={line.at} language={language} />
        </Pair>
        <Pair name={say.file}>{line.file ?? say.many}</Pair>
        <Pair name={say.what}>{page.what}</Pair>
        <Pair name={say.why}>{line.why}</Pair>
        {page.readersNote && (
          <Pair name={say.readersNote}>
            <span class="typed">{page.readersNote}</span>
          </Pair>
        )}
      </dl>
      {page.mayReadLog && line.file && (
        <Form to="/access-log" token={page.token}>
          <input type="hidden" name="file" value={line.file} />
          <button class="btn btn-small" type="submit">
            {say.log}
          </button>
        </Form>
      )}
    </>
  );
}

function Given({ language, line, given }: ReviewItemPage): VNode {
  const say = text[language];
  return (
    <Section id="given" title={say.outcomeSoFar}>
      <dl class="pairs">
        <Pair name={say.outcome}>{line.outcome}</Pair>
        <Pair name={say.by}>
          {given?.by}, <Moment at={given?.at ?? ''} language={language} />
        </Pair>
        {given?.note && (
          <Pair name={say.note}>
            <span class="typed">{given.note}</span>
          </Pair>
        )}
      </dl>
    </Section>
  );
}

function OutcomeForm({ language, token, line, outcomes, note, faults, given }: ReviewItemPage): VNode {
  const say = text[language];
  return (
    <Section id="ask" title={given ? say.askAgain : say.ask}>
      {given && <p class="prose">{say.again}</p>}
      <Form to={`/reviews/${line.id}/outcome`} token={token} class="form">
        <Field id="note" label={say.noteLabel} hint={say.noteHint} faults={faults}>
          {(tied) => (
            <textarea {...tied} rows={3}>
              {note}
            </textarea>
          )}
        </Field>
        <p class="hint" id="press">
          {say.press}
        </p>
        <p class="acts" role="group" aria-labelledby="ask" aria-describedby="press">
          {outcomes.map(({ outcome, label }) => (
            <button class="btn" type="submit" name="outcome" value={outcome}>
              {label}
            </button>
          ))}
        </p>
      </Form>
    </Section>
  );
}
