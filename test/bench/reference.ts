import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';

const TABLES = `
create table ref_case (id text primary key, version int not null, state text not null, snapshot jsonb not null,
  updated_at timestamptz not null) with (fillfactor = 80);
create table ref_event (case_id text not null, seq int not null, body text not null, hash bytea not null,
  primary key (case_id, seq));
create table ref_deadline (case_id text not null, name text not null, due_at timestamptz not null,
  primary key (case_id, name));
create index ref_deadline_due on ref_deadline (due_at);`;

const STEP = `
with c as (update ref_case set version = version + 1, state = $3, snapshot = $4, updated_at = $5
           where id = $1 and version = $2 returning id),
  e as (insert into ref_event (case_id, seq, body, hash) select id, $2 + 1, $6, $7 from c),
  gone as (delete from ref_deadline using c where case_id = c.id and name = $8),
  next as (insert into ref_deadline (case_id, name, due_at) select id, $9, $10 from c)
select id from c`;

const SNAPSHOT = JSON.stringify({ filler: 'x'.repeat(480) });
const BODY = 'e'.repeat(400);

/** The hand-written reference: read the case by a named SELECT, write snapshot, event, one deadline out and one in by one CTE. */
export async function prepareReference(pool: Pool, cases: number): Promise<void> {
  await pool.query(TABLES);
  await pool.query(
    `insert into ref_case select 'c' || n, 0, 'here', $1, now() from generate_series(0, $2::int - 1) as n`,
    [SNAPSHOT, cases],
  );
  await pool.query(
    `insert into ref_deadline select 'c' || n, 'here', now() + interval '30 days' from generate_series(0, $1::int - 1) as n`,
    [cases],
  );
  await pool.query('analyze ref_case, ref_deadline');
}

/** One reference step on one case. */
export async function referenceStep(pool: Pool, index: number): Promise<void> {
  const id = `c${index}`;
  const { rows } = await pool.query<{ version: number; state: string }>({
    name: 'ref_read',
    text: 'select version, state, snapshot from ref_case where id = $1',
    values: [id],
  });
  const { version, state } = rows[0] as { version: number; state: string };
  const next = state === 'here' ? 'there' : 'here';
  await pool.query({
    name: 'ref_step',
    text: STEP,
    values: [id, version, next, SNAPSHOT, at, BODY, randomBytes(32), state, next, at],
  });
}
const at = '2030-01-01T00:00:00Z';
