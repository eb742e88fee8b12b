import type { Engine } from '../../src/engine/engine.js';
import { facilityFlat, household } from '../support/cast.js';
import { refOf, stockholm, World, type Running } from '../support/world.js';
import { beginning, days, months, workingDays } from './other-calendar.js';
import { inOrder, tableOf, type Expected, type Stay } from './stays.js';

const BEGINS = '2020-01-07';
const ENDS = stockholm('2025-05-31T23:00');

/** The family: its lease begins on a leap day. What people do, and when, some of it late, early, or on a holiday. */
const FAMILY: Stay = {
  start: '2020-02-29',
  leaseEnds: ['2022-02-28', '2024-02-29', '2025-02-28'],
  held: [
    ...['2020-03-30', '2020-10-05', '2021-04-01', '2021-12-24', '2022-06-26', '2022-12-20', '2023-06-06'],
    ...['2023-10-31', '2024-04-29', '2024-09-24', '2024-12-27'],
  ],
};
/** When SHIS is reminded of the referral, which it approves the day after. */
const SCREENED_BY = beginning(days(workingDays(BEGINS, 10), 1));
const RENEWED = ['2022-03-10', '2024-03-05'];

/** Neighbours, for whom nobody does anything once they have signed: from each change of the clock, an eve, a leap day. */
const NEIGHBOURS = [
  ...['2020-03-29', '2020-10-25', '2021-03-28', '2021-10-31', '2022-03-27', '2022-10-30', '2023-03-26'],
  ...['2023-10-29', '2024-03-31', '2024-10-27', '2025-03-30'],
  ...['2020-06-19', '2021-12-24', '2024-02-29', '2022-12-31', '2023-05-31'],
].map((start): Stay => ({ start, leaseEnds: [days(months(start, 24), -1)], held: [] }));

interface Home {
  readonly referral: Running;
  readonly flat: Running;
}

