import type { Pool } from 'pg';
import { ENDS, eventChain, leafBytes, type ChainEnd, type CheckpointBody } from './checkpoint-shape.js';
import { auditPath, leafHash } from './merkle.js';

/**
 * That an event stood where it stands when a checkpoint was made. To check it: with `hash` = `before`, take
 * SHA-256(hash ‖ `event`), then likewise over each of `after`: that is the `head` of `leaf`. SHA-256(0x00 ‖ leaf) joined
 * with `path` (RFC 6962) is the root that the checkpoint says, and the checkpoint is signed.
 */
export interface Proof {
  /** `<file>:<seq>`. */
  readonly id: string;
  /** Hash of the event before, hex; empty for the first of its file. */
  readonly before: string;
  /** The event's canonical bytes, as text. */
  readonly event: string;
  /** The events after it, up to the end of the chain as the checkpoint has it. */
  readonly after: readonly string[];
  /** The canonical bytes of the leaf, as text. */
  readonly leaf: string;
  /** Which leaf it is, from 0, of how many. */
  readonly position: number;
  readonly chains: number;
  /** Hex, the lowest first. */
  readonly path: readonly string[];
  /** The earliest checkpoint that covers the event. */
  readonly checkpoint: { readonly canonical: string; readonly signature: string; readonly key: string };
}

const COVERING = `
select c.number, c.canonical, c.signature, h.length from checkpoint_head h join checkpoint c using (number)
where h.chain = $1 and h.length >= $2 order by number limit 1`;
const EVENTS = `select seq, canonical, hash from event where file_id = $1 and seq between $2 and $3 order by seq`;

interface Covering {
  readonly number: number;
  readonly canonical: Buffer;
  readonly signature: Buffer;
  readonly length: number;
}

const COVERED = `select max(length) as length from checkpoint_head where chain = $1`;

/** How many of a file's events, from the first on, a checkpoint covers. */
export async function provenOf(pool: Pool, file: string): Promise<number> {
  const { rows } = await pool.query<{ length: number | null }>(COVERED, [eventChain(file)]);
  return rows[0]?.length ?? 0;
}

/** The proof of an event by the earliest checkpoint that covers it; null when none does, or there is no such event. */
export async function proofOf(pool: Pool, file: string, seq: number): Promise<Proof | null> {
  const chain = eventChain(file);
  const covering = (await pool.query<Covering>(COVERING, [chain, seq])).rows[0];
  if (covering === undefined) return null;
  const { rows: events } = await pool.query<{ seq: number; canonical: Buffer; hash: Buffer }>(EVENTS, [
    ...[file, seq - 1, covering.length],
  ]);
  const at = events.findIndex((one) => one.seq === seq);
  const { rows: ends } = await pool.query<ChainEnd>(ENDS, [covering.number]);
  const position = ends.findIndex((one) => one.chain === chain);
  const leaf = ends[position];
  if (at < 0 || leaf === undefined) return null;
  const leaves = ends.map((end) => leafHash(leafBytes(end)));
  const texts = events.slice(at).map(({ canonical }) => canonical.toString('utf8'));
  const said = covering.canonical.toString('utf8');
  const { key } = JSON.parse(said) as CheckpointBody;
  return {
    id: `${file}:${seq}`,
    before: at === 0 ? '' : (events[0]?.hash.toString('hex') ?? ''),
    event: texts[0] as string,
    after: texts.slice(1),
    leaf: leafBytes(leaf).toString('utf8'),
    ...{ position, chains: ends.length },
    path: auditPath(leaves, position).map((hash) => hash.toString('hex')),
    checkpoint: { canonical: said, signature: covering.signature.toString('base64url'), key },
  };
}
