import type { Pool } from 'pg';
import { createPool, migrate } from '../../src/platform/database.js';
import { isRefusal } from '../../src/engine/refusals.js';
import { answer, reports, type Source } from '../../src/reports/index.js';
import { atMost, type Line } from './table.js';

/** Files of the usual run; `HUSRUM_BENCH_FILES=1000000` asks for more. */
const SIZES = [1_000, 100_000];
const MORE = Number(process.env['HUSRUM_BENCH_FILES'] ?? 0);
const ROUNDS = 3;
/** A report counts several things, each with its own rule of what counts once; the bare sum counts rows and knows none. */
const BAR = 60;
/** Below this the work of asking outweighs the counting: a person does not notice it. */
const AT_ONCE_MS = 250;

const PARAMETERS = { year: '2021', until: '2021-12-31' };
/** What a report's SQL comes down to without any rule: one pass over the year's facts, counted by their keys. */
const BARE = `select kind, form, channel, party, stage, reason, count(*) from fact
  where occurred_on between '2021-01-01' and '2021-12-31' and recorded_at < '2030-01-01'
    and (voided_at is null or voided_at >= '2030-01-01') group by 1, 2, 3, 4, 5, 6`;

/** Each report among so many files, beside one bare pass over the same facts. */
export async function measureReports(pool: Pool, url: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (const files of [...SIZES, ...(MORE > 0 ? [MORE] : [])]) {
    const own = await filled(pool, url, files);
    try {
      lines.push(...(await measured(own, files)));
    } finally {
      await own.end();
    }
  }
  return lines;
}

async function measured(pool: Pool, files: number): Promise<Line[]> {
  const snapshot = {
    ...{ organisations: new Map(), delegations: new Map(), people: new Map(), districts: new Map() },
    ...{ assignments: new Map(), covers: new Map() },
  };
  const source: Source = { pool, registers: { snapshot: async () => snapshot }, workflows: [] };
  const bare = await fastest(async () => void (await pool.query(BARE)));
  const lines: Line[] = [];
  for (const { name } of reports) {
    const ms = await fastest(async () => {
      const asking = { today: '2022-01-10', reader: 'inside' as const, parameters: PARAMETERS };
      const made = await answer(source, name, asking);
      if (isRefusal(made)) throw new Error(`${name}: ${made.sentences[0]?.en}`);
    });
    const detail = `${ms.toFixed(0)} ms beside ${bare.toFixed(1)} ms`;
    const line = atMost(`report ${name} among ${files} files`, ms / bare, BAR, detail);
    lines.push({ ...line, holds: line.holds || ms <= AT_ONCE_MS });
  }
  return lines;
}

async function fastest(run: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    await run();
    times.push(performance.now() - from);
  }
  return Math.min(...times);
}

