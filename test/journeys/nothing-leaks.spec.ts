import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal } from '../../src/engine/refusals.js';
import { readConfig } from '../../src/platform/config.js';
import { startRuntime, type Runtime } from '../../src/runtime.js';
import { dropped } from '../api/served.js';
import { husrum } from '../cli/husrum.js';
import { cast, facilityFlat, household, logins } from '../support/cast.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

/** Every word that is told of the protected family; none of it may come out anywhere but to its named handlers. */
const WORDS = [
  'Ixolite',
  'Zyxström',
  'Vexia',
  'Krumelurskolan',
  '191212121212',
  'Qwyzzla',
  '1984-05-06',
  '2014-03-04',
];
const TOLD = new RegExp(WORDS.join('|'), 'i');
const NAMED = ['skarholmen.handlaggare', 'shis.kollega'];
const OTHERS = logins.filter((login) => !NAMED.includes(login));
const PORT = 38_417;

const member = (ref: string, name: string, born: string, more: object = {}) => ({
  ...{ ref, name, born, gender: 'unknown', adult: born < '2003' },
  ...more,
});
const data = {
  household: household({
    type: 'couple',
    district: 'skarholmen',
    members: [
      member('one', 'Ixolite Zyxström', '1984-05-06', { personNumber: '191212121212' }),
      member('child-1', 'Vexia Zyxström', '2014-03-04', { share: 'whole', school: 'Krumelurskolan' }),
    ],
  }),
};

let database: TestDatabase;
let folder: string;
let runtime: Runtime;
let program: ChildProcess;
let printed = '';
let environment: Record<string, string>;
let [family, flat] = ['', ''];
const tokens = new Map<string, string>();

/** The program as people run it, telling all that it logs; the family refers, waits, is offered a flat and says no. */
beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'husrum-leaks-'));
  const key = Buffer.alloc(32, 7).toString('base64');
  environment = {
    ...{ DATABASE_URL: database.url, HUSRUM_MASTER_KEY: key, HUSRUM_SIGNING_KEY: key, HUSRUM_DATA: folder },
    ...{ PORT: String(PORT), METRICS_PORT: String(PORT + 1), LOG_LEVEL: 'trace', HUSRUM_DEMO: '0' },
  };
  runtime = await startRuntime(readConfig(environment));
  for (const [register, line] of cast)
    await runtime.registers.put(register, line, { at: '2010-01-01T00:00:00Z', by: 'test' });
  await lived();
  for (const login of logins) {
    const made = await runtime.tokens.create(login, 1, runtime.clock.now());
    if (isRefusal(made)) throw new Error(login);
    tokens.set(login, made.token);
  }
  const env = { ...environment, PATH: process.env['PATH'] ?? '', HOME: folder };
  program = spawn(process.execPath, ['dist/src/main.js'], { env });
  for (const stream of [program.stdout, program.stderr])
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  for (let tries = 0; !printed.includes('answers at'); tries++) {
    if (tries > 200) throw new Error(printed);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}, 120_000);
afterAll(async () => {
  program?.kill('SIGTERM');
  await new Promise((resolve) => program?.once('exit', resolve));
  await runtime?.close();
  await dropped(database);
  await rm(folder, { recursive: true, force: true });
}, 60_000);

async function step(login: string, asked: object): Promise<string> {
  const by = await runtime.directory.person(login, runtime.clock.now());
  const answer = await runtime.engine.execute({ id: `${login}-${Math.random()}`, by, asked } as never);
  if (isRefusal(answer))
    throw new Error(`${JSON.stringify(asked)}: ${answer.sentences.map(({ en }) => en).join(' ')}`);
  return answer.file;
}

async function lived(): Promise<void> {
  family = await step('skarholmen.handlaggare', { open: 'referral', data });
  const inFile = (login: string, event: string, more: object) =>
    step(login, { event, file: family, data: more });
  const sent = (login: string, event: string, more: object = {}, process = 1) =>
    step(login, { event, file: family, process, data: more });
  const protection = { kind: 'sekretessmarkering', ref: 'one', handlers: ['shis.kollega'], note: 'Qwyzzla' };
  await inFile('skarholmen.handlaggare', 'setProtection', protection);
  flat = await step('shis.handlaggare', { open: 'dwelling', data: facilityFlat('8101', 3) });
  await sent('skarholmen.handlaggare', 'submit', { ground: 'statute', note: 'Qwyzzla' });
  await sent('shis.kollega', 'approve');
  await sent('shis.kollega', 'makeOffer', { dwelling: { ref: `${flat}/1` } });
  await sent('shis.kollega', 'refuse', { reason: 'school', note: 'Qwyzzla' }, 2);
  await inFile('shis.kollega', 'note', { note: 'Qwyzzla' });
}

