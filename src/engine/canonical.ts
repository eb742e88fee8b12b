import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The canonical text of a JSON value (RFC 8785): what is hashed and stored, byte for byte. */
export function canonical(value: unknown): string {
  const text = (canonicalize as unknown as (value: unknown) => string | undefined)(value);
  if (text === undefined) throw new TypeError('only JSON values have a canonical form');
  return text;
}

/** SHA-256 of text (UTF-8) or bytes, in base64url (43 characters). */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}

/** The link of the chain after `head`: SHA-256(head ‖ bytes of the event). The first event's `head` is empty. */
export function link(head: Uint8Array, bytes: Uint8Array): Buffer {
  return createHash('sha256').update(head).update(bytes).digest();
}
