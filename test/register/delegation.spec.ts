import { registerWorld, type RegisterWorld } from './register-world.js';

let world: RegisterWorld;
beforeAll(async () => {
  world = await registerWorld();
});
afterAll(() => world.close());

describe('a line of delegation', () => {
  const TODAY = '2021-03-10T08:00:00.000Z';
  const line = { line: '4.2', organisation: 'shis', decision: 'reject', role: 'manager', from: '2021-03-01' };
  const told = async (data: object, at = TODAY) =>
    world.book.put('delegation', { ...line, ...data }, { at, by: 'system' });
  const fault = async (data: object) => {
    const answer = await told(data);
    return 'fields' in answer ? answer.fields?.map(({ path }) => path) : answer;
  };

  it('is ended early by telling it anew with its last day: today, or yesterday so that it is over at once', async () => {
    await world.put('organisation', { code: 'shis', kind: 'shis', name: 'SHIS' });
    await world.put('organisation', { code: 'farsta', kind: 'district', name: 'Farsta' });
    expect(await told({}, '2021-03-01T08:00:00Z')).toEqual({ ok: true, changed: true });
    expect(await told({ organisation: 'farsta' }, '2021-03-01T08:00:00Z')).toEqual({
      ok: true,
      changed: true,
    });
    expect(await fault({ to: '2021-03-08' })).toEqual(['to']);
    expect(await fault({ role: 'administrator', to: '2021-03-20' })).toEqual(['from']);
    expect(await told({ to: '2021-03-20' })).toEqual({ ok: true, changed: true });
    expect(await told({ to: '2021-03-20' })).toEqual({ ok: true, changed: false });
    expect(await told({ to: '2021-03-09' })).toEqual({ ok: true, changed: true });
    expect(await fault({ to: '2021-03-21' })).toEqual(['from']);
    expect(await fault({})).toEqual(['from']);
  });

  it('is its organisation’s own: another’s of the same number stays', async () => {
    const { delegations } = await world.directory.snapshot();
    expect(delegations.get('shis')?.map(({ to }) => to)).toEqual(['2021-03-09']);
    expect(delegations.get('farsta')?.map(({ to }) => to)).toEqual([null]);
  });
});
