/** The names of the `{places}` of a sentence, in order. */
export const placesIn = (sentence: string): string[] =>
  [...sentence.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