/** Everything that came back: status, headers, body. */
async function call(
  login: string | null,
  path: string,
  body?: unknown,
): Promise<{ status: number; all: string }> {
  const got = await fetch(`http://127.0.0.1:${PORT}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(login !== null && { authorization: `Bearer ${tokens.get(login)}` }),
      ...(body !== undefined && {
        'content-type': 'application/json',
        'idempotency-key': `k-${Math.random()}`,
      }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const all = `${[...got.headers].join('\n')}\n${Buffer.from(await got.arrayBuffer()).toString('latin1')}`;
  return { status: got.status, all: `${all}\n${Buffer.from(all, 'latin1').toString('utf8')}` };
}

const READS = () => [
  `/api/v1/files/${family}`,
  `/api/v1/files/${family}/events`,
  `/api/v1/files/${family}?at=2099-01-01`,
  `/api/v1/files/${family}/readers`,
  `/api/v1/files/${flat}`,
  `/api/v1/files/${flat}/events`,
  ...[
    '',
    '?workflow=referral',
    '?workflow=offer',
    '?district=skarholmen',
    '?state=queued',
    `?text=${family}`,
  ].map((query) => `/api/v1/files${query}`),
  ...['yearly-goal', 'placements', 'refusals'].flatMap((name) =>
    ['json', 'csv', 'xlsx', 'table'].flatMap((format) =>
      ['', '&by=district', '&by=month'].map(
        (by) => `/api/v1/reports/${name}?year=${new Date().getUTCFullYear()}&format=${format}${by}`,
      ),
    ),
  ),
  ...['workflows', 'organisations', 'people', 'districts', 'alerts', 'reviews'].map(
    (name) => `/api/v1/${name}`,
  ),
];

describe('nothing of a protected family', () => {
  it('comes back to anybody but its named handlers, over any route', async () => {
    const told: string[] = [];
    for (const login of OTHERS) {
      for (const path of READS()) {
        const { all } = await call(login, path);
        if (TOLD.test(all) || (all.includes(family) && !/people|alerts|reviews|readers/.test(path)))
          told.push(`${login} ${path}`);
      }
      for (const text of WORDS) {
        const { all } = await call(login, '/api/v1/files/search', { text });
        if (TOLD.test(all) || all.includes(family)) told.push(`${login} search ${text}`);
      }
    }
    expect(told).toEqual([]);
    expect((await call('shis.kollega', `/api/v1/files/${family}`)).all).toMatch(TOLD);
  }, 120_000);

  it('is told back in an error, even to who typed it', async () => {
    const wrong = [
      { type: 'nonsense', data: { note: 'Ixolite Zyxström' } },
      { type: 'note', data: { nope: 'Qwyzzla', note: 7 } },
      { type: 'memberJoins', data: { person: { name: 'Vexia' }, on: 'Krumelurskolan' } },
      { type: 'note', data: { note: 'Qwyzzla' }, occurredAt: 'Ixolite' },
      '{"type":"note","data":{"note":"Qwyzzla"',
    ];
    for (const login of [...NAMED, 'farsta.handlaggare'])
      for (const body of wrong) {
        const { status, all } = await call(login, `/api/v1/files/${family}/events`, body);
        expect([login, status >= 400 && status < 500, TOLD.test(all)]).toEqual([login, true, false]);
      }
    const opened = await call('shis.handlaggare', '/api/v1/files', { workflow: 'referral', data });
    expect([opened.status, TOLD.test(opened.all)]).toEqual([403, false]);
  });

  it('stands in a log, a metric, a message, a file’s name or what the command line tells', async () => {
    const metrics = await (await fetch(`http://127.0.0.1:${PORT + 1}/metrics`)).text();
    expect(metrics).toContain('husrum');
    const calls = [
      ['verify'],
      ['doctor'],
      ['report', 'refusals', '--year', String(new Date().getUTCFullYear())],
    ];
    const commands = await Promise.all(calls.map((args) => husrum(environment, ...args)));
    const names = (await readdir(folder, { recursive: true })).join('\n');
    const { rows } = await runtime.pool.query<{ text: string }>(
      `select row_to_json(o)::text as text from outbox o union all select row_to_json(a)::text from alert a
       union all select convert_from(canonical, 'UTF8') from access_entry union all select row_to_json(i)::text from incident i`,
    );
    const everything = [printed, metrics, names, ...commands.flatMap(({ out, err }) => [out, err])];
    for (const text of [...everything, ...rows.map((row) => row.text)])
      expect(TOLD.exec(text)?.[0]).toBeUndefined();
    expect(printed.length).toBeGreaterThan(1_000);
    expect(
      [metrics, names, commands.map(({ out }) => out).join()].some((text) => text.includes(family)),
    ).toBe(false);
  }, 60_000);
});
