import { exportCasebook } from '../../src/casebook/export.js';
import { flat, household, inOrder, line, placing, referral, registers, DISTRICT } from './books.js';
import { pictureOf } from './picture.js';
import { bookWorld, type BookWorld } from './world.js';

const father = {
  ...{ ref: 'father', name: 'Far Testsson', born: '1983-02-02', gender: 'man', adult: true },
  personNumber: '198302022390',
};
const couple = { ...household('farsta', 2), type: 'couple' };
const parting = (file: string, at: string, opens: string, more: object = {}) =>
  line(at, DISTRICT, {
    ...{ file, event: 'splitHousehold', opens },
    data: { leaving: ['father'], type: 'single-man', remains: 'single-woman', on: at, ...more },
  });

/** A family that has lived in a flat for a year parts; the father waits, lives, and they come together again. */
const book = inOrder([
  ...registers,
  line('2021-01-04', DISTRICT, {
    process: 'r-1',
    open: 'referral',
    data: { household: { ...couple, members: [...couple.members, father] } },
  }),
  line('2021-01-04T09:05:00+01:00', DISTRICT, { process: 'r-1', event: 'submit' }),
  line('2021-01-04T15:00:00+01:00', 'shis.handlaggare', { process: 'r-1', event: 'approve' }),
  flat('d-1', '2021-01-05'),
  flat('d-2', '2021-01-05'),
  ...placing('r-1', 'd-1', '2021-02'),
  parting('r-1', '2022-02-15', 'r-1b', { shared: ['child-1'] }),
  line('2022-02-15T10:00:00+01:00', DISTRICT, { process: 'r-1b', event: 'submit' }),
  line('2022-02-16', 'shis.handlaggare', { process: 'r-1b', event: 'approve' }),
  ...placing('r-1b', 'd-2', '2022-03'),
  line('2022-12-01', 'shis.handlaggare', {
    process: 'r-1b/tenancy',
    event: 'end',
    data: { outcome: 'own-other', on: '2022-12-01' },
  }),
  line('2022-12-05', DISTRICT, {
    ...{ file: 'r-1', event: 'mergeHousehold' },
    data: { with: { ref: 'r-1b' }, on: '2022-12-02', type: 'couple' },
  }),
]);

interface Tenancy {
  readonly limit: string;
  readonly earlier: readonly object[];
}

describe('a casebook in which a family parts', () => {
  let [one, other]: BookWorld[] = [];
  beforeAll(async () => {
    [one, other] = await Promise.all([bookWorld(), bookWorld()]);
    expect(await one?.take(book)).toMatchObject({ refused: 0, refusals: {} });
  });
  afterAll(() => Promise.all([one?.close(), other?.close()]));

  const tenancies = async ({ runtime }: BookWorld) => {
    const { rows } = await runtime.pool.query<{ context: Tenancy }>(
      `select stored -> 'context' as context from process where workflow = 'tenancy' order by opened_at`,
    );
    return rows.map(({ context: { limit, earlier } }) => ({ limit, earlier }));
  };

  it('counts the shared stay for both parts, the own one for each, and the union when they are one again', async () => {
    // 15 February 2021 to 14 February 2022 was shared: 365 days, taken from the father's five years from 15 March 2022 on.
    expect(await tenancies(one as BookWorld)).toEqual([
      {
        limit: '2026-02-15',
        earlier: [
          { from: '2021-02-15', to: '2022-02-14' },
          { from: '2022-03-15', to: '2022-12-01' },
        ],
      },
      { limit: '2026-03-15', earlier: [{ from: '2021-02-15', to: '2022-02-14' }] },
    ]);
  });

  it('is exported with the name of the file that the split opened, and gives the same again', async () => {
    const { pool, engine, registry } = (one as BookWorld).runtime;
    let text = '';
    for await (const written of exportCasebook({ pool, keys: engine.keys, registry })) text += written;
    const split = text.split('\n').find((written) => written.includes('splitHousehold')) as string;
    const { opens, data } = JSON.parse(split) as { opens: string; data: object };
    expect(data).toEqual({
      ...{ leaving: ['father'], shared: ['child-1'], type: 'single-man', remains: 'single-woman' },
      on: '2022-02-15',
    });
    expect(text).toContain(`"process":"${opens}","event":"submit"`);
    expect(await other?.take(text)).toMatchObject({ refused: 0, refusals: {} });
    const first = await pictureOf((one as BookWorld).runtime);
    const second = await pictureOf((other as BookWorld).runtime);
    for (const part of Object.keys(first)) expect({ [part]: second[part] }).toEqual({ [part]: first[part] });
  });

  it('changes nothing when it is imported again, and refuses a name that is taken', async () => {
    expect(await one?.take(book)).toMatchObject({ taken: 0, refused: 0 });
    const again = [...referral('x-1', '2022-12-10'), parting('x-1', '2022-12-11', 'x-1')];
    const told = await one?.take(again, { book: 'more' });
    expect(told?.refusals[4]).toMatchObject({ code: 'name-taken' });
  });
});