async function filled(pool: Pool, url: string, files: number): Promise<Pool> {
  const name = `bench_reports_${files}`;
  await pool.query(`create database ${name}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  await migrate(address.href);
  const own = createPool(address.href, { max: 4 });
  for (const text of [GOAL, FLATS, FAMILIES, FILES]) await own.query(text.replaceAll('$N', String(files)));
  await own.query('vacuum analyze');
  return own;
}

const GOAL = `insert into goal (year, forms, goal, valid_from, recorded_at)
  values (2021, '{transitional}', 150, '2020-12-01', '2020-12-01')`;

/** Facts as rows: file, number, process, kind, day, and what else is told; those whose `told` holds. */
const insert = (values: string, from: string): string => `
insert into fact (file_id, seq, ordinal, process, workflow, form, kind, occurred_on, recorded_at, district, household,
  dwelling, channel, party, stage, reason, data)
select t.file, row_number() over (partition by t.file order by x.day, x.n), 0, x.process, 'bench', 'transitional', x.kind,
  x.day, x.day + time '12:00', 'd' || (t.n % 13), case when t.is_flat then null else t.file end,
  case when t.is_flat then t.file else 'flat-' || t.n end, case when t.n % 4 = 0 then 'agency' else 'facility' end,
  x.party, x.stage, x.reason, x.data::jsonb
from (${from}) t cross join lateral (values ${values})
  as x(n, process, kind, day, told, party, stage, reason, data) where x.told`;

/** A state that a process left: from which day it was in it, whither it went and whom it waited for. */
const left = (state: string, since: number, to: string, waitsFor: string): string =>
  `'{"state": "${state}", "to": "${to}", "waitsFor": "${waitsFor}", "began": "' || (t.day + ${since}) || 'T12:00:00Z"}'`;

/**
 * A family's way over five years: referred, put in the queue, some paused, offered a flat. One in four refuses and stays in
 * the queue; the others sign, move in, are followed up, and one in three of them moves out again. As with real cases, each
 * state that was left is a fact too.
 */
const FAMILIES = insert(
  `(1, 1, 'accepted', t.day, true, 'district', 'submitted', null, '{}'),
   (2, 1, 'step', t.day, true, null, null, null, ${left('draft', -2, 'screening', 'district')}),
   (3, 1, 'accepted', t.day + 9, true, 'shis', 'referral', null, '{}'),
   (4, 1, 'step', t.day + 9, true, null, null, null, ${left('screening', 0, 'queued', 'shis')}),
   (5, 1, 'step', t.day + 30, t.n % 10 = 0, null, null, null, ${left('hold.paused', 20, 'hold.going', 'district')}),
   (6, 1, 'step', t.day + 40, true, null, null, null, ${left('queued', 9, 'offered', 'shis')}),
   (7, 2, 'accepted', t.day + 40, true, 'shis', 'offered', null, '{}'),
   (8, 2, 'refused', t.day + 44, t.refuses, 'household', 'offer', case when t.n % 8 = 0 then 'area' else 'school' end, '{}'),
   (9, 2, 'step', t.day + 44, t.refuses, null, null, null, ${left('offered', 40, 'refused', 'household')}),
   (10, 1, 'step', t.day + 44, t.refuses, null, null, null, ${left('offered', 40, 'queued', 'household')}),
   (11, 2, 'accepted', t.day + 44, t.takes, 'household', 'offer', null, '{}'),
   (12, 2, 'step', t.day + 44, t.takes, null, null, null, ${left('offered', 40, 'accepted', 'household')}),
   (13, 1, 'step', t.day + 44, t.takes, null, null, null, ${left('offered', 40, 'accepted', 'household')}),
   (14, 2, 'accepted', t.day + 54, t.takes, 'household', 'signed', null, '{}'),
   (15, 2, 'step', t.day + 54, t.takes, null, null, null, ${left('accepted', 44, 'signed', 'shis')}),
   (16, 1, 'step', t.day + 54, t.takes, null, null, null, ${left('accepted', 44, 'placed', 'shis')}),
   (17, 3, 'movedIn', t.day + 59, t.takes, null, null, null, '{}'),
   (18, 3, 'limit', t.day + 59, t.takes, null, null, null, '{"day": "' || (t.day + 1885) || '"}'),
   (19, 3, 'followUp', t.day + 89, t.takes, null, null, null,
     '{"due": "' || (t.day + 90) || '", "held": "' || (t.day + 89) || '", "childrenHeard": true}'),
   (20, 3, 'movedOut', t.day + 700, t.takes and t.n % 3 = 0, null, null, null, '{"outcome": "own-lease"}')`,
  `select n, 'home-' || n as file, date '2017-01-01' + (n::bigint * 7919 % 1700)::int as day, false as is_flat, n % 4 = 0 as refuses,
    n % 4 <> 0 as takes from generate_series(1, $N) n`,
);

/** A flat for every fourth: booked once where the agency's, else empty for a while, some of them to this day. */
const FLATS = insert(
  `(1, 1, 'allocated', t.day + 90, t.n % 4 = 0, null, null, null, '{}'),
   (2, 1, 'vacancyBegan', t.day + 90, t.n % 4 <> 0, null, null, null, '{"cause": "free"}'),
   (3, 1, 'vacancyEnded', t.day + 96, t.n % 8 not in (0, 1, 4), null, null, null, '{"cause": "free"}'),
   (4, 1, 'dailyCost', t.day + 90, t.n % 4 <> 0, null, null, null, '{"value": 300}'),
   (5, 1, 'refused', t.day + 96, t.n % 8 = 1, 'shis', 'flat', 'own-stock', '{}')`,
  `select n, 'flat-' || n as file, date '2017-01-01' + (n::bigint * 7919 % 1700)::int as day, true as is_flat
    from generate_series(1, $N / 4) n`,
);

/** What the files say of themselves: the flats' houses, and of the families their type and members. */
const FILES = `
insert into case_file (id, kind, version, head, record, district, opened_at, recorded_at)
select 'flat-' || n, 'dwelling', 1, ''::bytea, case when n % 4 = 0 then jsonb_build_object('source', 'agency', 'company', 'c' || n % 3)
  else jsonb_build_object('source', 'facility', 'facility', 'f' || n % 6) end, null, '2017-01-01'::date, '2017-01-01'::date
from generate_series(1, $N / 4) n
union all
select 'home-' || n, 'household', 1, ''::bytea, jsonb_build_object('type', case n % 3 when 0 then 'couple' else 'single-woman' end,
  'members', jsonb_build_array('{"adult": true}'::jsonb, '{"adult": false}'::jsonb)), 'd' || (n % 13), '2017-01-01', '2017-01-01'
from generate_series(1, $N) n`;
