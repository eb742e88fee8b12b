import type { VNode } from 'preact';
import type { Language } from '../../../platform/language.js';
import type { Stand } from '../../forms/opening-form.js';
import { draftWords as words } from './draft.words.js';

/** One part of a form, and how far it has come. */
export interface TaskLine {
  readonly name: string;
  readonly label: string;
  readonly stand: Stand;
}

/** Shapes of the stands: what is done is ticked, what is begun half, all else a ring. */
const SHAPES: Readonly<Record<Stand, string>> = { done: 'done', begun: 'wait', todo: 'idle', free: 'idle' };

/** The parts of a form, each with the way to it and how far it has come; then the checking of it all. */
export function TaskList({
  id,
  tasks,
  here,
  language,
}: {
  /** The form under way; null while nothing of it has been kept. */
  readonly id: string | null;
  readonly tasks: readonly TaskLine[];
  /** The part that is shown beside. */
  readonly here?: string;
  readonly language: Language;
}): VNode {
  return (
    <ol class="tasks">
      {tasks.map(({ name, label, stand }) => (
        <li aria-current={name === here ? 'step' : undefined}>
          {id === null || name === here ? (
            <span class="what">{label}</span>
          ) : (
            <a class="what" href={`/drafts/${id}/${name}`}>
              {label}
            </a>
          )}
          <span class={`tag tag-bare is-${SHAPES[stand]}`}>{words.stands[stand][language]}</span>
        </li>
      ))}
      <li aria-current={here === 'check' ? 'step' : undefined}>
        {id === null || here === 'check' ? (
          <span class="what">{words.check[language]}</span>
        ) : (
          <a class="what" href={`/drafts/${id}/check`}>
            {words.check[language]}
          </a>
        )}
      </li>
    </ol>
  );
}
