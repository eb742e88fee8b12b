import { createPool } from '../../src/platform/database.js';
import { story } from '../casebook/story.js';
import { bookWorld, type BookWorld } from '../casebook/world.js';
import { calledHere, husrum, type Called } from './husrum.js';

let world: BookWorld;
let file = '';
beforeAll(async () => {
  world = await bookWorld();
  await world.take(story);
  const { rows } = await world.runtime.pool.query<{ id: string }>(
    `select id from case_file where kind = 'household' order by id limit 1`,
  );
  file = rows[0]?.id ?? '';
}, 60_000);
afterAll(() => world.close());

const call = (...args: string[]): Promise<Called> => husrum(world.environment, ...args);
const here = (...args: string[]): Promise<Called> => calledHere(world.environment, ...args);

describe('husrum access-log', () => {
  it('tells of every export and report that was made on the command line, and of itself', async () => {
    expect((await call('export', '--file', file)).code).toBe(0);
    expect((await here('export')).code).toBe(0);
    expect((await call('report', 'yearly-goal', '--year', '2021', '--format', 'csv')).code).toBe(0);
    const { code, out } = await call('access-log', '--login', 'cli', '--format', 'json');
    expect(code).toBe(0);
    const entries = JSON.parse(out) as { what: string; stream: string; why: string; via: string }[];
    expect(entries.map(({ what, stream }) => `${what} ${stream}`)).toEqual([
      'log-of-person person:cli',
      'report-export person:cli',
      'casebook person:cli',
      `export ${file}`,
    ]);
    for (const entry of entries) expect(entry).toMatchObject({ login: 'cli', why: 'system', via: 'cli' });
  });

  it('shows who has read a file, in both languages', async () => {
    const swedish = await call('access-log', '--file', file);
    expect(swedish.out).toMatch(/läste ärendets åtkomstlogg {2}\[systemet\]\n.*skrev ut ärendet/);
    const english = await here('access-log', '--file', file, '--language', 'en', '--from', '2020-01-01');
    expect(english.out).toContain('exported the file');
    expect((await here('access-log', '--file', file, '--to', '2020-01-01')).out).toBe('');
  });

  it('exits with 1 for a file that is not there, with 2 when it is called in another way', async () => {
    expect(await call('access-log', '--file', '00000000000')).toMatchObject({ code: 1, out: '' });
    expect(await here('access-log')).toMatchObject({ code: 2, out: '' });
    expect(await here('access-log', '--file', file, '--login', 'cli')).toMatchObject({ code: 2, out: '' });
    expect(await here('access-log', '--login', 'cli', '--from', '2021-02-30')).toMatchObject({ code: 2 });
  });
});

describe('husrum verify', () => {
  it('names an entry of the log that was changed', async () => {
    expect((await here('verify')).code).toBe(0);
    const owner = createPool(world.url, { max: 1 });
    await owner.query(`update access_entry set login = 'somebody' where stream = $1 and seq = 1`, [file]);
    await owner.end();
    const { code, out } = await call('verify', '--language', 'en');
    expect(code).toBe(1);
    expect(out).toContain(`${file}:1  [access-column] The column login says something else`);
  });
});
