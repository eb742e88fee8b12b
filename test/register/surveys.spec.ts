import { MORNING, registerWorld, type RegisterWorld } from './register-world.js';

describe('forecasts and surveys, as registers', () => {
  let world: RegisterWorld;
  beforeAll(async () => {
    world = await registerWorld();
    await world.put('district', { code: 'farsta', name: 'Farsta', from: '2007-01-01' });
    await world.put('district', { code: 'skarholmen', name: 'Skärholmen', from: '2007-01-01' });
    await world.put('organisation', { code: 'shis', kind: 'shis', name: 'SHIS' });
    await world.put('surveyRound', { year: 2021, date: '2021-04-30' });
    await world.put('surveyRound', { year: 2019, date: '2019-04-30', families: 364, lastingShare: 60 });
  });
  afterAll(() => world.close());

  const refusal = async (register: string, data: object) => {
    const answer = await world.book.put(register, data, { at: MORNING, by: 'casebook' });
    return answer.ok ? null : answer.sentences[0]?.en;
  };
  const of = { year: 2021, district: 'farsta', form: 'transitional' };
  const response = {
    round: 2021,
    situation: 'hotel',
    newlyArrived: false,
    householdType: 'couple',
    cause: 'social',
  };

  it('a forecast keeps each version; the same again changes nothing', async () => {
    expect(await world.put('forecast', { ...of, low: 7, high: 10 })).toBe(true);
    expect(await world.put('forecast', { ...of, low: 7, high: 10 }, '2020-02-01T08:00:00Z')).toBe(false);
    expect(await world.put('forecast', { ...of, low: 8, high: 10 }, '2020-03-01T08:00:00Z')).toBe(true);
    const { rows } = await world.pool.query(
      `select low, handed_in::text from forecast where district = 'farsta' order by id`,
    );
    expect(rows).toEqual([
      { low: 7, handed_in: '2020-01-01' },
      { low: 8, handed_in: '2020-03-01' },
    ]);
  });

  it('a forecast of a size ends one of all, and the other way round; each form has those who hand it in', async () => {
    const sized = { ...of, district: 'skarholmen' };
    expect(await world.put('forecast', { ...sized, low: 7, high: 10 })).toBe(true);
    expect(await world.put('forecast', { ...sized, size: '2-3', low: 2, high: 3 })).toBe(true);
    expect(await world.put('forecast', { ...sized, size: '4-5', low: 2, high: 3 })).toBe(true);
    expect(await world.put('forecast', { ...sized, size: '2-3', low: 2, high: 3 })).toBe(false);
    expect(await world.put('forecast', { ...sized, low: 7, high: 10 }, '2020-03-01T08:00:00Z')).toBe(true);
    expect(await refusal('forecast', { ...sized, size: '9', low: 1, high: 2 })).not.toBe('');
    expect(await refusal('forecast', { ...sized, form: 'housing-first', low: 1, high: 2 })).toMatch(
      /not theirs/,
    );
  });

  it('a forecast has a most that is not below its fewest, and is a district’s', async () => {
    expect(await refusal('forecast', { ...of, low: 9, high: 8 })).toMatch(/most is below the fewest/);
    expect(await refusal('forecast', { ...of, district: 'shis', low: 1, high: 2 })).toMatch(
      /no such district/,
    );
  });

  it('equal answers of two families are two, the same line again is none', async () => {
    const entry = { at: MORNING, by: 'casebook' };
    const put = (ordinal: number) => world.book.put('surveyResponse', response, { ...entry, ordinal });
    expect([await put(1), await put(2), await put(1)]).toMatchObject([
      { changed: true },
      { changed: true },
      { changed: false },
    ]);
  });

  it('a family has one response in a round', async () => {
    const mine = { ...response, family: 'svar-7' };
    expect(await world.put('surveyResponse', mine)).toBe(true);
    expect(await world.put('surveyResponse', mine, '2020-02-01T08:00:00Z')).toBe(false);
    expect(await refusal('surveyResponse', { ...mine, situation: 'trial' })).toMatch(/answers once/);
  });

  it('a response stands in a round that takes responses', async () => {
    expect(await refusal('surveyResponse', { ...response, round: 2023 })).toMatch(/round does not exist/);
    expect(await refusal('surveyResponse', { ...response, round: 2019 })).toMatch(/totals alone/);
    const totals = { year: 2021, date: '2021-04-30', families: 300 };
    expect(await refusal('surveyRound', totals)).toMatch(/counted from them/);
  });
});
