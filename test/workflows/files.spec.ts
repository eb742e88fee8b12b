import type { FileKind, Step } from '../../workflows/definition.js';
import { fileKinds } from '../../workflows/files/index.js';
import { dwelling, dwellingOn, type DwellingRecord } from '../../workflows/files/dwelling.js';
import { household as kind, membersOn, type HouseholdRecord } from '../../workflows/files/household.js';
import { household } from './families.js';

const step = (type: string, data: object, day: string) =>
  ({
    type,
    data,
    known: {},
    policy: {},
    meta: { day, cause: 'person' },
    self: { ref: 'f/0' },
  }) as unknown as Step;

/** One event of a file: the sentences in its way, or the new record. */
function happens<R extends object>(
  of: FileKind<R>,
  record: R,
  type: string,
  data: object,
  day = '2021-03-01',
) {
  const parsed = of.events[type]?.schema.parse(data) as object;
  const seen = { context: record, step: step(type, parsed, day) };
  const failed = (of.guards?.[type] ?? [])
    .filter((guard) => !guard.holds(seen))
    .map((guard) => guard.says.en);
  return { failed, record: failed.length > 0 ? record : (of.apply[type]?.(record, seen.step) as R) };
}
const baby = { ref: 'child-2', name: 'Bebis Testsson', born: '2020-11-02', gender: 'woman', adult: false };

describe('a household file', () => {
  const opened = kind.apply['open']?.(
    {} as HouseholdRecord,
    step('open', { household }, '2021-02-01'),
  ) as HouseholdRecord;
  const on = (type: string, data: object, record = opened) => happens(kind, record, type, data);

  test('opens with its members at home since before, and a valid record', () => {
    expect(kind.record.safeParse(opened).error).toBeUndefined();
    expect(opened.members.map(({ ref, from, to }) => [ref, from, to])).toEqual([
      ['mother', null, null],
      ['child-1', null, null],
    ]);
    expect(kind.responsible(opened)).toBe('farsta');
  });
  test('opens with sealed marks in place of personal values', () => {
    const mark = { sealed: 'abc' };
    const members = opened.members.map((member) => ({ ...member, name: mark, born: mark }));
    expect(kind.record.safeParse({ ...opened, members }).success).toBe(true);
  });
  test('without a household gives no record, which the engine refuses', () => {
    const empty = kind.apply['open']?.({} as HouseholdRecord, step('open', {}, '2021-02-01'));
    expect(empty).toEqual({});
    expect(kind.record.safeParse(empty).success).toBe(false);
  });
  test('updateHousehold changes what is said and leaves the rest', () => {
    const data = { insecureHousing: false, members: [{ ref: 'child-1', adult: true }] };
    const { record } = on('updateHousehold', data);
    expect(record).toMatchObject({ insecureHousing: false, type: 'single-woman' });
    expect(record.members[1]).toMatchObject({ ref: 'child-1', adult: true, name: 'Lilla Testsson' });
  });
  test('updateHousehold of an unknown person is refused', () => {
    expect(on('updateHousehold', { members: [{ ref: 'nobody' }] }).failed).toEqual([
      'Everyone changed must be known in the household.',
    ]);
  });
  test('memberJoins adds from the day, which lies before the recording', () => {
    const { record } = on('memberJoins', { person: baby, on: '2020-11-02' });
    expect(membersOn(record, '2020-11-01')).toHaveLength(2);
    expect(membersOn(record, '2020-11-02')).toHaveLength(3);
    expect(kind.record.safeParse(record).success).toBe(true);
  });
  test('memberJoins of someone at home is refused', () => {
    expect(on('memberJoins', { person: { ...baby, ref: 'mother' }, on: '2021-03-01' }).failed).toEqual([
      'The person must not be in the household already on that day.',
    ]);
  });
  test('memberLeaves keeps the last day, and the person may come back later', () => {
    const { record } = on('memberLeaves', { ref: 'child-1', on: '2021-05-31' });
    expect(membersOn(record, '2021-05-31')).toHaveLength(2);
    expect(membersOn(record, '2021-06-01')).toHaveLength(1);
    const again = { person: { ...baby, ref: 'child-1' }, on: '2021-09-01' };
    expect(membersOn(on('memberJoins', again, record).record, '2021-09-01')).toHaveLength(2);
    expect(on('memberJoins', { ...again, on: '2021-05-31' }, record).failed).toHaveLength(1);
  });
  test('memberLeaves of someone unknown is refused', () => {
    expect(on('memberLeaves', { ref: 'nobody', on: '2021-05-31' }).failed).toEqual([
      'The person must be in the household.',
    ]);
  });
  test('memberLeaves before joining is refused', () => {
    const { record } = on('memberJoins', { person: baby, on: '2020-11-02' });
    expect(on('memberLeaves', { ref: 'child-2', on: '2020-11-01' }, record).failed).toEqual([
      'The last day must not lie before the first day in the household.',
    ]);
  });
  test('memberLeaves of the last one is refused', () => {
    const { record } = on('memberLeaves', { ref: 'child-1', on: '2021-05-31' });
    expect(on('memberLeaves', { ref: 'mother', on: '2021-06-30' }, record).failed).toEqual([
      'At least one person must remain in the household.',
    ]);
  });
  test('transferDistrict hands over to the new district, the old handler has left', () => {
    const { record: assigned } = on('assign', { handler: 'farsta.handlaggare' });
    expect(kind.assignee(assigned)).toBe('farsta.handlaggare');
    const { record } = on('transferDistrict', { to: 'skarpnack' }, assigned);
    expect([kind.responsible(record), kind.assignee(record)]).toEqual(['skarpnack', null]);
    const named = on('transferDistrict', { to: 'skarpnack', handler: 'skarpnack.handlaggare' }, assigned);
    expect(kind.assignee(named.record)).toBe('skarpnack.handlaggare');
  });
  test('transferDistrict to the same district is refused', () => {
    expect(on('transferDistrict', { to: 'farsta' }).failed).toEqual([
      'The case must go to another district than the one that has it.',
    ]);
  });
  test('note changes nothing in the record', () => {
    expect(on('note', { note: 'Ringt mamman' }).record).toBe(opened);
  });
});

