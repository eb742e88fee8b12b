import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { readConfig } from '../../src/platform/config.js';
import { createPool } from '../../src/platform/database.js';
import type { Runtime } from '../../src/runtime.js';
import { serve, type Served } from '../../src/serve.js';
import { dropped } from '../api/served.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { Visitor } from './visitor.js';

/** Roles beside one's own and cover, for the people of the cast. */
const furtherPosts = [
  [
    'assignment',
    {
      login: 'farsta.chef',
      organisation: 'socialforvaltningen',
      role: 'systemAdministrator',
      from: '2010-01-01',
    },
  ],
  ['cover', { login: 'shis.kollega', for: 'shis.chef', from: '2010-01-01', to: '2099-12-31' }],
  ['cover', { login: 'shis.handlaggare', for: 'shis.chef', from: '2010-01-01', to: '2010-01-31' }],
] as const;

/** The whole program as it is served, with the demo's identity provider as a process of its own, and the cast in it. */
export class WebWorld {
  private constructor(
    private readonly database: TestDatabase,
    private readonly folder: string,
    private readonly served: Served,
    readonly runtime: Runtime,
    /** As the owner of the tables: to let time pass in them. */
    readonly owner: pg.Pool,
  ) {}

  static async open(more: Readonly<Record<string, string>> = {}): Promise<WebWorld> {
    const database = await freshDatabase('cast');
    const folder = await mkdtemp(join(tmpdir(), 'husrum-web-'));
    const key = Buffer.alloc(32, 7).toString('base64');
    const served = await serve(
      readConfig({
        ...{ DATABASE_URL: database.url, HUSRUM_MASTER_KEY: key, HUSRUM_SIGNING_KEY: key },
        ...{ HUSRUM_DATA: folder, HUSRUM_DEMO: '1', PORT: '0', METRICS_PORT: '0' },
        ...{ LOG_LEVEL: process.env['TESTLOG'] ?? 'silent', RATE_LIMIT: '1000000' },
        ...more,
      }),
    );
    const runtime = await served.ready;
    const owner = createPool(database.url, { max: 2 });
    const world = new WebWorld(database, folder, served, runtime, owner);
    for (const [register, data] of furtherPosts) await world.put(register, data);
    return world;
  }

  get url(): string {
    return this.served.url;
  }

  async put(register: string, data: object, at = '2010-01-01T00:00:00Z'): Promise<void> {
    const put = await this.runtime.registers.put(register, data, { at, by: 'casebook' });
    if (!put.ok) throw new Error(JSON.stringify(put));
  }

  /** Somebody with a browser of their own, who has not signed in. */
  visitor(): Visitor {
    return new Visitor(this.url);
  }

  /** Somebody who has signed in. */
  async signedIn(login: string): Promise<Visitor> {
    const visitor = this.visitor();
    await visitor.signIn(login);
    return visitor;
  }

  /** Lets time go by for every session: they were used, and began, so much earlier. */
  async later(minutes: number): Promise<void> {
    await this.owner.query(
      `update session set seen_at = seen_at - make_interval(mins => $1), ends_at = ends_at - make_interval(mins => $1),
       authenticated_at = authenticated_at - make_interval(mins => $1)`,
      [minutes],
    );
  }

  /** What the security log holds, the newest first: event, login, by, ref. */
  async log(): Promise<{ event: string; login: string | null; by: string | null; ref: string | null }[]> {
    const { rows } = await this.owner.query(
      'select event, login, by, ref from security_event order by id desc',
    );
    return rows;
  }

  async close(): Promise<void> {
    await this.owner.end();
    await this.served.stop();
    await dropped(this.database);
    await rm(this.folder, { recursive: true, force: true });
  }
}
