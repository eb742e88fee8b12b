import type { VNode } from 'preact';
import type { ActionView } from '../../../files/shapes.js';
import { Due } from '../../days.js';
import { Form } from '../../parts.js';
import type { CasePage } from './case.js';
import { fileWords as words, turns } from './file.words.js';
import { movers } from './moves.js';

/** The address of a step's form. */
export const stepHref = (file: string, { process, type }: Pick<ActionView, 'process' | 'type'>): string =>
  `/files/${file}/steps/${process ?? 'file'}.${type}`;

const can = ({ answer }: ActionView) => answer === 'allowed' || answer === 'allowed-if';

/** What the reader can do, first; then what they cannot, each with its reason. */
export function CaseSteps({ page }: { readonly page: CasePage }): VNode {
  const { language, view, kind } = page;
  const moving = movers(page);
  const possible = view.actions
    .filter((one) => one.process !== null && can(one))
    .sort((one, other) => rank(one, page, moving) - rank(other, page, moving));
  const always = view.actions.filter((one) => one.process === null && one.type !== 'note' && can(one));
  return (
    <>
      <section class="sec" aria-labelledby="next">
        <div class="sec-head">
          <h2 id="next">{words.next[language]}</h2>
          {page.turn && <span class="meta">{turns[page.turn][language]}</span>}
        </div>
        {possible.length === 0 && <p class="empty">{words.nothing[language]}</p>}
        {possible.length > 0 && (
          <div class="acts">
            {possible.map((one, n) => (
              <Step page={page} action={one} look={classOf(one, n === 0 && page.turn === kind)} />
            ))}
          </div>
        )}
        {always.length > 0 && (
          <>
            <h3>{words.always[language]}</h3>
            <ul class="inline-links">
              {always.map((one) => (
                <li>
                  <a href={stepHref(view.id, one)}>{one.label}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <NoteForm page={page} />
      </section>
      <Barred page={page} />
    </>
  );
}

/** A step: the way to its form, or the step itself where nothing is asked and nothing taken away. */
function Step({
  page,
  action,
  look,
}: {
  readonly page: CasePage;
  readonly action: ActionView;
  readonly look: string;
}): VNode {
  const { view, language } = page;
  const isBare = Object.keys(action.schema['properties'] ?? {}).length === 0;
  if (isBare && !action.grave && !action.twoPersons)
    return (
      <Form to={stepHref(view.id, action)} token={page.token}>
        <Sending page={page} name={action.type} />
        <button class={look} type="submit" name="do" value="take">
          {action.label}
        </button>
      </Form>
    );
  return (
    <a class={look} href={stepHref(view.id, action)}>
      {action.label}
      {action.proposedBy && <small> ({words.waitsForSecond[language]})</small>}
    </a>
  );
}

/** What each form of a step carries: the name of its sending, and the version that it was made from. */
const Sending = ({ page, name }: { readonly page: CasePage; readonly name: string }) => (
  <>
    <input type="hidden" name="key" value={`${page.key}-${name}`} />
    <input type="hidden" name="version" value={page.view.version} />
  </>
);

/** A note is written where the case is read. */
function NoteForm({ page }: { readonly page: CasePage }): VNode | null {
  const { view, language, token } = page;
  const note = view.actions.find((one) => one.type === 'note' && one.process === null && can(one));
  if (note === undefined) return null;
  return (
    <Form to={stepHref(view.id, note)} token={token} class="note-form">
      <Sending page={page} name="note" />
      <div class="field">
        <label for="d.note">{note.label}</label>
        <textarea id="d.note" name="d.note" rows={2} />
      </div>
      <button class="btn btn-small" type="submit" name="do" value="take">
        {words.saveNote[language]}
      </button>
    </Form>
  );
}

/** What cannot be done now, with its reasons: first what a fact stands in the way of, then all other steps. */
function Barred({ page }: { readonly page: CasePage }): VNode {
  const { language, view } = page;
  const closed = new Set(view.processes.filter(({ open }) => !open).map(({ number }) => number));
  const not = view.actions.filter((one) => !can(one) && !closed.has(one.process ?? 0));
  const barred = not.filter(({ answer, process }) => answer === 'guard' && process !== null);
  const rest = not.filter((one) => !barred.includes(one));
  return (
    <>
      {barred.length > 0 && (
        <section class="sec-minor" aria-labelledby="why-not">
          <h3 id="why-not">{words.whyNot[language]}</h3>
          <WhyNot actions={barred} page={page} />
        </section>
      )}
      {rest.length > 0 && (
        <details>
          <summary>{words.others[language]}</summary>
          <WhyNot actions={rest} page={page} />
        </details>
      )}
    </>
  );
}

/** What moves the case on comes first, what takes something away last. */
const rank = (
  { grave, process, type }: ActionView,
  { main }: CasePage,
  moving: ReadonlySet<string>,
): number =>
  (grave ? 4 : 0) + (process === main?.number ? 0 : 2) + (moving.has(`${process}.${type}`) ? 0 : 1);

const classOf = ({ grave }: ActionView, isFirst: boolean): string =>
  grave ? 'btn btn-stop' : isFirst ? 'btn btn-main' : 'btn';

const WhyNot = ({ actions, page }: { readonly actions: readonly ActionView[]; readonly page: CasePage }) => (
  <ul class="whynot">
    {actions.map((one) => (
      <li>
        <span class="what">{one.label}</span>
        <ul>
          {one.sentences.map((sentence) => (
            <li>{sentence}</li>
          ))}
          {one.possibleIn.length > 0 && (
            <li class="met">
              {words.possibleIn[page.language]}: {one.possibleIn.join(', ')}
            </li>
          )}
          {page.awaited.has(`${one.process}.${one.type}`) && one.answer === 'guard' && (
            <li class="way">
              <a href={stepHref(page.view.id, one)}>
                {words.onEarlierDay[page.language]} <span class="vh">{one.label}</span>
              </a>
            </li>
          )}
        </ul>
      </li>
    ))}
  </ul>
);

/** The terms that run, each with the rule that made it. */
export function Deadlines({ page: { view, language, today } }: { readonly page: CasePage }): VNode {
  return (
    <section class="sec" aria-labelledby="deadlines">
      <h2 id="deadlines">{words.deadlines[language]}</h2>
      {view.deadlines.length === 0 ? (
        <p class="empty">{words.noDeadlines[language]}</p>
      ) : (
        <dl class="terms">
          {view.deadlines.map(({ label, day, rule, moves }) => (
            <div>
              <dt>{label}</dt>
              <dd>
                {moves ? (
                  <>
                    <time dateTime={day}>{day}</time> <span class="meta">{words.byItself[language]}</span>
                  </>
                ) : (
                  <Due today={today} day={day} language={language} />
                )}
                <small class="meta">{rule}</small>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
