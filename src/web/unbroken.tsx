import type { ComponentChildren } from 'preact';

/** A sentence in which a day, how one is written, and a number with its per cent never go on in the next line. */
export const unbroken = (sentence: string): ComponentChildren =>
  sentence
    .split(/(\d{4}-\d\d-\d\d|(?:ÅÅÅÅ|YYYY)-MM-DD|\d+ %)/)
    .map((part, at) => (at % 2 === 0 ? part : <span class="nowrap">{part}</span>));
