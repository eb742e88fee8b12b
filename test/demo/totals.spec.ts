import pg from 'pg';
import { MONTHS, PLACED_TO_SEPTEMBER_2021 } from '../../demo/months.js';
import { verify } from '../../src/audit/verify.js';
import { demoWorld, type DemoWorld } from './demo-world.js';
import { storiesIn } from './stories.js';
import { surveysIn } from './surveys.js';

/** The numbers here are copied from the paper on the demo years and not taken from the generator, but for the months. */
describe('the demo years, through the engine', () => {
  let world: DemoWorld;
  beforeAll(async () => {
    world = await demoWorld();
  }, 600_000);
  afterAll(() => world.close());

  const row = async (name: string, parameters: object, where: object) => {
    const { rows } = await world.report(name, { ...parameters });
    return rows.find((one) => Object.entries(where).every(([key, value]) => one[key] === value));
  };
  const count = async (sql: string, ...values: unknown[]): Promise<number> =>
    (await world.rows<{ n: number }>(`select count(*)::int as n from ${sql}`, values))[0]?.n ?? -1;

  it('every line is taken', () => {
    expect(world.refusals).toEqual([]);
    expect(world.imported).toMatchObject({ book: 'read', repeated: 0, refused: 0 });
  });

  it('no file is left with an incident, and every chain and every fold holds', async () => {
    expect(await count('incident')).toBe(0);
    const pool = new pg.Pool({ connectionString: world.url, max: 2 });
    const { ok, found, findings } = await verify(pool, world.runtime.registry);
    await pool.end();
    expect({ ok, found, findings }).toEqual({ ok: true, found: 0, findings: [] });
  }, 300_000);

  describe('yearly goal', () => {
    it.each([
      ['2021-09-30', { goal: 150, allocated: 9, left: 141, share: 6 }],
      ['2021-10-31', { goal: 150, allocated: 10, left: 140, share: 7 }],
    ])('transitional flats by %s', async (until, figures) => {
      const found = await row('yearly-goal', { year: 2021, until }, { form: 'transitional' });
      expect(found).toMatchObject(figures);
    });

    it('2020: 355, 53 and 47 make 455 of 500; the 400 of two forms were not divided', async () => {
      const { rows } = await world.report('yearly-goal', { year: 2020 });
      expect(
        rows.map(({ form, goal, allocated, left, share }) => [form, goal, allocated, left, share]),
      ).toEqual([
        ['supported-housing', null, 355, null, null],
        ['transitional', 100, 47, 53, 47],
        ['housing-first', null, 53, null, null],
        ['total', 500, 455, 45, 91],
      ]);
      expect(rows[0]).toMatchObject({ trial: 227, training: 128 });
    });

    it('2021 to the last of October: the source’s table in full', async () => {
      const { rows } = await world.report('yearly-goal', { year: 2021, until: '2021-10-31' });
      expect(
        rows.map(({ form, goal, allocated, left, share }) => [form, goal, allocated, left, share]),
      ).toEqual([
        ['supported-housing', 400, 267, 133, 67],
        ['transitional', 150, 10, 140, 7],
        ['housing-first', 50, 46, 4, 92],
        ['total', 600, 323, 277, 54],
      ]);
      expect(rows[0]).toMatchObject({ trial: 171, training: 96 });
    });
  });

  describe('placements', () => {
    it.each([
      [{ year: 2020 }, 47, 156],
      [{ year: 2021, until: '2021-09-30' }, 9, 72],
      [{ year: 2021, until: '2021-10-31' }, 10, 80],
      [{ year: 2020, count: 'signed' }, 47, 156],
      [{ year: 2021, until: '2021-09-30', count: 'signed' }, 9, 72],
    ])('%j', async (parameters, agency, facility) => {
      const of = (channel: string) => row('placements', parameters, { form: 'transitional', channel });
      expect([(await of('agency'))?.['count'], (await of('facility'))?.['count']]).toEqual([
        agency,
        facility,
      ]);
    });

    it('of supported forms: each first sublet once, through the agency', async () => {
      const { rows } = await world.report('placements', { year: 2020 });
      const found = rows.filter(({ form, count: n }) => form !== 'transitional' && n !== 0);
      expect(found).toMatchObject([
        { form: 'supported-housing', channel: 'agency', count: 355 },
        { form: 'housing-first', channel: 'agency', count: 53 },
      ]);
    });

    it('by district to 30 September 2021 as in the forecast’s table', async () => {
      const { rows } = await world.report('placements', { year: 2021, until: '2021-09-30', by: 'district' });
      const found = new Map<string, number>();
      for (const one of rows.filter(({ form }) => form === 'transitional'))
        found.set(String(one['district']), (found.get(String(one['district'])) ?? 0) + Number(one['count']));
      const placed = Object.fromEntries([...found].filter(([, n]) => n > 0));
      expect(placed).toEqual(PLACED_TO_SEPTEMBER_2021);
      expect(Object.values(placed).reduce((sum, n) => sum + n, 0)).toBe(81);
    });

    it('nobody signs on one side of a cut-off and moves in on the other', async () => {
      for (const day of [
        '2019-12-31',
        '2020-12-31',
        '2021-04-30',
        '2021-09-30',
        '2021-10-31',
        '2021-12-08',
      ]) {
        const straddling = await count(
          `fact s join fact i on i.file_id = s.file_id and i.kind = 'movedIn'
           where s.voided_at is null and i.voided_at is null
           and s.kind = 'accepted' and s.stage = 'signed' and s.occurred_on <= $1 and i.occurred_on > $1
           and i.occurred_on <= s.occurred_on + 60 and i.occurred_on >= s.occurred_on`,
          day,
        );
        expect([day, straddling]).toEqual([day, 0]);
      }
    });
  });

  surveysIn(() => world);

  describe('refusals', () => {
    const reasons = async (parameters: object, party: string, stage: string) => {
      const { rows } = await world.report('refusals', { ...parameters });
      const found = rows.filter((one) => one['party'] === party && one['stage'] === stage);
      return Object.fromEntries(found.map((one) => [one['reason'], one['count']]));
    };

    it('SHIS’s declines in 2021 to October', async () => {
      expect(await reasons({ year: 2021, until: '2021-10-31' }, 'shis', 'flat')).toEqual({
        'own-stock': 13,
        'no-family': 6,
        size: 3,
        ...{ area: 1, condition: 1, access: 1, rent: 1, time: 1 },
      });
    });

    it('two landlords’ rejections in 2021 to October', async () => {
      const found = await reasons({ year: 2021, until: '2021-10-31' }, 'company', 'tenant');
      expect(Object.values(found)).toEqual([1, 1]);
    });

    it.each([2020, 2021])('about 45 families’ refusals of SHIS’s offers in %i', async (year) => {
      const sum = await count(
        `fact where kind = 'refused' and stage = 'offer' and form = 'transitional'
         and occurred_on between make_date($1, 1, 1) and make_date($1, 12, 31)`,
        year,
      );
      expect(sum).toBeGreaterThanOrEqual(43);
      expect(sum).toBeLessThanOrEqual(47);
    });

    it.each([2020, 2021])('a board declines 29 flats and applicants refuse 30 in %i', async (year) => {
      const declined = Object.values(await reasons({ year }, 'district', 'flat')) as number[];
      expect(declined.reduce((one, other) => one + other, 0)).toBe(29);
      const refused = Object.values(await reasons({ year }, 'household', 'offer')) as number[];
      expect(refused.reduce((one, other) => one + other, 0)).toBeGreaterThan(70);
    });
  });

  describe('stock', () => {
    /** Families that live in each kind of flat on a day, by the flats' own files, and by the families' stays. */
    const MARKS = `
      with flat as (select id as file_id, record ->> 'source' as source from case_file f where kind = 'dwelling'
          and not exists (select from fact a where a.file_id = f.id and a.form <> 'transitional')),
      change as (
        select f.source, s.occurred_on as day, 1 as n from fact s join flat f on f.file_id = s.dwelling
          where s.kind = 'accepted' and s.stage = 'signed' and s.voided_at is null
        union all select f.source, v.occurred_on - 1, -1 from fact v join flat f on f.file_id = v.file_id
          where v.voided_at is null and v.kind = 'vacancyBegan' and v.data ->> 'cause' = 'turnaround')
      select d::date::text as day, source, sum(change.n)::int as n
      from generate_series($1::date, $2::date, '1 day') d join change on change.day <= d group by 1, 2`;
    /** On every day of some: how many live in flats of each source. */
    const livedFrom = async (first: string, last: string) => {
      const days = new Map<string, Record<string, number>>();
      const rows = await world.rows<{ day: string; source: string; n: number }>(MARKS, [first, last]);
      for (const { day, source, n } of rows) days.set(day, { ...days.get(day), [source]: n });
      return days;
    };
    const lived = async (day: string) => (await livedFrom(day, day)).get(day);

    it.each([
      ['2019-12-31', 140, 60],
      ['2020-12-31', 204, 91],
      ['2021-04-30', 200, 91],
      ['2021-09-30', 197, 89],
      ['2021-10-31', 197, 90],
      ['2021-12-08', 197, 90],
    ])('%s: %i in facilities, %i in agency flats', async (day, facility, agency) => {
      expect(await lived(day)).toEqual({ facility, agency });
      const stays = await count(
        `fact i where i.voided_at is null and i.kind = 'movedIn' and i.form = 'transitional' and i.occurred_on <= $1 and not exists (select from fact j
           where j.file_id = i.file_id and j.process = i.process and j.kind = 'movedIn' and j.seq > i.seq)
         and not exists (select from fact o where o.file_id = i.file_id and o.process = i.process
           and o.kind = 'movedOut' and o.occurred_on <= $1)`,
        day,
      );
      expect(stays).toBe(facility + agency);
    });

    it('every month as many sign and leave as the table says', async () => {
      const sums = await world.rows<{ month: string; channel: string; kind: string; n: number }>(
        `select to_char(occurred_on, 'YYYY-MM') as month, kind, channel, count(*)::int as n from fact
         where voided_at is null and kind in ('allocated', 'movedOut') and form = 'transitional' group by 1, 2, 3`,
      );
      const found = (month: string, kind: string, channel: string) =>
        sums.find((one) => one.month === month && one.kind === kind && one.channel === channel)?.n ?? 0;
      for (const { month, agency, facilityOut, agencyOut } of MONTHS)
        expect([
          month,
          found(month, 'allocated', 'agency'),
          found(month, 'movedOut', 'facility'),
          found(month, 'movedOut', 'agency'),
        ]).toEqual([month, agency, facilityOut, agencyOut]);
    });

    it('5 to 36 flats of the facilities are not let at the end of each month, and never fewer than none', async () => {
      const capacity = (day: string) => (day < '2020-02-03' ? 150 : day < '2020-09-01' ? 190 : 225);
      const days = await world.rows<{ day: string; last: boolean }>(
        `select d::date::text as day, extract(day from d + interval '1 day') = 1 as last
         from generate_series('2020-01-01'::date, '2021-12-08'::date, '1 day') d`,
      );
      const counts = await livedFrom('2020-01-01', '2021-12-08');
      expect(counts.size).toBe(days.length);
      const free = days.map(({ day, last }) => ({
        day,
        last,
        free: capacity(day) - (counts.get(day)?.['facility'] ?? 0),
      }));
      expect(free.filter((one) => one.free < 0 || (one.last && (one.free < 5 || one.free > 36)))).toEqual([]);
    });
  });

  it('a flat that a board leases already is used again without a booking', async () => {
    const used = await count(
      `process where workflow = 'supported-housing' and state = 'sublet' and stored #>> '{context,requestedOn}' is null`,
    );
    expect(used).toBeGreaterThan(5);
    const signed = await count(
      `fact where workflow = 'supported-housing' and kind = 'accepted' and stage = 'signed'`,
    );
    expect(await count(`fact where kind = 'allocated' and form = 'supported-housing'`)).toBe(signed);
  });

  describe('the last day', () => {
    const inState = (workflow: string, ...states: string[]) =>
      count('process where workflow = $1 and state = any ($2)', workflow, states);

    it('queue 41, 7 offers, 3 proposals, 5 new referrals', async () => {
      expect(await inState('referral', 'queued')).toBe(41);
      expect(await inState('offer', 'offered', 'unanswered', 'accepted')).toBe(7);
      expect(await inState('agency-request', 'evaluating')).toBe(3);
      expect(await inState('dwelling', 'proposed')).toBe(3);
      expect(await inState('referral', 'screening')).toBe(5);
    });

    it('of the five years: one family past them, one with an exception', async () => {
      const leaves = (leaf: string) =>
        count(`process where workflow = 'tenancy' and $1 = any (states)`, leaf);
      expect(await leaves('limit.exceeded')).toBe(1);
      const exception = `process where workflow = 'tenancy' and stored #>> '{context,exceptionUntil}' = '2022-03-31'`;
      expect(await count(exception)).toBe(1);
      expect(await leaves('limit.planning')).toBeGreaterThan(20);
    });
  });

  it('about two families in three are a woman alone with her children', async () => {
    const [types] = await world.rows<{ women: number; all: number }>(
      `select count(*) filter (where record ->> 'type' = 'single-woman')::int as women, count(*)::int as all
       from case_file f where kind = 'household'
         and exists (select from process p where p.file_id = f.id and p.workflow = 'referral')`,
    );
    const share = Math.round((100 * (types?.women ?? 0)) / (types?.all ?? 1));
    expect(share).toBeGreaterThanOrEqual(62);
    expect(share).toBeLessThanOrEqual(70);
  });

  storiesIn(() => world);

  it('the cases of the two merged districts are the new one’s since the day of the merger', async () => {
    expect(await count(`case_file where district in ('hagersten-liljeholmen', 'alvsjo')`)).toBe(0);
    expect(await count(`case_file where district = 'hagersten-alvsjo'`)).toBeGreaterThan(30);
    const { rows } = await world.report('placements', { year: 2020, until: '2020-06-30', by: 'district' });
    expect(rows.map(({ district }) => district)).toContain('alvsjo');
  });

  it('the same book again changes nothing', async () => {
    const events = await count('event');
    const again = await world.again();
    expect(again).toMatchObject({ taken: 0, refused: 0, repeated: world.imported.taken });
    expect(await count('event')).toBe(events);
  }, 300_000);
});
