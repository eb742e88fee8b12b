import { canonical } from '../engine/canonical.js';

/** What a checkpoint says, as signed: RFC 8785 of this object is its bytes. */
export interface CheckpointBody {
  readonly format: 1;
  readonly number: number;
  readonly at: string;
  /** How many chains there were, and so leaves. */
  readonly chains: number;
  readonly events: number;
  readonly readings: number;
  /** Root of the Merkle tree over the ends of all chains in order of their names (RFC 6962), hex. */
  readonly root: string;
  /** SHA-256 of the bytes of the checkpoint before, hex; null for the first. */
  readonly before: string | null;
  /** The public Ed25519 key, base64url. */
  readonly key: string;
}

/** The end of a chain. `events:<file>`: of a file's events. `readings:<stream>`: of what was read of a file, or by a person. */
export interface ChainEnd {
  readonly chain: string;
  readonly length: number;
  readonly head: Buffer;
}

/** The bytes of a leaf of the tree. */
export const leafBytes = ({ chain, length, head }: ChainEnd): Buffer =>
  Buffer.from(canonical({ chain, head: head.toString('hex'), length }));

/** The chain of a file's events. */
export const eventChain = (file: string): string => `events:${file}`;

/** Where every chain ended at one checkpoint, in the order of the tree. */
export const ENDS = `
select distinct on (chain collate "C") chain, length, head from checkpoint_head
where number <= $1 order by chain collate "C", number desc`;
