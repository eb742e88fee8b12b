import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workOutbox } from '../../src/engine/outbox.js';
import { isRefusal } from '../../src/engine/refusals.js';
import { USUAL } from '../../src/notices/preferences.js';
import { readConfig } from '../../src/platform/config.js';
import { startRuntime, type Runtime } from '../../src/runtime.js';
import { dropped } from '../api/served.js';
import { MailServer } from '../notices/mail-server.js';
import { facilityFlat, household, logins } from '../support/cast.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { onServer } from '../support/template.js';
import { Visitor } from '../web/visitor.js';

/** Every word that is told of the protected family; none of it may come out anywhere but to its named handlers. */
export const WORDS = [
  ...['Ixolite', 'Zyxström', 'Vexia', 'Krumelurskolan', '191212121212', 'Qwyzzla'],
  ...['1984-05-06', '2014-03-04'],
] as const;
export const NAMED = ['skarholmen.handlaggare', 'shis.kollega'] as const;
const PORT = 38_417;

const member = (ref: string, name: string, born: string, more: object = {}) => ({
  ...{ ref, name, born, gender: 'unknown', adult: born < '2003' },
  ...more,
});
/** What the protected family's referral says of it. */
export const secret = {
  household: household({
    type: 'couple',
    district: 'skarholmen',
    members: [
      member('one', 'Ixolite Zyxström', '1984-05-06', { personNumber: '191212121212' }),
      member('child-1', 'Vexia Zyxström', '2014-03-04', { share: 'whole', school: 'Krumelurskolan' }),
    ],
  }),
};

/** What came back: status, headers and body apart, and the three as one text. */
export interface Back {
  readonly status: number;
  readonly headers: string;
  readonly bytes: Buffer;
  readonly all: string;
}

/**
 * The program as people run it, a process of its own that tells all that it logs and sends mail; in it a protected family,
 * which refers, waits, is offered a flat and says no, and beside it a family like any other.
 */
export class LeakWorld {
  printed = '';
  family = '';
  plain = '';
  flat = '';
  private program: ChildProcess | undefined;
  private readonly tokens = new Map<string, string>();
  private readonly visitors = new Map<string, Promise<Visitor>>();

  private constructor(
    private readonly database: TestDatabase,
    readonly folder: string,
    readonly environment: Readonly<Record<string, string>>,
    readonly runtime: Runtime,
    readonly mail: MailServer,
  ) {}

  static async open(): Promise<LeakWorld> {
    const [database, mail] = await Promise.all([freshDatabase('cast'), MailServer.open()]);
    const folder = await mkdtemp(join(tmpdir(), 'husrum-leaks-'));
    const key = Buffer.alloc(32, 7).toString('base64');
    const environment = {
      ...{ DATABASE_URL: database.url, HUSRUM_MASTER_KEY: key, HUSRUM_SIGNING_KEY: key },
      ...{ HUSRUM_DATA: folder, HUSRUM_DEMO: '1', LOG_LEVEL: 'trace', RATE_LIMIT: '1000000' },
      ...{ PORT: String(PORT), METRICS_PORT: String(PORT + 1), SMTP_URL: mail.url },
    };
    const runtime = await startRuntime(readConfig(environment));
    const world = new LeakWorld(database, folder, environment, runtime, mail);
    await world.peopled();
    await world.lived();
    await world.started();
    return world;
  }

  get url(): string {
    return `http://127.0.0.1:${PORT}`;
  }

