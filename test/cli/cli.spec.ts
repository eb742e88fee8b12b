import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { story } from '../casebook/story.js';
import { bookWorld, linesOf, type BookWorld } from '../casebook/world.js';
import { calledHere, husrum, type Called } from './husrum.js';

let world: BookWorld;
let folder: string;
beforeAll(async () => {
  world = await bookWorld();
  folder = await mkdtemp(join(tmpdir(), 'husrum-cli-'));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

/** Every command is called once as a process of its own, and most of its variations here. */
const call = (...args: string[]): Promise<Called> => husrum(world.environment, ...args);
const here = (...args: string[]): Promise<Called> => calledHere(world.environment, ...args);
const book = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};
const countOf = async (table: string): Promise<number> => {
  const { rows } = await world.runtime.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`);
  return rows[0]?.n ?? 0;
};
const lines = story.length - 1;

describe('husrum', () => {
  it('says what it can do, in two languages, and needs no database for it', async () => {
    const swedish = await husrum({}, '--help');
    expect(swedish).toMatchObject({ code: 0, err: '' });
    for (const command of ['serve', 'import', 'export', 'report', 'verify', 'token', 'doctor', 'demo'])
      expect(swedish.out).toContain(`  ${command} `);
    expect((await calledHere({}, '--help', '--language', 'en')).out).toContain(
      'write everything out as a casebook',
    );
    expect((await calledHere({}, 'import', '--help')).out).toContain('--dry-run');
  });

  it.each([
    [[], husrum],
    [['villa'], calledHere],
    [['import'], calledHere],
    [['import', 'x', '--villa'], husrum],
    [['report', '--format', 'pdf', 'x'], calledHere],
    [['token', 'create'], calledHere],
  ] as const)('exits with 2 when it is called as %j', async (args, called) => {
    const { code, out, err } = await called({}, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });

  it('exits with 2 and names every fault of its configuration', async () => {
    const { code, err } = await husrum({ PORT: 'x', HUSRUM_DEMO: 'y' }, 'doctor');
    expect(code).toBe(2);
    expect(err).toMatch(/PORT[^]*HUSRUM_DEMO/);
  });
});

describe('husrum import', () => {
  it('exits with 2 when there is no such file', async () => {
    expect(await here('import', join(folder, 'none'))).toMatchObject({ code: 2, out: '' });
  });

  it('keeps nothing in a dry run, and says what it would have done', async () => {
    const path = await book('story.jsonl', linesOf(story));
    const dry = await call('import', path, '--dry-run', '--format', 'json');
    expect(dry.code).toBe(0);
    expect(JSON.parse(dry.out)).toEqual({
      taken: lines,
      repeated: 0,
      refused: 0,
      recorded: '2021-09-01T07:00:00.000Z',
      dryRun: true,
      lines: [],
    });
    for (const table of ['event', 'case_file', 'fact', 'person', 'register_change', 'incident'])
      expect(await countOf(table)).toBe(0);
  });

  it('finds in a dry run what an import would refuse', async () => {
    const path = await book('bad.jsonl', `${linesOf(story)}{"bad\n`);
    const { code, out, err } = await here('import', path, '--dry-run', '--language', 'en');
    expect(code).toBe(1);
    expect(out).toBe(`${lines} taken, 0 there already, 1 refused\n`);
    expect(err).toContain(`line ${story.length + 1}: [not-json] The line is not valid JSON.`);
    expect(await countOf('event')).toBe(0);
  });

  it('takes a book, tells of refused lines by number, and takes it once', async () => {
    const path = await book('story.jsonl', `${linesOf(story)}{"bad\n`);
    const first = await call('import', path);
    expect(first).toMatchObject({ code: 1, out: `${lines} tagna, 0 fanns redan, 1 inte tagna\n` });
    // Reports plan by what is there now.
    expect(await countOf(`pg_class where relname = 'fact' and reltuples > 0`)).toBe(1);
    const again = await here('import', path, '--format', 'json');
    expect(JSON.parse(again.out)).toMatchObject({
      taken: 0,
      repeated: lines,
      refused: 1,
      lines: [{ line: story.length + 1, code: 'not-json', sentences: [expect.stringContaining('JSON')] }],
    });
    const dry = await here('import', path, '--dry-run', '--stop-on-error');
    expect(dry.out).toBe(`0 tagna, ${lines} fanns redan, 1 inte tagna\n`);
  });
});

