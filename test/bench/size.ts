import type { Pool } from 'pg';
import { createPool, migrate } from '../../src/platform/database.js';
import { benchEngine, openFiles, takeStep } from './bench-engine.js';
import { alternate } from './rounds.js';
import { atLeast, type Line } from './table.js';

const WORKING_SET = 1_000;
const MANY = 1_000_000;
const CALLERS = 8;
const BAR = 0.9;

/** The step on a working set of a thousand files: with nothing else in the database, and among a million files. */
export async function measureSize(pool: Pool, url: string): Promise<Line[]> {
  const few = await database(pool, url, 'bench_few');
  const many = await database(pool, url, 'bench_many');
  try {
    const fewEngine = benchEngine(few);
    const manyEngine = benchEngine(many);
    const fewFiles = await openFiles(fewEngine, WORKING_SET);
    const manyFiles = await openFiles(manyEngine, WORKING_SET);
    await multiply(many, MANY / WORKING_SET - 1);
    for (const one of [few, many]) await one.query('vacuum analyze');
    const own = (caller: number, n: number) => (caller + n * CALLERS) % WORKING_SET;
    const [small, large] = await alternate(
      [
        { name: 'few', run: (caller, n) => takeStep(fewEngine, fewFiles[own(caller, n)] as string) },
        { name: 'many', run: (caller, n) => takeStep(manyEngine, manyFiles[own(caller, n)] as string) },
      ],
      CALLERS,
    );
    if (small === undefined || large === undefined) throw new Error('nothing was measured');
    const detail = `${large.perSecond.toFixed(0)}/s beside ${small.perSecond.toFixed(0)}/s`;
    return [
      atLeast('step among 1,000,000 files beside 1,000', large.perSecond / small.perSecond, BAR, detail),
    ];
  } finally {
    await few.end();
    await many.end();
  }
}

async function database(pool: Pool, url: string, name: string): Promise<Pool> {
  await pool.query(`create database ${name}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  await migrate(address.href);
  return createPool(address.href, { max: 16 });
}

/** Copies every row so many times under other file numbers: what a table's size does to a step does not ask for more. */
async function multiply(pool: Pool, times: number): Promise<void> {
  for (const [table, columns] of Object.entries(COLUMNS))
    await pool.query(
      `insert into ${table} (${table === 'case_file' ? 'id' : 'file_id'}, ${columns})
       select translate(md5(${table === 'case_file' ? 'id' : 'file_id'} || n), 'ailou', 'vwxyz'), ${columns}
       from ${table}, generate_series(1, $1::int) as n`,
      [times],
    );
}

const COLUMNS = {
  case_file: 'kind, version, head, record, district, assignee, opened_at, recorded_at',
  process:
    'number, workflow, version, definition, parent, children, proposals, state, states, stored, is_open, waits_for, opened_at, entered_at',
  event: 'seq, command, request, recorded_at, canonical, hash',
  deadline: 'process, key, name, state, due_on, due_at, moves',
};