  get metrics(): string {
    return `http://127.0.0.1:${PORT + 1}/metrics`;
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.program?.once('exit', resolve));
    this.program?.kill('SIGTERM');
    await ended;
    await Promise.all([this.runtime.close(), this.mail.close()]);
    await dropped(this.database);
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Asks the API with somebody's token. */
  async call(login: string, path: string, body?: unknown): Promise<Back> {
    const sent = typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body);
    return this.back(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${this.tokens.get(login)}`,
        ...(body !== undefined && { 'idempotency-key': `k-${Math.random()}` }),
        ...(typeof sent === 'string' && { 'content-type': 'application/json' }),
      },
      ...(sent !== undefined && { body: sent }),
    });
  }

  /** Asks for a page, or sends its form, in somebody's session. */
  async page(login: string, path: string, form?: Readonly<Record<string, string>>): Promise<Back> {
    const visitor = await this.visitor(login);
    const cookie = [...visitor.cookies].map((one) => one.join('=')).join('; ');
    if (form === undefined) return this.back(path, { headers: { cookie, accept: 'text/html' } });
    const body = new URLSearchParams({ token: await visitor.token(), ...form });
    return this.back(path, { method: 'POST', headers: { cookie }, body });
  }

  /** Somebody who has signed in. */
  visitor(login: string): Promise<Visitor> {
    const known = this.visitors.get(login);
    if (known !== undefined) return known;
    const visitor = new Visitor(this.url);
    const signed = visitor.signIn(login).then(() => visitor);
    this.visitors.set(login, signed);
    return signed;
  }

  async step(login: string, asked: object): Promise<string> {
    const by = await this.runtime.directory.person(login, this.runtime.clock.now());
    const answer = await this.runtime.engine.execute({ id: `${login}-${Math.random()}`, by, asked } as never);
    if (isRefusal(answer))
      throw new Error(`${JSON.stringify(asked)}: ${answer.sentences.map(({ en }) => en).join(' ')}`);
    return answer.file;
  }

  private async back(path: string, init: RequestInit): Promise<Back> {
    const got = await fetch(`${this.url}${path}`, { redirect: 'manual', ...init });
    const headers = [...got.headers].map((one) => one.join(': ')).join('\n');
    const bytes = Buffer.from(await got.arrayBuffer());
    const all = [headers, bytes.toString('utf8'), bytes.toString('latin1')].join('\n');
    return { status: got.status, headers, bytes, all };
  }

  private async peopled(): Promise<void> {
    const { registers, tokens, clock, preferences } = this.runtime;
    for (const login of ['shis.handlaggare', 'shis.kollega']) {
      const line = { login, name: login, organisation: 'shis', role: 'administrator' };
      const mail = `${login}@shis.example`;
      await registers.put('person', { ...line, mail }, { at: '2010-01-02T00:00:00Z', by: 'test' });
      const wish = { ...USUAL, mail: 'at-once' as const, quietFrom: 4, quietTo: 4 };
      await preferences.keep(login, wish, clock.now());
    }
    for (const login of logins) {
      const made = await tokens.create(login, 1, clock.now());
      if (isRefusal(made)) throw new Error(login);
      this.tokens.set(login, made.token);
    }
  }

  private async lived(): Promise<void> {
    const [district, shis] = NAMED;
    this.family = await this.step(district, { open: 'referral', data: secret });
    const inFile = (login: string, event: string, data: object) =>
      this.step(login, { event, file: this.family, data });
    const sent = (login: string, event: string, data: object = {}, process = 1) =>
      this.step(login, { event, file: this.family, process, data });
    const protection = { kind: 'sekretessmarkering', ref: 'one', handlers: [shis], note: 'Qwyzzla' };
    await inFile(district, 'setProtection', protection);
    this.flat = await this.step('shis.handlaggare', { open: 'dwelling', data: facilityFlat('8101', 3) });
    await sent(district, 'submit', { ground: 'statute', note: 'Qwyzzla' });
    await sent(shis, 'approve');
    await sent(shis, 'makeOffer', { dwelling: { ref: `${this.flat}/1` } });
    await sent(shis, 'refuse', { reason: 'school', note: 'Qwyzzla' }, 2);
    await inFile(shis, 'note', { note: 'Qwyzzla' });
    this.plain = await this.step('farsta.handlaggare', {
      open: 'referral',
      data: { household: household() },
    });
    const own = { file: this.plain, process: 1 };
    await this.step('farsta.handlaggare', { event: 'submit', ...own, data: { ground: 'consent' } });
    const handler = { handler: 'farsta.handlaggare' };
    await this.step('farsta.handlaggare', { event: 'assign', file: this.plain, data: handler });
    await this.told();
  }

  /** A term of each family has run out: that stands in the inboxes, and its mail is sent as soon as the program starts. */
  private async told(): Promise<void> {
    const rows = [this.family, this.plain].flatMap((file) =>
      ['district', 'shis'].map(
        (whom) => `('${file}', 'due.stage@1@${whom}', 1, '${whom}', 'overdue', now(), 0, now())`,
      ),
    );
    await onServer(
      this.database.url,
      `insert into outbox (file_id, key, process, whom, template, created_at, attempts, next_try) values ${rows.join()}`,
    );
    await workOutbox(this.runtime.pool, this.runtime.inbox, this.runtime.clock);
  }

  private async started(): Promise<void> {
    const env = { ...this.environment, PATH: process.env['PATH'] ?? '', HOME: this.folder };
    this.program = spawn(process.execPath, ['dist/src/main.js'], { env });
    for (const stream of [this.program.stdout, this.program.stderr])
      stream?.on('data', (chunk: Buffer) => (this.printed += chunk.toString()));
    for (let tries = 0; !this.printed.includes('answers at'); tries++) {
      if (tries > 300) throw new Error(this.printed);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
