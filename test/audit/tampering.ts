import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { canonical } from '../../src/engine/canonical.js';
import type { EventBody } from '../../src/engine/model.js';

const tables = ['case_file', 'event', 'process', 'deadline', 'fact', 'hold', 'sealed', 'file_key', 'outbox'];

type Loose = { -readonly [K in keyof EventBody]?: EventBody[K] } & Record<string, unknown>;

/** What somebody with a superuser's connection can do to the tables. */
export class Tampering {
  constructor(private readonly connect: () => Pool) {}

  private get pool(): Pool {
    return this.connect();
  }

  /** Keeps everything as it is now, to come back to. */
  async save(): Promise<void> {
    const copies = tables.map((table) => `create table saved.${table} as table public.${table};`);
    await this.pool.query(`create schema saved; ${copies.join(' ')}`);
  }

  async restore(): Promise<void> {
    const fills = tables.map((table) => `insert into public.${table} table saved.${table};`);
    await this.pool.query(`begin; delete from ${tables.join('; delete from ')}; ${fills.join(' ')} commit`);
  }

  async sql(statement: string, ...values: unknown[]): Promise<void> {
    const { rowCount } = await this.pool.query(statement, values);
    if (rowCount === 0) throw new Error(`nothing was changed by: ${statement}`);
  }

  async event(file: string, seq: number): Promise<Loose> {
    const { rows } = await this.pool.query<{ canonical: Buffer }>(
      'select canonical from event where file_id = $1 and seq = $2',
      [file, seq],
    );
    return JSON.parse((rows[0] as { canonical: Buffer }).canonical.toString('utf8')) as Loose;
  }

  /** Writes an event's bytes anew (in canonical form) with its columns, and leaves the chain as it is. */
  async rewrite(file: string, seq: number, change: (body: Loose) => void): Promise<void> {
    const body = await this.event(file, seq);
    change(body);
    await this.sql(
      'update event set canonical = $3, command = $4, request = $5, recorded_at = $6 where file_id = $1 and seq = $2',
      ...[
        file,
        seq,
        Buffer.from(canonical(body)),
        body.command ?? null,
        body.request ?? null,
        body.recordedAt,
      ],
    );
  }

  /** Appends an event made from another one, and makes the chain and the file's row fit. */
  async forge(file: string, like: number, change: (body: Loose) => void): Promise<number> {
    const { rows } = await this.pool.query<{ n: number }>(
      'select max(seq) as n from event where file_id = $1',
      [file],
    );
    const seq = (rows[0]?.n ?? 0) + 1;
    const body = { ...(await this.event(file, like)), seq, step: `${file}:${seq}`, command: `forged ${seq}` };
    change(body);
    await this.sql(
      `insert into event (file_id, seq, command, request, recorded_at, canonical, hash)
       values ($1, $2, $3, $4, $5, $6, '')`,
      ...[
        file,
        seq,
        body['command'] ?? null,
        body.request ?? null,
        body.recordedAt,
        Buffer.from(canonical(body)),
      ],
    );
    await this.chain(file);
    await this.sql('update case_file set recorded_at = $2 where id = $1', file, body.recordedAt);
    return seq;
  }

  /** Numbers a file's events from 1, in order, in their bytes too. */
  async renumber(file: string): Promise<void> {
    const { rows } = await this.pool.query<{ seq: number }>(
      'select seq from event where file_id = $1 order by seq',
      [file],
    );
    for (const [i, { seq }] of rows.entries()) {
      const next = i + 1;
      if (seq === next) continue;
      await this.rewrite(file, seq, (body) => {
        body.seq = next;
        if (body.step === `${file}:${seq}`) body.step = `${file}:${next}`;
      });
      await this.sql('update event set seq = $3 where file_id = $1 and seq = $2', file, seq, next);
    }
  }

  /** Makes every hash of a file's chain, its head and its version anew from its bytes. */
  async chain(file: string): Promise<void> {
    const { rows } = await this.pool.query<{ seq: number; canonical: Buffer }>(
      'select seq, canonical from event where file_id = $1 order by seq',
      [file],
    );
    let head = Buffer.alloc(0);
    for (const { seq, canonical: bytes } of rows) {
      head = createHash('sha256').update(head).update(bytes).digest();
      await this.sql('update event set hash = $3 where file_id = $1 and seq = $2', file, seq, head);
    }
    await this.sql(
      'update case_file set head = $2, version = $3 where id = $1',
      file,
      head,
      rows.at(-1)?.seq ?? 0,
    );
  }

  /** `rewrite`, and the chain made to fit. */
  async rewriteChained(file: string, seq: number, change: (body: Loose) => void): Promise<void> {
    await this.rewrite(file, seq, change);
    await this.chain(file);
  }
}