describe('husrum, of what is there,', () => {
  it('exports a casebook', async () => {
    const { code, out } = await call('export');
    expect(code).toBe(0);
    const written = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(written).toHaveLength(story.length);
    expect(await here('export', '--file', 'nothing')).toMatchObject({ code: 1, out: '' });
  });

  it('verifies, and says no when a byte was changed', async () => {
    expect(await here('verify')).toMatchObject({ code: 0, out: expect.stringContaining('Allt stämmer.') });
    const change = async (from: string, to: string) => {
      const owner = new pg.Client({ connectionString: world.url });
      await owner.connect();
      const changed = `convert_to(replace(convert_from(canonical, 'UTF8'), $1, $2), 'UTF8')`;
      await owner.query(`update event set canonical = ${changed} where canonical <> ${changed}`, [from, to]);
      await owner.end();
    };
    await change('"reason":"condition"', '"reason":"area"');
    const { code, out } = await call('verify', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      findings: expect.arrayContaining([expect.objectContaining({ kind: 'hash' })]),
    });
    await change('"reason":"area"', '"reason":"condition"');
    expect(await here('verify')).toMatchObject({ code: 0 });
  });

  it('gives reports in every format', async () => {
    const asked = [
      'report',
      'placements',
      '--year',
      '2021',
      '--until',
      '2021-08-31',
      '--as-known-on',
      '2021-08-31',
    ];
    expect(await call(...asked)).toMatchObject({ code: 0, err: '' });
    const json = JSON.parse((await here(...asked, '--format', 'json')).out) as { rows: { count: number }[] };
    expect(json.rows.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    expect((await here(...asked, '--format', 'csv')).out).toContain('"transitional"');
    expect((await call(...asked, '--format', 'xlsx')).out.slice(0, 2)).toBe('PK');
    expect(await here('report', 'villas', '--year', '2021')).toMatchObject({ code: 2, out: '' });
    expect(await here('report', 'placements', '--year', 'soon')).toMatchObject({ code: 2, out: '' });
  });

  it('makes tokens: the token alone on stdout', async () => {
    const { code, out } = await call('token', 'create', '--user', 'shis.handlaggare', '--days', '7');
    expect(code).toBe(0);
    const token = out.trim();
    expect(out).toBe(`${token}\n`);
    const { tokens } = world.runtime;
    expect(await tokens.authenticate(token, new Date().toISOString())).toMatchObject({
      login: 'shis.handlaggare',
    });
    const listed = JSON.parse((await here('token', 'list', '--format', 'json')).out) as { id: string }[];
    expect(listed).toHaveLength(1);
    expect(await call('token', 'revoke', listed[0]?.id ?? '')).toMatchObject({ code: 0 });
    expect(await here('token', 'revoke', listed[0]?.id ?? '')).toMatchObject({ code: 1 });
    expect(await here('token', 'create', '--user', 'nobody')).toMatchObject({ code: 1, out: '' });
    expect(await here('token', 'create', '--user', 'shis.handlaggare', '--days', '9999')).toMatchObject({
      code: 2,
    });
  });

  it('makes tokens for one role and for some things only', async () => {
    const create = (...more: string[]) => here('token', 'create', '--user', 'shis.handlaggare', ...more);
    const { code, out } = await create('--role', 'administrator', '--scope', 'read', 'reports');
    expect(code).toBe(0);
    expect(await world.runtime.tokens.bearer(out.trim(), new Date().toISOString())).toMatchObject({
      person: { role: 'administrator', organisation: 'shis' },
      scopes: ['read', 'reports'],
    });
    expect((await here('token', 'list')).out).toContain('shis/administrator  read,reports');
    expect(await create('--role', 'manager')).toMatchObject({ code: 1, out: '' });
    expect(await create('--scope', 'everything')).toMatchObject({ code: 2, out: '' });
  });

  it('finds what a person should look at', async () => {
    const { code, out } = await call('doctor', '--format', 'json');
    const { ok, checks, settings } = JSON.parse(out) as {
      ok: boolean;
      checks: { name: string; count: number }[];
      settings: Record<string, string>;
    };
    expect(code).toBe(ok ? 0 : 1);
    expect(checks.map(({ name }) => name)).toEqual([
      'stuck',
      'unknown-versions',
      'unseen-families',
      'overdue-timers',
      'incidents',
      'failed-messages',
    ]);
    // The machine's clock is years past the story's last day, and nobody has swept.
    expect(checks.find(({ name }) => name === 'overdue-timers')?.count).toBeGreaterThan(0);
    expect(JSON.stringify(settings)).not.toMatch(/postgres:|password/);
  });

  it('loads demo years in a demo only', async () => {
    expect(await call('demo', 'load')).toMatchObject({ code: 2, out: '' });
    expect(await here('demo', 'load', '--scale', 'many')).toMatchObject({ code: 2, out: '' });
    expect((await here('demo', 'load', '--scale', '13')).err).toContain('1 till 12');
  });
});
