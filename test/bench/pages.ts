import type { Pool } from 'pg';
import { household } from '../support/cast.js';
import { makeTemplates } from '../support/template.js';
import { Letting } from '../web/letting.js';
import type { Visitor } from '../web/visitor.js';
import { WebWorld } from '../web/web-world.js';
import { alternate } from './rounds.js';
import { atMost, type Line } from './table.js';

const FILES = 100_000;
const ROWS = 50;
const EVENTS = 200;
const WHO = 'farsta.handlaggare';
/** A page is read as somebody, through the row policies, unsealed, put into words and logged on disk; bare SQL is none of it. */
const P95_BAR = 60;

const LIST = `select f.id, f.record, p.state, p.stored -> 'context' as context, d.name, d.due_on
  from case_file f join process p on p.file_id = f.id left join deadline d on d.file_id = f.id and d.process = p.number
  where f.assignee = $1 order by d.due_at, f.id limit ${ROWS}`;
const CASE = `select f.*, (select json_agg(p.*) from process p where p.file_id = f.id) as processes,
  (select json_agg(d.*) from deadline d where d.file_id = f.id) as deadlines,
  (select json_agg(e.seq) from (select seq, canonical, hash from event where file_id = f.id order by seq desc limit 50) e) as events
  from case_file f where f.id = $1`;

/** The list of fifty rows and the page of a case with 200 events, as somebody signed in gets them, beside their bare SQL. */
export async function measurePages(_pool: Pool, url: string): Promise<Line[]> {
  process.env['HUSRUM_TEST_URL'] = url;
  await makeTemplates(url);
  const world = await WebWorld.open();
  try {
    const file = await filled(world);
    const visitor = await world.signedIn(WHO);
    return [
      await beside(world, visitor, 'fifty rows of a list', '/files?list=mine', [LIST, WHO]),
      await beside(world, visitor, `a case with ${EVENTS} events`, `/files/${file}`, [CASE, file]),
    ];
  } finally {
    await world.close();
  }
}

/** Fifty families of one handler, one of them with a long log, among so many others; gives that one's file. */
async function filled(world: WebWorld): Promise<string> {
  const { farsta } = new Letting(world);
  const files: string[] = [];
  for (let n = 0; n < ROWS; n++) files.push((await farsta.open('referral', { household: household() })).file);
  await multiply(world.owner, FILES / ROWS - 1);
  for (const file of files) await farsta.event(file, 'assign', { handler: WHO });
  const [long = ''] = files;
  for (let n = 0; n < EVENTS; n++) await farsta.event(long, 'note', { note: 'Ringde skolan.' });
  await world.owner.query('vacuum analyze');
  return long;
}

/** Copies what there is under other file numbers. */
async function multiply(pool: Pool, times: number): Promise<void> {
  for (const table of ['case_file', 'process', 'event', 'deadline']) {
    const id = table === 'case_file' ? 'id' : 'file_id';
    const { rows } = await pool.query<{ name: string }>(
      `select quote_ident(attname) as name from pg_attribute where attrelid = $1::regclass and attnum > 0
       and not attisdropped and attgenerated = '' and attidentity = '' and attname <> $2`,
      [table, id],
    );
    const others = rows.map(({ name }) => name).join(', ');
    await pool.query(
      `insert into ${table} (${id}, ${others})
       select left(translate(md5(${id} || n), 'ailou', 'vwxyz'), 11), ${others}
       from ${table}, generate_series(1, $1::int) as n`,
      [times],
    );
  }
}

async function beside(
  world: WebWorld,
  visitor: Visitor,
  what: string,
  path: string,
  [text, value]: readonly [string, string],
): Promise<Line> {
  const [bare, page] = await alternate(
    [
      {
        name: 'bare',
        run: async () => void (await world.owner.query({ name: what, text, values: [value] })),
      },
      {
        name: 'page',
        run: async () => {
          const { status } = await visitor.get(path);
          if (status !== 200) throw new Error(`${path} was answered with ${status}`);
        },
      },
    ],
    1,
  );
  if (bare === undefined || page === undefined) throw new Error('nothing was measured');
  const detail = `p95 ${page.p95Ms.toFixed(1)} ms, bare ${bare.p95Ms.toFixed(1)} ms, among ${FILES} files`;
  return atMost(`${what}, p95`, page.p95Ms / bare.p95Ms, P95_BAR, detail);
}
