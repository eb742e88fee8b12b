import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { canonical, sha256 } from './canonical.js';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const TERM_BYTES = 16;
const RANDOM_POOL = 12_288;

/** One personal value as stored: `digest` (SHA-256 of the ciphertext, base64url) stands in the event, the ciphertext beside it. */
export interface SealedValue {
  readonly digest: string;
  readonly ciphertext: Buffer;
}

/**
 * Keys and what is done with them. The master key (32 bytes) wraps one key per file; a file's key seals its personal
 * values, so that destroying it culls them. Randomness lives here and nowhere else in the engine.
 */
export class Vault {
  private readonly wrapping: Buffer;
  private readonly searching: Buffer;
  private readonly asking: Buffer;

  constructor(master: Uint8Array) {
    if (master.length !== 32) throw new RangeError('the master key is 32 bytes');
    this.wrapping = derive(master, 'file keys');
    this.searching = derive(master, 'search terms');
    this.asking = derive(master, 'requests');
  }

  /** A new file key and its wrapped form, which alone is stored. */
  newKey(): { key: Buffer; wrapped: Buffer } {
    const key = randomBytes(32);
    return { key, wrapped: encrypt(this.wrapping, key) };
  }

  /** Throws when the wrapped key was not made with this master key. */
  unwrap(wrapped: Uint8Array): Buffer {
    return decrypt(this.wrapping, wrapped);
  }

  seal(key: Uint8Array, value: unknown): SealedValue {
    const ciphertext = encrypt(key, Buffer.from(JSON.stringify(value), 'utf8'));
    return { digest: sha256(ciphertext), ciphertext };
  }

  unseal(key: Uint8Array, ciphertext: Uint8Array): unknown {
    return JSON.parse(decrypt(key, ciphertext).toString('utf8')) as unknown;
  }

  /** Keyed hash of a search word (16 bytes): case and accents as written in Swedish, surrounding space left out. */
  term(word: string): Buffer {
    const normal = word.normalize('NFC').toLocaleLowerCase('sv').trim();
    return createHmac('sha256', this.searching).update(normal).digest().subarray(0, TERM_BYTES);
  }

  /** HMAC of a command's plain content (base64url): tells whether the same key came with the same content. */
  mac(content: unknown): string {
    return createHmac('sha256', this.asking).update(canonical(content)).digest('base64url');
  }
}

function derive(master: Uint8Array, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `husrum ${use}`, 32));
}

let pool = Buffer.alloc(0);

/** Random bytes, fetched by the thousand, as each call to the system costs; none is given twice. */
function fresh(bytes: number): Buffer {
  if (pool.length < bytes) pool = randomBytes(RANDOM_POOL);
  const given = pool.subarray(0, bytes);
  pool = pool.subarray(bytes);
  return given;
}

function encrypt(key: Uint8Array, plain: Uint8Array): Buffer {
  const iv = fresh(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv);
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Uint8Array, sealed: Uint8Array): Buffer {
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, IV_BYTES));
  decipher.setAuthTag(sealed.subarray(end));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, end)), decipher.final()]);
}
