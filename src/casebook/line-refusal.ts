import type { Text } from '../../workflows/definition.js';
import type { Refusal, RefusalCode } from '../engine/refusals.js';

/** Stable codes of why a line was not taken: the engine's, and what only a book can get wrong. */
export type LineCode =
  | RefusalCode
  | 'too-long'
  | 'not-json'
  | 'not-sound'
  | 'unknown-line'
  | 'out-of-order'
  | 'name-taken'
  | 'unknown-name'
  | 'unknown-person';

/** Why a line was not taken. Nothing of it is kept. */
export type LineRefusal = Omit<Refusal, 'code'> & { readonly code: LineCode };

/** Makes a refusal; `path` is the field of the line that it is about. */
export function refuseLine(code: LineCode, sentence: Text, path?: string): LineRefusal {
  const fields = path === undefined ? {} : { fields: [{ path, message: sentence }] };
  return { ok: false, code, sentences: [sentence], ...fields };
}

/** Whether something read or answered is a refusal. */
export function isLineRefusal(value: unknown): value is LineRefusal {
  return typeof value === 'object' && value !== null && (value as { ok?: unknown }).ok === false;
}
