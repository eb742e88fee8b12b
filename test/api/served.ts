import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer, listen } from '../../src/api/server.js';
import { ServerState } from '../../src/api/server-state.js';
import { readConfig } from '../../src/platform/config.js';
import { Metrics } from '../../src/platform/metrics.js';
import { startRuntime, type Runtime } from '../../src/runtime.js';
import { addPages } from '../../src/web/mount.js';
import { logins } from '../support/cast.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { ask, type Answered } from '../support/http.js';
import { onServer } from '../support/template.js';
import { stockholm } from '../support/world.js';

/** What came back, and the body read as JSON where it is. */
export interface Got extends Answered {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into bodies freely
  readonly body: any;
}

type Sent = Readonly<Record<string, string>>;

/** Where the clock stands first, and settings beside the usual ones. */
type OpenOptions = Sent & { readonly at?: string };

/** The API as it is served: a real server on a real database with the cast in its registers; the clock is the test's. */
export class Served {
  private constructor(
    private readonly database: TestDatabase,
    private readonly app: NestFastifyApplication,
    private readonly folder: string,
    private readonly time: { now: string },
    readonly state: ServerState,
    readonly runtime: Runtime,
    readonly metrics: Metrics,
    readonly url: string,
    private readonly tokens: ReadonlyMap<string, string>,
  ) {}

  static async open({ at = '2021-02-01T09:00', ...set }: OpenOptions = {}): Promise<Served> {
    const database = await freshDatabase('cast');
    const folder = await mkdtemp(join(tmpdir(), 'husrum-api-'));
    const time = { now: stockholm(at) };
    const runtime = await startRuntime(configFor(database, folder, set), { now: () => time.now });
    const state = new ServerState();
    state.start(runtime);
    const metrics = new Metrics();
    const app = await createServer(state, {
      config: { ...runtime.config, logLevel: (process.env['TESTLOG'] ?? 'silent') as 'silent' },
      metrics,
      addPages: (fastify, limits) => addPages(fastify, limits, { state, signIns: null }),
    });
    const port = await listen(app, 0, '127.0.0.1');
    const tokens = await tokensFor(runtime);
    return new Served(
      database,
      app,
      folder,
      time,
      state,
      runtime,
      metrics,
      `http://127.0.0.1:${port}`,
      tokens,
    );
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.runtime.close();
    await dropped(this.database);
    await rm(this.folder, { recursive: true, force: true });
  }

  set(local: string): void {
    this.time.now = stockholm(local);
  }

  get now(): string {
    return this.time.now;
  }

  token(login: string): string {
    return this.tokens.get(login) as string;
  }

  as(login: string): Caller {
    return new Caller(this.url, { authorization: `Bearer ${this.token(login)}` });
  }

  /** Somebody without a token. */
  get nobody(): Caller {
    return new Caller(this.url, {});
  }

  /** How many events there are. */
  async events(): Promise<number> {
    const { rows } = await this.runtime.pool.query<{ n: number }>('select count(*)::int as n from event');
    return rows[0]?.n ?? 0;
  }
}

/** Removes a database, and the login that the program made for itself in it. */
export async function dropped(database: TestDatabase): Promise<void> {
  await database.drop();
  const login = `husrum_app_${new URL(database.url).pathname.slice(1)}`;
  await onServer(process.env['HUSRUM_TEST_URL'] as string, `drop role if exists "${login}"`);
}

/** Who calls, with the headers that they always send. */
export class Caller {
  constructor(
    private readonly url: string,
    private readonly always: Sent,
  ) {}

  with(headers: Sent): Caller {
    return new Caller(this.url, { ...this.always, ...headers });
  }

  get(path: string, headers: Sent = {}): Promise<Got> {
    return this.send('GET', path, undefined, headers);
  }

  /** Posts JSON; text is sent as it is. */
  post(path: string, body: unknown, headers: Sent = {}): Promise<Got> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.send('POST', path, text, { 'content-type': 'application/json', ...headers });
  }

  /** Takes a step of a process (or of the file) with a key of its own. */
  step(
    file: string,
    process: number | null,
    type: string,
    data: object = {},
    headers: Sent = {},
  ): Promise<Got> {
    const part = process === null ? '' : `/processes/${process}`;
    const key = { 'idempotency-key': `k-${++count}` };
    return this.post(`/api/v1/files/${file}${part}/events`, { type, data }, { ...key, ...headers });
  }

  async send(method: string, path: string, body?: string | FormData, headers: Sent = {}): Promise<Got> {
    const url = new URL(`${this.url}${path}`);
    const answer = await ask(url, { method, headers: { ...this.always, ...headers }, body });
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return { ...answer, body: isJson ? JSON.parse(answer.text) : answer.text };
  }
}

let count = 0;

function configFor(database: TestDatabase, folder: string, set: Sent) {
  const key = Buffer.alloc(32, 7).toString('base64');
  return readConfig({
    ...{ DATABASE_URL: database.url, HUSRUM_MASTER_KEY: key, HUSRUM_SIGNING_KEY: key },
    ...{ HUSRUM_DATA: folder, HUSRUM_DEMO: '0', LOG_LEVEL: 'silent', RATE_LIMIT: '1000000' },
    ...set,
  });
}

async function tokensFor({ tokens, clock }: Runtime): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const login of logins) {
    const token = await tokens.create(login, 366, clock.now());
    if (token.ok) made.set(login, token.token);
  }
  return made;
}
