import { createHash, createPublicKey, verify } from 'node:crypto';

/**
 * Checks a proof as printed by `husrum prove`, and knows nothing of the program: what a court or a journalist would write
 * from the description alone, with the verification of RFC 9162 § 2.1.3.2. Gives what is wrong, or null.
 */
export function checkProof(printed: string): string | null {
  const proof = JSON.parse(printed);
  let hash: Buffer = Buffer.from(proof.before, 'hex');
  for (const text of [proof.event, ...proof.after]) hash = sha(hash, Buffer.from(text));
  if (JSON.parse(proof.leaf).head !== hash.toString('hex')) return 'the events do not end in the leaf';
  if (JSON.parse(proof.leaf).chain !== `events:${JSON.parse(proof.event).file}`) return 'another chain';
  let [fn, sn] = [proof.position, proof.chains - 1];
  let root: Buffer = sha(Buffer.from([0]), Buffer.from(proof.leaf));
  for (const hex of proof.path) {
    if (sn === 0) return 'the path is too long';
    const beside = Buffer.from(hex, 'hex');
    if (fn % 2 === 1 || fn === sn) {
      root = sha(Buffer.from([1]), beside, root);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else root = sha(Buffer.from([1]), root, beside);
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  if (sn !== 0) return 'the path is too short';
  const said = JSON.parse(proof.checkpoint.canonical);
  if (said.root !== root.toString('hex') || said.chains !== proof.chains) return 'another root';
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: said.key };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const signature = Buffer.from(proof.checkpoint.signature, 'base64url');
  return verify(null, Buffer.from(proof.checkpoint.canonical), key, signature) ? null : 'not signed';
}

const sha = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
