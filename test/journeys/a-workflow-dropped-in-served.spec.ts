import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { cast, household } from '../support/cast.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { inDatabase, onServer } from '../support/template.js';

const dist = (path: string): string => resolve('dist', path);
const SERVER = dist('src/main.js');
const CLI = dist('src/cli/main.js');
const KEY = Buffer.alloc(32, 7).toString('base64');

/** What the command line answered. */
interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A family that waits, and its storage: lent, extended by nobody, due to be emptied, all of it past. */
const book = [
  { book: 'storage' },
  ...cast.map(([register, data]) => ({ register, at: '2010-01-01', data })),
  line('2021-02-01T10:00', 'farsta.handlaggare', {
    process: 'r-1',
    open: 'referral',
    data: { household: household() },
  }),
  line('2021-02-02T10:00', 'farsta.handlaggare', {
    process: 's-1',
    file: 'r-1',
    open: 'storage',
    data: { boxes: 12 },
  }),
  line('2021-02-03T10:00', 'shis.handlaggare', {
    process: 's-1',
    event: 'lend',
    data: { room: 'b-1', until: '2021-03-05' },
  }),
  line('2021-02-04T10:00', 'farsta.handlaggare', {
    process: 's-1',
    event: 'visit',
    data: { on: '2021-02-20' },
  }),
  line('2021-02-20T10:00', 'shis.handlaggare', { process: 's-1/storage-visit', event: 'attend' }),
  line('2021-02-21T10:00', 'shis.handlaggare', {
    process: 's-1',
    event: 'decline',
    data: { reason: 'full' },
  }),
  line('2021-03-10T10:00', 'farsta.handlaggare', { file: 'r-1', event: 'note', data: { note: 'Påmind.' } }),
];

function line(local: string, by: string, rest: object): object {
  return { at: `${local}:00+01:00`, by, ...rest };
}

