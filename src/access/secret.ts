import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

const SECRET_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A secret that a browser holds: 256 bits of chance, as Base64url. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** By what a secret is kept. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The token that forms of a session carry. It follows from the session's secret, so it changes and ends with it. */
export const formTokenOf = (secret: string): string =>
  createHmac('sha256', secret).update('form token').digest('base64url');

/** Whether two texts are the same, in a time that does not tell where they differ. */
export const isSame = (one: string, other: string): boolean => timingSafeEqual(hashOf(one), hashOf(other));

/** Seals a value (AES-256-GCM) so that only who holds the secret can open it. */
export function sealWith(secret: string, value: unknown): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce);
  const sealed = cipher.update(JSON.stringify(value), 'utf8');
  return Buffer.concat([nonce, sealed, cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when the secret is another, or what was sealed has been changed. */
export function openWith<T>(secret: string, sealed: Buffer): T {
  const cipher = createDecipheriv('aes-256-gcm', keyOf(secret), sealed.subarray(0, NONCE_BYTES));
  cipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const text = cipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8');
  return JSON.parse(text + cipher.final('utf8')) as T;
}

const keyOf = (secret: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', 'husrum seal', 32));
