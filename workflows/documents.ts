import type { ProcessRef, Text } from './basics.js';
import type { Step } from './steps.js';

/** What a document is written from: its event alone, so that the same event always gives the same document. */
export interface Writing<C = object> {
  /** What the process remembered once the event was taken. Personal values are read; one no longer kept is null. */
  readonly context: C;
  /** The step as it was taken, under the policy of its day. Personal values are read here too. */
  readonly step: Step;
  /** A field of the step as a person reads it: a reason by its label, a day as a day. */
  said(field: string): Text;
  /** What a flat was called. */
  flat(ref: ProcessRef | null): string;
}

/** One piece of a document: a heading, a paragraph, or a table of what is called what. */
export type Piece =
  | { readonly heading: Text }
  | { readonly text: Text }
  | { readonly rows: readonly (readonly [label: Text, value: Text])[] };

/** A paper that is written when an event of `when` (`open` for the opening) is taken. Pure. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each folder has its own context type
export interface Document<C extends object = any> {
  readonly label: Text;
  readonly when: readonly string[];
  write(writing: Writing<C>): readonly Piece[];
}
