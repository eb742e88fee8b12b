import { createHash, hash } from 'node:crypto';

/**
 * The canonical text of a JSON value (RFC 8785): what is hashed and stored, byte for byte. Members that are undefined are
 * left out, as in JSON.
 * @throws TypeError for what JSON cannot hold: NaN, half a character, functions.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return textOf(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (typeof value !== 'object') throw notJson();
  return Array.isArray(value) ? listOf(value) : objectOf(value as Record<string, unknown>);
}

function textOf(value: string): string {
  if (!value.isWellFormed()) throw notJson();
  return JSON.stringify(value);
}

function listOf(values: readonly unknown[]): string {
  let text = '[';
  for (const value of values) text += (text === '[' ? '' : ',') + canonical(value ?? null);
  return `${text}]`;
}

function objectOf(value: Record<string, unknown>): string {
  let text = '{';
  for (const name of Object.keys(value).sort())
    if (value[name] !== undefined)
      text += `${text === '{' ? '' : ','}${textOf(name)}:${canonical(value[name])}`;
  return `${text}}`;
}

function notJson(): TypeError {
  return new TypeError('only JSON values have a canonical form');
}

/** SHA-256 of text (UTF-8) or bytes, in base64url (43 characters). */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'base64url');
}

/** The link of the chain after `head`: SHA-256(head ‖ bytes of the event). The first event's `head` is empty. */
export function link(head: Uint8Array, bytes: Uint8Array): Buffer {
  return createHash('sha256').update(head).update(bytes).digest();
}