describe('a dwelling file', () => {
  const flat = {
    source: 'facility',
    facility: 'tallasen',
    number: '1203',
    rooms: 3,
    area: 71.5,
    floor: 2,
    lift: true,
    rent: 8000,
    dailyCost: 310,
  };
  const opened = dwelling.apply['open']?.(
    {} as DwellingRecord,
    step('open', flat, '2020-02-01'),
  ) as DwellingRecord;
  const on = (type: string, data: object, day?: string) => happens(dwelling, opened, type, data, day);

  test('opens with a valid record, and no organisation answers for it', () => {
    expect(dwelling.record.safeParse(opened).error).toBeUndefined();
    expect(dwelling.responsible(opened)).toBeNull();
  });
  test('updateDwelling keeps rent and daily cost by their dates', () => {
    const { record } = on(
      'updateDwelling',
      { from: '2021-01-01', rent: 8200, dailyCost: null },
      '2020-12-01',
    );
    expect(record.rent).toBe(8000);
    expect(dwellingOn(record, '2020-12-31')).toMatchObject({ rent: 8000, dailyCost: 310 });
    expect(dwellingOn(record, '2021-01-01')).toMatchObject({ rent: 8200, dailyCost: null });
    expect(dwelling.record.safeParse(record).success).toBe(true);
  });
  test('updateDwelling that is registered late takes effect at once', () => {
    expect(on('updateDwelling', { from: '2021-01-01', rent: 8200 }, '2021-02-01').record.rent).toBe(8200);
  });
  test('updateDwelling of nothing is refused', () => {
    expect(on('updateDwelling', { from: '2021-01-01' }).failed).toEqual(['At least one thing must change.']);
  });
  test('assign names who at SHIS looks after it; note changes nothing', () => {
    expect(dwelling.assignee(on('assign', { handler: 'shis.handlaggare' }).record)).toBe('shis.handlaggare');
    expect(on('note', { note: 'Ny nyckel' }).record).toBe(opened);
  });
});

describe('the kinds of file', () => {
  test('are household and dwelling; every event has what applies it', () => {
    expect(fileKinds.map(({ name }) => name)).toEqual(['household', 'dwelling']);
    for (const { events, apply, guards } of fileKinds) {
      expect(Object.keys(apply).sort()).toEqual(['open', ...Object.keys(events)].sort());
      expect(Object.keys(events)).toEqual(expect.arrayContaining(Object.keys(guards ?? {})));
    }
  });
});
