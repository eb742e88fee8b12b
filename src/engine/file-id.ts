const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 11;

/**
 * A file's number from a hash: 11 letters and figures of Crockford's base 32 (no i, l, o, u), so that it can be read aloud.
 * The same command therefore always opens the same file, and no counter is shared.
 */
export function newFileId(hash: string): string {
  const bytes = Buffer.from(hash, 'base64url');
  let id = '';
  for (let i = 0; i < LENGTH; i++) id += ALPHABET[(bytes[i] as number) & 31];
  return id;
}
