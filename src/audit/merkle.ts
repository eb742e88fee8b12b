import { createHash } from 'node:crypto';

/** The hash of a leaf (RFC 6962 § 2.1): SHA-256(0x00 ‖ data). */
export const leafHash = (data: Uint8Array): Buffer => hashOf(LEAF, data);

/** The root of a Merkle tree over leaf hashes in their order (RFC 6962 § 2.1); of no leaves SHA-256 of nothing. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return hashOf();
  let level = leaves;
  while (level.length > 1) level = above(level);
  return level[0] as Buffer;
}

/** The audit path of one leaf (RFC 6962 § 2.1.1): the hashes beside it on its way to the root, the lowest first. */
export function auditPath(leaves: readonly Buffer[], position: number): Buffer[] {
  const path: Buffer[] = [];
  let [level, at] = [leaves, position];
  while (level.length > 1) {
    const beside = level[at ^ 1];
    if (beside !== undefined) path.push(beside);
    [level, at] = [above(level), at >> 1];
  }
  return path;
}

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** The level above: pairs are joined, and one that stands alone at the end goes up as it is. */
function above(level: readonly Buffer[]): Buffer[] {
  const joined: Buffer[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = [level[at] as Buffer, level[at + 1]];
    joined.push(right === undefined ? left : hashOf(NODE, left, right));
  }
  return joined;
}

function hashOf(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
