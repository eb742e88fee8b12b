import type { Text } from '../../../workflows/definition.js';
import type { Found, Part } from './fault.js';

/** Whether something is a word or sentence at all. */
export const isWord = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** A word in both languages. `what` is the subject of the sentence: "the label of `closed`". */
export function* word(part: Part, what: string, text: Text | undefined): Generator<Found> {
  for (const language of ['sv', 'en'] as const)
    if (!isWord(text?.[language])) yield [part, `${what} is missing in ${NAMES[language]}.`];
}

/** A label or sentence in both languages. Several words that are the same in both were copied, not translated. */
export function* sentence(part: Part, what: string, text: Text | undefined): Generator<Found> {
  yield* word(part, what, text);
  if (isWord(text?.sv) && text.sv === text.en && text.sv.trim().includes(' '))
    yield [part, `${what} is the same in Swedish and English; translate it.`];
}

const NAMES = { sv: 'Swedish', en: 'English' };