describe('five years and three months of the clock, with nobody hurrying', () => {
  let world: World;
  let other: Engine;
  const homes = new Map<Stay, Home>();
  /** When a sweep ran, and whatever a second one at the same moment did. */
  const swept: string[] = [];
  const again: unknown[] = [];
  const shis = () => world.as('shis.handlaggare');

  beforeAll(async () => {
    world = await World.open({ at: `${BEGINS}T08:00` });
    other = world.node();
    const stays = [FAMILY, ...NEIGHBOURS.slice(0, 8)];
    const moments = new Set([
      ...oddMoments(),
      beginning('2020-07-01'),
      SCREENED_BY,
      ...stays.flatMap(around),
    ]);
    const turns = [...moments].map((at) => ({ at, act: () => sweep(at) }));
    const doings = [...familyDoings(), ...NEIGHBOURS.map(neighbourDoing)];
    for (const { at, act } of [...turns, ...doings].sort((a, b) => (a.at < b.at ? -1 : 1))) {
      world.setInstant(at);
      await act();
    }
    world.setInstant(ENDS);
    await sweep(ENDS);
  }, 150_000);
  afterAll(() => world.close());

  it('delivers every deadline of the family on its right day, once', async () => {
    expect(await delivered(FAMILY)).toEqual(tableOf(FAMILY, ENDS).delivered);
  });

  it('and rolls a term that ends on a holiday or an eve, and never a period', () => {
    const { delivered: table } = tableOf(FAMILY, ENDS);
    const at = (what: string): string[] =>
      table.filter(([one]) => one === `tenancy ${what}`).map(([, when]) => when);
    expect(at('followUpNears')).toEqual(
      expect.arrayContaining(['2021-03-23', '2022-06-13', '2022-12-13', '2024-12-13'].map(beginning)),
    );
    expect(at('limitPasses')).toEqual([beginning('2025-03-01')]);
  });

  it.each(NEIGHBOURS)('delivers every deadline of a stay from $start', async (stay) => {
    expect(await delivered(stay)).toEqual(tableOf(stay, ENDS).delivered);
    expect(await reminded(stay)).toEqual(tableOf(stay, ENDS).reminded);
  });

  it('reminds once in each visit of a state', async () => {
    expect(await reminded(FAMILY)).toEqual(
      inOrder([['referral screeningTerm', SCREENED_BY], ...tableOf(FAMILY, ENDS).reminded], ENDS),
    );
  });

  it('delivers at the first sweep at or after the moment, and never before', async () => {
    const late: unknown[] = [];
    for (const stay of homes.keys())
      for (const { type, occurredAt, recordedAt } of await deadlineEvents(stay)) {
        const first = swept.find((at) => at >= occurredAt);
        if (recordedAt !== first) late.push({ start: stay.start, type, occurredAt, recordedAt, first });
      }
    expect(late).toEqual([]);
  });

  it('does nothing in a second sweep at the same moment', () => {
    expect(again.length).toBeGreaterThan(50);
    expect(new Set(again.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ files: 0, transfers: 0, reminders: 0 })]),
    );
  });

  it('hands the file of a merged district over on the day of the merger, once', async () => {
    const { referral } = homes.get(NEIGHBOURS[0] as Stay) as Home;
    const moved = (await world.events(referral.file)).filter(({ type }) => type === 'transferDistrict');
    expect(moved).toMatchObject([{ data: { to: 'hagersten-alvsjo' }, occurredAt: beginning('2020-07-01') }]);
  });

  it('leaves the family where it is: past the limit, seen and told, and not evicted', async () => {
    const { referral, flat } = homes.get(FAMILY) as Home;
    const tenancy = await world.last(referral.file, 'tenancy');
    expect(await world.states(tenancy)).toEqual(['leaseExpired', 'followUp.overdue', 'limit.exceeded']);
    expect(await world.state(flat)).toBe('occupied');
    const told = (await world.messages(referral.file)).filter((one) => one.endsWith('limit-exceeded'));
    expect(told).toEqual(['district limit-exceeded', 'shis limit-exceeded']);
  });

  it('leaves no incident, and a trail that verifies', async () => {
    expect((await world.pool.query('select * from incident')).rows).toEqual([]);
    expect(await world.verify()).toMatchObject({ ok: true, findings: [] });
  }, 60_000);

  /** One node, or two at the same moment, or one after the other. */
  async function sweep(at: string): Promise<void> {
    swept.push(at);
    const way = swept.length % 4;
    if (way === 0) await Promise.all([world.sweep(), world.sweep(other)]);
    else await world.sweep();
    if (way === 1) again.push(await world.sweep());
  }

  async function settle(stay: Stay, from: string): Promise<Home> {
    const referral = await world
      .as(`${from}.handlaggare`)
      .open('referral', { household: household({ district: from, children: 1 }) });
    await world.as(`${from}.handlaggare`).event(referral, 'submit');
    const flat = await shis().open('dwelling', facilityFlat(`N ${homes.size}`, 3));
    homes.set(stay, { referral, flat });
    return { referral, flat };
  }

  async function sign({ start, leaseEnds: [leaseEnd] }: Stay, { referral }: Home): Promise<void> {
    const offer = await world.last(referral.file, 'offer');
    const signedOn = world.now.slice(0, 10);
    await shis().event(offer, 'sign', { signedOn, leaseStart: start, leaseEnd });
  }

  function familyDoings() {
    const home = () => homes.get(FAMILY) as Home;
    const tenancy = () => world.last(home().referral.file, 'tenancy');
    const offer = () => world.last(home().referral.file, 'offer');
    const follow = (on: string) => async () => {
      const held = { on, kind: 'phone', ownSearch: true, children: [] };
      await world.as('farsta.handlaggare').event(await tenancy(), 'recordFollowUp', held);
    };
    const makeOffer = () => shis().event(home().referral, 'makeOffer', { dwelling: refOf(home().flat) });
    const renew = (leaseEnd: string) => async () => shis().event(await tenancy(), 'renew', { leaseEnd });
    return [
      at(BEGINS, () => settle(FAMILY, 'farsta')),
      at('2020-01-23', () => shis().event(home().referral, 'approve')),
      at('2020-02-12', makeOffer),
      at('2020-02-17', async () => shis().event(await offer(), 'accept')),
      at('2020-02-25', () => sign(FAMILY, home())),
      ...RENEWED.map((day, n) => at(day, renew(FAMILY.leaseEnds[n + 1] as string))),
      ...FAMILY.held.map((day) => at(day, follow(day))),
    ];
  }

  function neighbourDoing(stay: Stay, n: number) {
    return at(days(stay.start, -10), async () => {
      const home = await settle(stay, n === 0 ? 'alvsjo' : 'skarholmen');
      await shis().event(home.referral, 'approve');
      await shis().event(home.referral, 'makeOffer', { dwelling: refOf(home.flat) });
      await shis().event(await world.last(home.referral.file, 'offer'), 'accept');
      await sign(stay, home);
    });
  }

  async function deadlineEvents(stay: Stay) {
    const { referral, flat } = homes.get(stay) as Home;
    const events = [...(await world.events(flat.file)), ...(await world.events(referral.file))];
    return events.filter(({ cause }) => cause.kind === 'deadline');
  }

  async function delivered(stay: Stay): Promise<Expected[]> {
    const events = await deadlineEvents(stay);
    return inOrder(
      events.map(({ workflow, type, occurredAt }): Expected => [`${workflow} ${type}`, occurredAt]),
      '9999',
    );
  }

  /** The reminders in the outbox, by the names of the terms that they are about. */
  async function reminded(stay: Stay): Promise<Expected[]> {
    const { referral, flat } = homes.get(stay) as Home;
    const { rows } = await world.pool.query<{ key: string; workflow: string }>(
      `select o.key, p.workflow from outbox o join process p on p.file_id = o.file_id and p.number = o.process
       where o.file_id = any($1) and o.template = 'overdue'`,
      [[referral.file, flat.file]],
    );
    const told = rows.map(({ key, workflow }): Expected => {
      const [term = '', , due = ''] = key.split('@');
      const spec = world.registry.newest(workflow)?.workflow.states[term.slice('due.'.length)];
      return [`${workflow} ${spec?.due}`, `${due}:00.000Z`];
    });
    return inOrder(told, '9999');
  }
});

/** At ten in the morning of a day. */
const at = (day: string, act: () => Promise<unknown>) => ({ at: stockholm(`${day}T10:00`), act });

/** The last millisecond before each of a stay's moments, and the moment. */
const around = (stay: Stay): string[] => {
  const { delivered, reminded } = tableOf(stay, ENDS);
  return [...delivered, ...reminded].flatMap(([, moment]) => [
    new Date(Date.parse(moment) - 1).toISOString(),
    moment,
  ]);
};

/** Sweeps at no hour in particular, some hours to a fortnight apart. */
function oddMoments(): string[] {
  const found: string[] = [];
  let turn = 29;
  for (let now = Date.parse(stockholm(`${BEGINS}T08:13`)); now < Date.parse(ENDS);) {
    found.push(new Date(now).toISOString());
    turn = (turn * 109 + 57) % 331;
    now += turn * 3_600_000 + turn * 1_009;
  }
  return found;
}
