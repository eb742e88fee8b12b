import type { Text } from '../../workflows/definition.js';

/** Stable codes of everything the engine can answer but yes. Faces map them to HTTP, pages and exit codes. */
export type RefusalCode =
  | 'invalid-data'
  | 'unknown-workflow'
  | 'unknown-event'
  | 'unknown-reason'
  | 'unknown-reference'
  | 'occurred-in-future'
  | 'occurred-before-opening'
  | 'not-found'
  | 'not-permitted'
  | 'not-possible-now'
  | 'guard'
  | 'stale'
  | 'same-person-twice'
  | 'key-reused'
  | 'too-many-deliveries'
  | 'quarantined'
  | 'stands-in-the-way'
  | 'busy';

/** An expected no: what stands in the way, in words, and where. Nothing was written. */
export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly sentences: readonly Text[];
  /** The process whose answer this is, when it is another than the one asked. */
  readonly at?: string;
  /** The event that was not taken there. */
  readonly event?: string;
  /** States (by label) in which the event would be possible. */
  readonly possibleIn?: readonly Text[];
  /** The later event that a correction would make impossible: the sentences say why. */
  readonly standing?: { readonly file: string; readonly seq: number };
  /** What was said cannot be so on its day; said on another it may have been. */
  readonly isOfItsDay?: true;
  /** Faults by field of the data, as dotted paths. */
  readonly fields?: readonly { readonly path: string; readonly message: Text }[];
}

/** Makes a refusal; sentences say what is so and what to do. */
export function refuse(
  code: RefusalCode,
  sentences: Text | readonly Text[],
  more: Omit<Refusal, 'ok' | 'code' | 'sentences'> = {},
): Refusal {
  return { ok: false, code, sentences: Array.isArray(sentences) ? sentences : [sentences as Text], ...more };
}

/** Whether an answer is a refusal. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && (answer as Refusal).ok === false;
}
