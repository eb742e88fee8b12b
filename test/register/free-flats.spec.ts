import { RegisterDirectory } from '../../src/register/directory.js';
import { RegisterLookup } from '../../src/register/lookups.js';
import { BORN, household, member, referred, registry, request } from './asked.js';
import { registerWorld, type RegisterWorld } from './register-world.js';

describe('the look-ups', () => {
  let world: RegisterWorld;
  let lookup: RegisterLookup;
  beforeAll(async () => {
    world = await registerWorld();
    const unseal = async () => new Map<string, unknown>(Object.entries(BORN));
    lookup = new RegisterLookup(world.pool, unseal, new RegisterDirectory(world.pool), registry, {
      elsewhere: async () => [],
    } as never);
  });
  afterAll(() => world.close());

  describe('free facility flats', () => {
    interface Flat {
      readonly rooms?: number;
      readonly openedAt?: string;
      readonly state?: string;
      readonly service?: string;
      readonly source?: string;
      readonly earmarkedFor?: string;
    }
    async function flat(id: string, more: Flat = {}): Promise<void> {
      const {
        rooms = 3,
        openedAt = '2020-01-01T08:00:00Z',
        state = 'available',
        service = 'service.inService',
      } = more;
      const source = more.source ?? 'facility';
      const record = {
        source,
        number: id,
        rooms,
        rent: 8000,
        rents: [
          { from: '2020-01-01', value: 8000 },
          { from: '2021-02-01', value: 8100 },
        ],
        dailyCosts: [],
        assignee: null,
      };
      const context = {
        source,
        earmarkedFor: more.earmarkedFor === undefined ? null : { ref: more.earmarkedFor },
      };
      await world.pool.query(
        `insert into case_file (id, kind, version, head, record, opened_at, recorded_at) values ($1, 'dwelling', 1, '', $2, $3, $3)`,
        [id, record, openedAt],
      );
      await world.pool.query(
        `insert into process (file_id, number, workflow, version, definition, children, proposals, state, states, stored, is_open, opened_at, entered_at)
         values ($1, 1, 'dwelling', 1, '', '[]', '[]', $2, $3, $4, true, $5, $5)`,
        [id, state, [state, service], { context }, openedAt],
      );
    }
    const fact = (
      file: string,
      kind: string,
      on: string,
      more: { data?: object; dwelling?: string },
      seq = 1,
    ) =>
      world.pool.query(
        `insert into fact (file_id, seq, ordinal, process, workflow, kind, occurred_on, recorded_at, party, stage, dwelling, data)
         values ($1, $2, 1, 1, 'x', $3, $4, '2021-01-01', 'household', 'offer', $5, $6)`,
        [file, seq, kind, on, more.dwelling ?? null, more.data ?? {}],
      );

    it('are those that can be reserved for this household, in the order to offer them', async () => {
      await flat('new', { openedAt: '2020-05-01T08:00:00Z' });
      await flat('oldest', { rooms: 4 });
      await flat('lately-left');
      await fact('lately-left', 'vacancyBegan', '2021-01-15', { data: { cause: 'turnaround' } });
      await fact('lately-left', 'vacancyBegan', '2021-02-20', { data: { cause: 'free' } }, 2);
      await flat('too-small', { rooms: 2 });
      await flat('refused');
      await fact('family', 'refused', '2021-02-01', { dwelling: 'refused' }, 90);
      await flat('for-us', { openedAt: '2020-06-01T08:00:00Z', earmarkedFor: 'family/1' });
      await flat('for-others', { earmarkedFor: 'others/1' });
      await flat('reserved', { state: 'reserved' });
      await flat('broken', { service: 'service.outOfService' });
      await flat('from-agency', { source: 'agency' });
      const free = (await lookup.read(request('freeFacilityDwellings', { processes: referred(3) }))) as {
        ref: string;
        reason: string | null;
      }[];
      expect(free.map(({ ref }) => ref)).toEqual([
        'for-us/1',
        'oldest/1',
        'new/1',
        'lately-left/1',
        'refused/1',
        'too-small/1',
      ]);
      expect(free[1]).toEqual({
        ...{ ref: 'oldest/1', name: 'oldest', rooms: 4, rent: 8100, floor: null, lift: null, district: null },
        ...{ moveInFrom: null, emptySince: '2020-01-01', reason: null },
      });
      expect(free.map(({ reason }) => reason)).toEqual([
        ...[null, null, null, null],
        ...['refused-by-household', 'size'],
      ]);
    });

    it('are in another order for a household that needs less', async () => {
      const record = household(member('mother'), member('elder'));
      const free = (await lookup.read(
        request('freeFacilityDwellings', { record, file: 'others', processes: referred(2) }),
      )) as {
        ref: string;
      }[];
      expect(free.map(({ ref }) => ref)).toEqual([
        'for-others/1',
        'oldest/1',
        'refused/1',
        'too-small/1',
        'new/1',
        'lately-left/1',
      ]);
    });
  });
});
