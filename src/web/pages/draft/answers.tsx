import type { VNode } from 'preact';
import type { AnsweredPage } from '../../../files/form-copy.js';
import type { Said } from '../../../files/in-words.js';
import type { Language } from '../../../platform/language.js';
import { draftWords as words } from './draft.words.js';

/** The pages of a form with their questions and answers; with `change`, the way back to each. */
export const Answers = ({
  pages,
  language,
  change,
}: {
  readonly pages: readonly AnsweredPage[];
  readonly language: Language;
  readonly change?: (page: string) => string;
}): VNode => (
  <>
    {pages.map(({ name, label, answers }) => (
      <section class="sec" aria-labelledby={`answers-${name}`}>
        <div class="sec-head">
          <h2 id={`answers-${name}`}>{label}</h2>
          {change && (
            <a class="more" href={change(name)}>
              {words.change[language]}
              <span class="vh"> {label}</span>
            </a>
          )}
        </div>
        <dl class="pairs">
          {answers.map((one) => (
            <Answer said={one} language={language} />
          ))}
        </dl>
      </section>
    ))}
  </>
);

const Answer = ({
  said: { label, value, inner },
  language,
}: {
  readonly said: Said;
  readonly language: Language;
}) => (
  <div class={inner.some((one) => one.inner.length > 0) ? 'pairs-wide' : undefined}>
    <dt>{label}</dt>
    <dd>
      {inner.length > 0 ? (
        <dl class="pairs">
          {inner.map((one) => (
            <Answer said={one} language={language} />
          ))}
        </dl>
      ) : (
        (value ?? <span class="meta">{words.noAnswer[language]}</span>)
      )}
    </dd>
  </div>
);
