import type { VNode } from 'preact';
import type { WeighedRule } from '../../../files/shapes.js';
import type { Language } from '../../../platform/language.js';
import { draftWords as words } from './draft.words.js';

/** The rules that others will judge by, each met or not, and where it is from. */
export const Conditions = ({
  rules,
  language,
}: {
  readonly rules: readonly WeighedRule[];
  readonly language: Language;
}): VNode | null =>
  rules.length === 0 ? null : (
    <section class="sec" aria-labelledby="conditions">
      <h2 id="conditions">{words.conditions[language]}</h2>
      <ul class="weighed">
        {rules.map(({ says, source, holds }) => (
          <li>
            <span class={`tag tag-bare is-${holds ? 'done' : 'late'}`}>
              {words[holds ? 'met' : 'unmet'][language]}
            </span>
            <span>
              {says}
              {source && <small class="meta">{source}</small>}
            </span>
          </li>
        ))}
      </ul>
      {rules.some(({ holds }) => !holds) && <p class="hint">{words.conditionsHelp[language]}</p>}
    </section>
  );
