import { createHash } from 'node:crypto';
import { canonical } from '../engine/canonical.js';
import { ENDS, leafBytes, type ChainEnd, type CheckpointBody } from './checkpoint-shape.js';
import type { Connection } from './connection.js';
import type { Findings } from './findings.js';
import { leafHash, merkleRoot } from './merkle.js';
import { isSigned } from './signer.js';
import { checkpointWords as words } from './checkpoint-words.js';

/** Ends that a checkpoint has and the chains no longer: cut off, or written anew. The first checkpoint of each chain. */
const LOST = `
select kind, of as file, min(length) as seq from (
  select h.*, split_part(h.chain, ':', 1) as kind, substr(h.chain, strpos(h.chain, ':') + 1) as of from checkpoint_head h
) as h
  left join event e on kind = 'events' and e.file_id = of and e.seq = h.length
  left join access_entry a on kind = 'readings' and a.stream = of and a.seq = h.length
where coalesce(e.hash, a.hash) is distinct from h.head and ($1::text is null or of = $1)
group by 1, 2 order by 1, 2`;

interface Row {
  readonly number: number;
  readonly canonical: Buffer;
  readonly signature: Buffer;
}

/**
 * Verifies the checkpoints: each follows the one before, is signed with the installation's key (when `publicKey` is given)
 * and has the root of its ends; and every end that one has still stands in its chain. `file`: that file's ends alone.
 */
export async function verifyCheckpoints(
  connection: Connection,
  findings: Findings,
  { file, publicKey }: { readonly file: string | undefined; readonly publicKey: string | undefined },
): Promise<void> {
  const lost = await connection.query<{ kind: string; file: string; seq: number }>(LOST, [file ?? null]);
  for (const { kind, ...place } of lost.rows)
    findings.add('checkpoint', place, kind === 'events' ? words.lostEvents : words.lostReadings);
  if (file !== undefined) return;
  const { rows } = await connection.query<Row>(
    'select number, canonical, signature from checkpoint order by number',
  );
  let before: Row | null = null;
  for (const row of rows) {
    for (const sentence of await faultsOf(connection, row, before, publicKey))
      findings.add('checkpoint', { file: `checkpoint:${row.number}` }, sentence);
    before = row;
  }
}

async function faultsOf(connection: Connection, row: Row, before: Row | null, publicKey: string | undefined) {
  const body = parsed(row.canonical);
  if (body === null || body.number !== row.number) return [words.unreadable];
  const { rows: ends } = await connection.query<ChainEnd>(ENDS, [row.number]);
  const root = merkleRoot(ends.map((end) => leafHash(leafBytes(end)))).toString('hex');
  const link = before === null ? null : createHash('sha256').update(before.canonical).digest('hex');
  const isOurs = publicKey === undefined || body.key === publicKey;
  return [
    ...(body.before === link && row.number === (before?.number ?? 0) + 1 ? [] : [words.gap]),
    ...(body.root === root && body.chains === ends.length ? [] : [words.root]),
    ...(isOurs && isSigned(row.canonical, row.signature, body.key) ? [] : [words.signature]),
  ];
}

function parsed(bytes: Buffer): CheckpointBody | null {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as CheckpointBody;
    return bytes.equals(Buffer.from(canonical(value))) ? value : null;
  } catch {
    return null;
  }
}
