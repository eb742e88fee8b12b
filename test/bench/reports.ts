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
  for (const text of [GOAL, FLATS, FAMILIES]) await own.query(text.replaceAll('$N', String(files)));
  await own.query('vacuum analyze');
  return own;
}

const GOAL = `insert into goal (year, forms, goal, valid_from, recorded_at)
  values (2021, '{transitional}', 150, '2020-12-01', '2020-12-01')`;

/** Facts as rows: file, number, process, kind, day, and what else is told. */
const insert = (values: string, from: string): string => `
insert into fact (file_id, seq, ordinal, process, workflow, form, kind, occurred_on, recorded_at, district, household,
  dwelling, channel, party, stage, reason, data)
select t.file, row_number() over (partition by t.file order by x.day, x.n), 0, x.process, 'bench', 'transitional', x.kind,
  x.day, x.day + time '12:00', 'd' || (t.n % 13), case when x.is_flat then null else t.file end,
  case when x.is_flat then t.file else 'flat-' || t.n end, case when t.n % 4 = 0 then 'agency' else 'facility' end,
  x.party, x.stage, x.reason, x.data::jsonb
from (${from}) t cross join lateral (values ${values})
  as x(n, process, kind, day, is_flat, party, stage, reason, data)`;

/** A family's way over five years: referred, offered, refused, signed, moved in, followed up, and out again one in three. */
const FAMILIES = insert(
  `(1, 1, 'accepted', t.day, false, 'district', 'submitted', null, '{}'),
   (2, 1, 'accepted', t.day + 9, false, 'shis', 'referral', null, '{}'),
   (3, 2, 'accepted', t.day + 40, false, 'shis', 'offered', null, '{}'),
   (4, 2, 'refused', t.day + 44, false, 'household', 'offer', case when t.n % 2 = 0 then 'area' else 'school' end, '{}'),
   (5, 3, 'accepted', t.day + 80, false, 'household', 'offer', null, '{}'),
   (6, 3, 'accepted', t.day + 90, false, 'household', 'signed', null, '{}'),
   (7, 4, 'movedIn', t.day + 95, false, null, null, null, '{}'),
   (8, 4, 'limit', t.day + 95, false, null, null, null, '{"day": "' || (t.day + 1921) || '"}'),
   (9, 4, 'followUp', t.day + 125, false, null, null, null,
     '{"due": "' || (t.day + 126) || '", "held": "' || (t.day + 125) || '", "childrenHeard": true}'),
   (10, case when t.n % 3 = 0 then 4 else 9 end, case when t.n % 3 = 0 then 'movedOut' else 'step' end, t.day + 700, false,
     null, null, null, case when t.n % 3 = 0 then '{"outcome": "own-lease"}' else
     '{"state": "queued", "to": "offered", "began": "' || (t.day + 9) || 'T12:00:00Z", "ended": "' || (t.day + 40)
     || 'T12:00:00Z", "waitsFor": "shis"}' end)`,
  `select n, 'home-' || n as file, date '2017-01-01' + (n * 7919 % 1700) as day from generate_series(1, $N) n`,
);

/** A flat for each: booked once where the agency's, else empty for a while. */
const FLATS = insert(
  `(1, 1, case when t.n % 4 = 0 then 'allocated' else 'vacancyBegan' end, t.day + 90, true, null, null, null,
     case when t.n % 4 = 0 then '{}' else '{"cause": "free"}' end),
   (2, 1, case when t.n % 8 = 1 then 'refused' else 'vacancyEnded' end, t.day + 96, true,
     case when t.n % 8 = 1 then 'shis' end, case when t.n % 8 = 1 then 'flat' end,
     case when t.n % 8 = 1 then 'own-stock' end, case when t.n % 8 = 1 then '{}' else '{"cause": "free"}' end)`,
  `select n, 'flat-' || n as file, date '2017-01-01' + (n * 7919 % 1700) as day from generate_series(1, $N / 4) n`,
);
