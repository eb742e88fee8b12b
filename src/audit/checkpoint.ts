import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Instant } from '../../workflows/definition.js';
import { dayOf } from '../domain/zone.js';
import { canonical } from '../engine/canonical.js';
import { ENDS, leafBytes, type ChainEnd, type CheckpointBody } from './checkpoint-shape.js';
import { leafHash, merkleRoot } from './merkle.js';
import type { Signer } from './signer.js';

/** A checkpoint as kept: what it says, its bytes as signed, and the signature (base64url). */
export interface Checkpoint {
  readonly body: CheckpointBody;
  readonly canonical: string;
  readonly signature: string;
}

const NEWEST = `select canonical, signature from checkpoint where $1::int is null or number = $1 order by number desc limit 1`;

const MOVED = `
insert into checkpoint_head (chain, number, length, head)
select now.chain, $1, now.length, now.head
from (select 'events:' || id as chain, version as length, head from case_file
      union all select 'readings:' || stream, version, head from access_stream where version > 0) as now
  left join lateral (select length from checkpoint_head where chain = now.chain order by number desc limit 1) as last on true
where last.length is distinct from now.length`;

const UNIQUE = '23505';

/** Makes checkpoints: where every chain ends, in one Merkle tree, signed. */
export class Checkpoints {
  constructor(
    private readonly pool: Pool,
    private readonly signer: Signer,
    private readonly clock: { now(): Instant },
  ) {}

  /** The public key that they are signed with. */
  get publicKey(): string {
    return this.signer.publicKey;
  }

  /** The newest, or the one of a number; null when there is none. */
  async read(number?: number): Promise<Checkpoint | null> {
    const { rows } = await this.pool.query<Row>(NEWEST, [number ?? null]);
    return rows[0] === undefined ? null : checkpointOf(rows[0]);
  }

  /** Makes one of this moment. Of two made at once one stands, and both are told it. */
  async make(): Promise<Checkpoint> {
    const made = await this.inOneMoment((client) => this.write(client)).catch((error: { code?: string }) => {
      if (error.code === UNIQUE) return null;
      throw error;
    });
    return made ?? ((await this.read()) as Checkpoint);
  }

  /** Makes one when the day has none yet. */
  async makeDaily(): Promise<Checkpoint | null> {
    const last = await this.read();
    const isDone = last !== null && dayOf(last.body.at) >= dayOf(this.clock.now());
    return isDone ? null : this.make();
  }

  private async write(client: PoolClient): Promise<Checkpoint> {
    const { rows } = await client.query<Row>(NEWEST, [null]);
    const last = rows[0] === undefined ? null : checkpointOf(rows[0]);
    const number = (last?.body.number ?? 0) + 1;
    await client.query(MOVED, [number]);
    const ends = (await client.query<ChainEnd>(ENDS, [number])).rows;
    const text = canonical(this.say(number, ends, last));
    const bytes = Buffer.from(text);
    const signature = this.signer.sign(bytes);
    await client.query('insert into checkpoint (number, at, canonical, signature) values ($1, $2, $3, $4)', [
      ...[number, this.clock.now(), bytes, signature],
    ]);
    return checkpointOf({ canonical: bytes, signature });
  }

  private say(number: number, ends: readonly ChainEnd[], last: Checkpoint | null): CheckpointBody {
    const lengthOf = (kind: string): number =>
      ends.filter(({ chain }) => chain.startsWith(kind)).reduce((sum, { length }) => sum + length, 0);
    return {
      format: 1,
      number,
      at: this.clock.now(),
      chains: ends.length,
      events: lengthOf('events:'),
      readings: lengthOf('readings:'),
      root: merkleRoot(ends.map((end) => leafHash(leafBytes(end)))).toString('hex'),
      before: last === null ? null : createHash('sha256').update(last.canonical).digest('hex'),
      key: this.signer.publicKey,
    };
  }

  private async inOneMoment<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('begin isolation level repeatable read');
      const answer = await work(client);
      await client.query('commit');
      return answer;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }
}

interface Row {
  readonly canonical: Buffer;
  readonly signature: Buffer;
}

function checkpointOf({ canonical: bytes, signature }: Row): Checkpoint {
  const text = bytes.toString('utf8');
  return {
    body: JSON.parse(text) as CheckpointBody,
    canonical: text,
    signature: signature.toString('base64url'),
  };
}
