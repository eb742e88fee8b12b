import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** What stands before the 32 bytes of a private Ed25519 key (PKCS #8), and of a public one (SPKI). RFC 8410. */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

/** Signs with the installation's Ed25519 key. */
export class Signer {
  private readonly key: KeyObject;
  /** The public key, 32 bytes in base64url: what anyone checks a signature with. */
  readonly publicKey: string;

  /** `seed`: 32 bytes (HUSRUM_SIGNING_KEY). */
  constructor(seed: Uint8Array) {
    this.key = createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' });
    const spki = createPublicKey(this.key).export({ format: 'der', type: 'spki' });
    this.publicKey = spki.subarray(PUBLIC.length).toString('base64url');
  }

  sign(bytes: Uint8Array): Buffer {
    return sign(null, bytes, this.key);
  }
}

/** Whether a signature is of these bytes by a public key (32 bytes in base64url). */
export function isSigned(bytes: Uint8Array, signature: Uint8Array, publicKey: string): boolean {
  const raw = Buffer.from(publicKey, 'base64url');
  if (raw.length !== 32) return false;
  const key = createPublicKey({ key: Buffer.concat([PUBLIC, raw]), format: 'der', type: 'spki' });
  return verify(null, bytes, key, signature);
}