/** The program as built, with a folder of workflows that it was not built with. Each step follows on the one before. */
describe('a workflow that is dropped in as a folder, served and on the command line', () => {
  let database: TestDatabase;
  let folder: string;
  let server: ChildProcess;
  let url: string;
  let file: string;
  const tokens: Record<string, string> = {};
  const environment = (): NodeJS.ProcessEnv => ({
    ...{ PATH: process.env['PATH'], HOME: folder, DATABASE_URL: database.url, HUSRUM_DATA: folder },
    ...{ HUSRUM_MASTER_KEY: KEY, HUSRUM_SIGNING_KEY: KEY, HUSRUM_DEMO: '0', LOG_LEVEL: 'silent' },
    ...{ PORT: '0', METRICS_PORT: '0', HUSRUM_WORKFLOWS: dist('test/fixtures/dropped-in') },
  });

  beforeAll(async () => {
    database = await freshDatabase();
    folder = await mkdtemp(join(tmpdir(), 'husrum-dropped-in-'));
  });
  afterAll(async () => {
    if (server !== undefined && server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    await database.drop();
    const login = `husrum_app_${new URL(database.url).pathname.slice(1)}`;
    await onServer(inDatabase(database.url, 'postgres'), `drop role if exists "${login}"`);
    await rm(folder, { recursive: true, force: true });
  });

  it('is imported from a casebook, its deadlines delivered between the lines', async () => {
    const path = join(folder, 'book.jsonl');
    await writeFile(path, book.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const told = await husrum('import', path);
    const declined = book.findIndex((one) => 'event' in one && one.event === 'decline') + 1;
    expect(told.err).toContain(`rad ${declined}: [not-permitted] Steget tas av en chef hos SHIS.`);
    expect(told.code).toBe(1);
  }, 60_000);

  it('is exported again with everything that happened to it', async () => {
    const { code, out } = await husrum('export');
    expect(code).toBe(0);
    expect(out).toContain('"open":"storage"');
    expect(out).toContain('"event":"lend"');
  }, 60_000);

  it('is served: a token made on the command line opens it', async () => {
    for (const login of ['farsta.handlaggare', 'shis.handlaggare'])
      tokens[login] = (await husrum('token', 'create', '--user', login)).out.trim();
    server = spawn(process.execPath, [SERVER], { env: environment(), stdio: ['ignore', 'pipe', 'inherit'] });
    url = await listening(server);
    const { files } = await get('farsta.handlaggare', '/api/v1/files?workflow=storage');
    file = files[0].id;
    const [storage] = files[0].processes.filter((one: { workflow: string }) => one.workflow === 'storage');
    expect(storage).toMatchObject({
      state: 'overdue',
      stateLabel: 'Skulle ha tömts',
      waitsFor: 'district',
      overdue: true,
    });
  }, 60_000);

  it('tells each step, and why not', async () => {
    const { actions, deadlines } = await get('shis.handlaggare', `/api/v1/files/${file}`);
    const told = (type: string) =>
      actions.find((one: { type: string; process: number }) => one.type === type && one.process === 2);
    expect(told('fetch')).toMatchObject({ answer: 'allowed', label: 'Lådorna är hämtade' });
    expect(told('lend')).toMatchObject({ answer: 'not-possible-now', possibleIn: ['Önskat'] });
    expect(told('extend').schema.properties.until).toMatchObject({ title: 'Till och med' });
    expect(deadlines).toContainEqual(
      expect.objectContaining({ name: 'fetchTerm', label: 'Förrådet ska tömmas' }),
    );
    const no = await step('shis.handlaggare', 'k-1', 'extend', { until: '2021-01-01' });
    expect(no).toMatchObject({
      status: 422,
      body: { code: 'guard', detail: expect.stringContaining('Sista dagen ligger framåt.') },
    });
  });

  it('takes a step once, with its sends, and shows beforehand what it would do', async () => {
    const foreseen = await step('shis.handlaggare', 'k-2', 'fetch', {}, '?dryRun=true');
    expect(JSON.stringify(foreseen.body)).toContain('Förrådet tömdes.');
    const first = await step('shis.handlaggare', 'k-2', 'fetch', {});
    expect(first).toMatchObject({ status: 200, body: { step: { repeated: false } } });
    const again = await step('shis.handlaggare', 'k-2', 'fetch', {});
    expect(again.body.step).toMatchObject({ repeated: true, event: first.body.step.event });
    expect((await step('farsta.handlaggare', 'k-3', 'takeBackKey', {})).body.code).toBe('not-permitted');
  });

  it('is opened by a call, and described and drawn like any other', async () => {
    const opened = await post('farsta.handlaggare', `/api/v1/files/${file}/processes`, {
      workflow: 'storage',
      data: { boxes: 4 },
    });
    expect(opened.status).toBe(201);
    expect(JSON.stringify(await get('farsta.handlaggare', '/api/v1/workflows'))).toContain('"storage-visit"');
    expect(JSON.stringify(await get('farsta.handlaggare', '/api/v1/workflows/storage'))).toContain(
      'Lådorna är hämtade',
    );
    const drawn = await fetch(`${url}/api/v1/workflows/storage/diagram.svg`, {
      headers: bearer('farsta.handlaggare'),
    });
    expect(await drawn.text()).toContain('Nyckeln hos familjen');
  });

  it('leaves a trail that verifies', async () => {
    expect((await husrum('verify')).code).toBe(0);
  }, 60_000);

  /** Runs one command of the program as built. */
  function husrum(...args: string[]): Promise<Told> {
    return new Promise((resolve) => {
      const options = { env: environment(), maxBuffer: 64 * 1024 * 1024 };
      execFile(process.execPath, [CLI, ...args], options, (error, out, err) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 70, out, err }),
      );
    });
  }

  const bearer = (login: string) => ({ authorization: `Bearer ${tokens[login]}` });

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into bodies freely
  async function get(login: string, path: string): Promise<any> {
    const answer = await fetch(`${url}${path}`, { headers: bearer(login) });
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.json();
  }

  async function post(login: string, path: string, body: object, more: Record<string, string> = {}) {
    const headers = { ...bearer(login), 'content-type': 'application/json', ...more };
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- likewise
    return { status: answer.status, body: (await answer.json()) as any };
  }

  const step = (login: string, key: string, type: string, data: object, query = '') =>
    post(
      login,
      `/api/v1/files/${file}/processes/2/events${query}`,
      { type, data },
      { 'idempotency-key': key },
    );
});

/** The address that the server says it answers at, once it does. */
async function listening(server: ChildProcess): Promise<string> {
  for await (const told of createInterface({ input: server.stdout as NodeJS.ReadableStream })) {
    const [, url] = /answers at (\S+)/.exec(told) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('the server did not start');
}
