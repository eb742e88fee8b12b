import { exportCasebook } from '../../src/casebook/export.js';
import { flat, inOrder, line, placing, referral, registers, SHIS } from './books.js';
import { pictureOf } from './picture.js';
import { story } from './story.js';
import { bookWorld, type BookWorld } from './world.js';

const exported = async (
  { runtime: { pool, engine, registry } }: BookWorld,
  file?: string,
): Promise<string> => {
  let text = '';
  for await (const line of exportCasebook({ pool, keys: engine.keys, registry }, file)) text += line;
  return text;
};

describe('an export', () => {
  let [one, other]: BookWorld[] = [];
  beforeAll(async () => {
    [one, other] = await Promise.all([bookWorld(), bookWorld()]);
    expect(await one?.take(story)).toMatchObject({ refused: 0 });
  });
  afterAll(() => Promise.all([one?.close(), other?.close()]));

  it('imported into an empty database gives the same states, deadlines, facts, events and registers', async () => {
    const text = await exported(one as BookWorld);
    expect(await other?.take(text)).toMatchObject({ refused: 0, refusals: {} });
    const [first, second] = [
      await pictureOf((one as BookWorld).runtime),
      await pictureOf((other as BookWorld).runtime),
    ];
    for (const part of Object.keys(first)) expect({ [part]: second[part] }).toEqual({ [part]: first[part] });
    expect(first['facts']?.length).toBeGreaterThan(100);
    expect(first['steps']?.length).toBeGreaterThan(80);
  });

  it('names processes as a book does, and tells personal values in the plain', async () => {
    const lines = (await exported(one as BookWorld))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toEqual({ book: expect.stringMatching(/^husrum since /) });
    const steps = lines.filter((line) => 'at' in line && !('register' in line));
    const names = steps.map((line) => String(line['process'] ?? '').replace(/^[^/-]+/, 'root'));
    expect(new Set(names)).toEqual(
      new Set([
        'root',
        'root-4',
        'root/offer',
        'root/offer#2',
        'root/offer#3',
        'root/agency-request',
        'root/tenancy',
        '',
      ]),
    );
    expect(steps.find((line) => line['event'] === 'memberJoins')).toMatchObject({
      recorded: '2021-04-02T07:00:00.000Z',
      data: { person: { name: 'Lill Testsson', born: '2021-03-18' } },
    });
    expect(steps.filter((line) => line['event'] === 'grantException')).toHaveLength(2);
    expect(steps.some((line) => line['event'] === 'transferDistrict')).toBe(false);
  });

  it('of one file holds its lines alone', async () => {
    const { rows } = await (one as BookWorld).runtime.pool.query<{ id: string }>(
      `select id from case_file where record ->> 'number' = 'd-6'`,
    );
    const lines = (await exported(one as BookWorld, rows[0]?.id)).trim().split('\n');
    expect(
      lines.map(
        (line) =>
          (JSON.parse(line) as { open?: string; event?: string }).open ??
          (JSON.parse(line) as { event?: string }).event,
      ),
    ).toEqual([undefined, 'dwelling', 'note']);
  });

  it('of an empty database names a book and nothing else', async () => {
    const empty = await bookWorld();
    expect(await exported(empty)).toBe('{"book":"husrum since nothing"}\n');
    await empty.close();
  });
});

describe('steps recorded at one moment', () => {
  it('are exported in an order in which they can be taken again', async () => {
    const [one, other] = await Promise.all([bookWorld(), bookWorld()]);
    const at = { at: '2021-03-01T09:00:00+01:00' };
    const names = ['1', '2', '3', '4', '5', '6', '7', '8'];
    const together = [
      ...names.map((n) => ({ ...flat(`d-${n}`, '2021-03-01'), ...at })),
      ...names.flatMap((n) => referral(`r-${n}`, '2021-03-01').map((line) => ({ ...line, ...at }))),
      ...names.flatMap((n) =>
        placing(`r-${n}`, `d-${n}`, '2021-03')
          .slice(0, 2)
          .map((line) => ({ ...line, ...at })),
      ),
    ];
    // None was free when it was looked for; the flats that came the same moment must not have been there before.
    const looked = [{ event: 'searchOwnStock', data: { results: [] } }, { event: 'requestFromAgency' }].map(
      (rest) => ({ ...line('2021-03-01', SHIS, { process: 'r-0', ...rest }), ...at }),
    );
    const book = [...registers, ...referral('r-0', '2021-02-01'), ...looked, ...inOrder(together)];
    expect(await one.take(book)).toMatchObject({ refused: 0 });
    expect(await other.take(await exported(one))).toMatchObject({ refused: 0, refusals: {} });
    await Promise.all([one.close(), other.close()]);
  });
});
