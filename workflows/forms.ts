import type { Day, Text } from './basics.js';

/** One short page of an opening: a few fields that belong together. */
export interface FormPage {
  /** Stands in its address. */
  readonly name: string;
  readonly label: Text;
  /** What to know before answering. */
  readonly lead?: Text;
  /** Fields by dotted path, such as `household.members`. */
  readonly asks: readonly string[];
  /** Whose fields they are: the opening's (when left out), or the event's that sends it off. */
  readonly of?: 'sends';
}

/**
 * How a new process is asked for: a task list of short pages, which are kept half-filled and checked as a whole. Without it
 * the opening is one form. Every field still comes from the schemas; the pages only say which stand together.
 */
export interface OpeningForm {
  readonly pages: readonly FormPage[];
  /** The event that sends off what was opened, taken right after it. Its field `copy` keeps what was asked and answered. */
  readonly sends?: string;
  /** What it begins with where there is an answer that mostly holds; shown like any other, and told as not typed. */
  readonly begins?: { readonly open?: object; readonly sends?: object };
  /** What follows from what was typed, told where nothing was typed and shown before anything is opened. Pure. */
  readonly follows?: (
    typed: Readonly<Record<string, unknown>>,
    today: Day,
  ) => Readonly<Record<string, unknown>>;
  /** What of its wishes cannot be so, beside what the kind of file doubts: told beside its field, and mended before it is sent. Pure. */
  readonly doubts?: (typed: Readonly<Record<string, unknown>>) => readonly Doubt[];
}

/** A field, by its dotted path, that says what cannot be so; `says` names it, and tells what to do about it. */
export interface Doubt {
  readonly path: string;
  readonly says: Text;
}
