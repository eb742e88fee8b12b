import type { VNode } from 'preact';
import type { OrgKind } from '../../../../workflows/definition.js';
import type { ActionView } from '../../../files/shapes.js';
import { Due } from '../../days.js';
import type { CasePage } from './case.js';
import { fileWords as words, turns } from './file.words.js';

/** The address of a step's form. */
export const stepHref = (file: string, { process, type }: Pick<ActionView, 'process' | 'type'>): string =>
  `/files/${file}/steps/${process ?? 'file'}.${type}`;

const can = ({ answer }: ActionView) => answer === 'allowed' || answer === 'allowed-if';

/** What the reader can do, first; then what they cannot, each with its reason. */
export function CaseSteps({ page }: { readonly page: CasePage }): VNode {
  const { language, view, main, kind } = page;
  const possible = view.actions
    .filter((one) => one.process !== null && can(one))
    .sort((one, other) => rank(one, page) - rank(other, page));
  const always = view.actions.filter((one) => one.process === null && can(one));
  return (
    <>
      <section class="sec" aria-labelledby="next">
        <div class="sec-head">
          <h2 id="next">{words.next[language]}</h2>
          {main?.waitsFor && <span class="meta">{turns[main.waitsFor as OrgKind][language]}</span>}
        </div>
        {possible.length === 0 && <p class="empty">{words.nothing[language]}</p>}
        {possible.length > 0 && (
          <p class="acts">
            {possible.map((one, n) => (
              <a class={classOf(one, n === 0 && main?.waitsFor === kind)} href={stepHref(view.id, one)}>
                {one.label}
                {one.proposedBy && <small> ({words.waitsForSecond[language]})</small>}
              </a>
            ))}
          </p>
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
      </section>
      <Barred page={page} />
    </>
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

/** What is ours to do comes first, what takes something away last. */
const rank = ({ grave, process }: ActionView, { main }: CasePage): number =>
  (grave ? 2 : 0) + (process === main?.number ? 0 : 1);

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
