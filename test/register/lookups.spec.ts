import { RegisterDirectory } from '../../src/register/directory.js';
import { RegisterLookup } from '../../src/register/lookups.js';
import { BORN, family, household, member, registry, request } from './asked.js';
import { registerWorld, type RegisterWorld } from './register-world.js';

describe('the look-ups', () => {
  let world: RegisterWorld;
  let lookup: RegisterLookup;
  let unsealed: string[] = [];
  beforeAll(async () => {
    world = await registerWorld();
    const unseal = async (_: string, digests: readonly string[]) => {
      unsealed.push(...digests);
      return new Map(
        digests.flatMap((one): [string, unknown][] => (BORN[one] === undefined ? [] : [[one, BORN[one]]])),
      );
    };
    lookup = new RegisterLookup(world.pool, unseal, new RegisterDirectory(world.pool), registry, {
      elsewhere: async () => [],
    });
  });
  beforeEach(() => void (unsealed = []));
  afterAll(() => world.close());

  describe('household', () => {
    it('counts adults and children at home on the day, and the rooms they need', async () => {
      expect(await lookup.read(request('household'))).toEqual({
        adults: 1,
        childrenUnder18AtHome: 2,
        registeredSince: '2015-01-01',
        insecureHousing: true,
        rooms: 3,
      });
    });

    it('follows birthdays, joining and leaving', async () => {
      const record = household(
        member('mother'),
        member('grown'),
        member('elder', { to: '2021-02-28' }),
        member('younger', { from: '2021-03-02' }),
      );
      const on = async (day: string) => lookup.read(request('household', { record, day }));
      expect(await on('2021-02-28')).toMatchObject({ adults: 1, childrenUnder18AtHome: 2 });
      expect(await on('2021-03-01')).toMatchObject({ adults: 1, childrenUnder18AtHome: 1 });
      expect(await on('2021-03-02')).toMatchObject({ adults: 2, childrenUnder18AtHome: 1 });
    });

    it('is answered at once while every birth date came with the step', () => {
      expect(lookup.now(request('household', { fresh: new Map(Object.entries(BORN)) }))).toMatchObject({
        childrenUnder18AtHome: 2,
      });
      expect(
        lookup.now(request('household', { fresh: new Map([['mother', '1990-05-01']]) })),
      ).toBeUndefined();
    });

    it('unseals only what did not come with the step', async () => {
      const record = household(...family.members, member('newborn'));
      const fresh = new Map([['newborn', '2021-02-20']]);
      expect(await lookup.read(request('household', { record, fresh }))).toMatchObject({
        childrenUnder18AtHome: 3,
      });
      expect(unsealed).toEqual(['mother', 'elder', 'younger']);
    });

    it('decides nothing on a birth date that is gone', async () => {
      await expect(
        lookup.read(request('household', { record: household(member('culled')) })),
      ).rejects.toThrow('can no longer be read');
    });

    it('is nothing in the file of a flat', async () => {
      const record = { rooms: 3 };
      expect(lookup.now(request('household', { record }))).toBeUndefined();
      for (const name of ['household', 'stays', 'freeFacilityDwellings'] as const)
        expect(await lookup.read(request(name, { record }))).toBeNull();
    });
  });

  describe('stays', () => {
    const fact = (process: number, seq: number, kind: string, on: string, voided: string | null = null) =>
      world.pool.query(
        `insert into fact (file_id, seq, ordinal, process, workflow, form, kind, occurred_on, recorded_at, voided_at, data)
         values ('family', $1, 0, $2, 'tenancy', 'transitional', $3, $4, '2021-01-01', $5, '{}')`,
        [seq, process, kind, on, voided],
      );

    it('take the last that each tenancy told, oldest first', async () => {
      await fact(5, 21, 'movedIn', '2020-09-01');
      await fact(2, 4, 'movedIn', '2018-03-01');
      await fact(2, 6, 'movedIn', '2018-03-10');
      await fact(2, 9, 'movedOut', '2019-12-31');
      await fact(2, 10, 'movedOut', '2019-11-30', '2021-01-02T00:00:00Z');
      await fact(7, 30, 'movedOut', '2021-01-01');
      expect(await lookup.read(request('stays'))).toEqual([
        { form: 'transitional', from: '2018-03-10', to: '2019-12-31' },
        { form: 'transitional', from: '2020-09-01', to: null },
      ]);
      expect(await lookup.read(request('stays', { file: 'another' }))).toEqual([]);
    });
  });

  describe('dwelling', () => {
    const process = {
      number: 1,
      workflow: 'dwelling',
      version: 1,
      definition: '',
      parent: null,
      children: [],
      proposals: [],
      openedAt: '2020-01-01T00:00:00.000Z',
    };
    const stored = { value: {}, context: {}, status: 'active' as const, since: {}, entered: {} };
    const record = {
      source: 'agency',
      company: 'stockholmshem',
      rooms: 3,
      rent: 9000,
      rents: [
        { from: '2020-01-01', value: 8800 },
        { from: '2021-06-01', value: 9000 },
      ],
      dailyCosts: [],
    };
    const referenced = { ref: 'flat/1', process: { ...process, stored }, state: 'available', record };

    it('is the flat that the step names, as it stands that day', () => {
      expect(lookup.now(request('dwelling', { referenced }))).toEqual({
        source: 'agency',
        company: 'stockholmshem',
        ...{ floor: null, lift: null, district: null, lessee: null, keeper: null },
        rooms: 3,
        rent: 8800,
        state: 'available',
      });
    });

    it('is nothing when the step names none, or something else', () => {
      expect(lookup.now(request('dwelling'))).toBeNull();
      const referral = { ...referenced, process: { ...referenced.process, workflow: 'referral' } };
      expect(lookup.now(request('dwelling', { referenced: referral }))).toBeNull();
    });
  });
});
