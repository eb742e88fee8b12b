import { child, household } from '../support/cast.js';
import { World, type Running } from '../support/world.js';

/** A child turns 18 while the family waits: each open process is told on the birthday, and nothing ends by itself. */
describe('a child that grows up while its family waits', () => {
  let world: World;
  let leaper: Running;
  let siblings: Running;
  const farsta = () => world.as('farsta.handlaggare');
  const opened = async (births: readonly string[]) => {
    const home = household({ children: 0 }) as { members: object[] };
    const members = [...home.members, ...births.map((born, n) => child(`child-${n + 1}`, born))];
    const referral = await farsta().open('referral', { household: { ...home, members } });
    await farsta().event(referral, 'submit', { ground: 'consent' });
    return referral;
  };
  const grown = async ({ file }: Running) =>
    (await world.events(file))
      .filter(({ type }) => type === 'comesOfAge' || type === 'householdChanged')
      .map(({ type, data, occurredAt, by }) => [type, data, occurredAt, by]);

  beforeAll(async () => {
    world = await World.open({ at: '2022-01-10T09:00' });
    await world.sweep();
    leaper = await opened(['2004-02-29']);
    siblings = await opened(['2004-03-01', '2010-05-05']);
    await world.as('shis.handlaggare').event(leaper, 'approve');
  });
  afterAll(() => world.close());

  it('is a child to the last day before', async () => {
    await world.at('2022-02-28T23:30');
    expect([await grown(leaper), await grown(siblings)]).toEqual([[], []]);
    expect(await world.context(leaper)).toMatchObject({ childrenAtHome: 1 });
  });

  it('is told at the next sweep when a fault keeps it back on the day', async () => {
    world.set('2022-03-01T06:00');
    const fails = { execute: { value: () => Promise.reject(new Error('out of order')) } };
    await world.sweep(Object.create(world.engine, fails) as typeof world.engine);
    expect(await grown(leaper)).toEqual([]);
  });

  it('comes of age on 1 March when born on 29 February, at midnight, told to the referral and to both sides', async () => {
    await world.at('2022-03-02T07:00');
    const midnight = '2022-02-28T23:00:00.000Z';
    expect(await grown(leaper)).toEqual([
      ['comesOfAge', { ref: 'child-1' }, midnight, 'husrum'],
      ['householdChanged', { event: 'comesOfAge' }, midnight, 'husrum'],
    ]);
    expect(await grown(siblings)).toHaveLength(2);
    expect(await world.context(leaper)).toMatchObject({ childrenAtHome: 0, waiting: true });
    expect(await world.state(leaper)).toBe('queued');
    expect(await world.messages(leaper.file)).toEqual(
      expect.arrayContaining(['district no-child-left', 'shis no-child-left']),
    );
    expect(await world.context(siblings)).toMatchObject({ childrenAtHome: 1 });
    expect(await world.messages(siblings.file)).not.toContain('shis no-child-left');
  });

  it('comes of age once, however often it is swept, and by nobody’s hand', async () => {
    await world.sweep();
    await world.sweep(world.node());
    expect(await grown(leaper)).toHaveLength(2);
    const no = await farsta().refused(siblings.file, 'comesOfAge', { ref: 'child-2' });
    expect(no.code).toBe('not-permitted');
    expect(await world.verify()).toMatchObject({ ok: true });
  });

  it('keeps no birth date in plain text: the file is found by a keyed hash', async () => {
    const { rows } = await world.pool.query<{ text: string }>(
      `select string_agg(convert_from(canonical, 'UTF8'), ' ') || (select string_agg(record::text, ' ') from case_file) as text from event`,
    );
    expect(rows[0]?.text).not.toContain('2004-02-29');
  });
});
