import type { Dwelling } from '../../workflows/dwelling/dwelling.context.js';
import { agencyFlat, household } from '../support/cast.js';
import { refOf, World, type Running } from '../support/world.js';

/** Stories 3.1 and 3.2 of the product. Each step follows on the one before. */
describe('a training flat that becomes one’s own, and a flat that is used again', () => {
  let world: World;
  let training: Running;
  let declined: Running;
  let refused: Running;
  let home: Running;
  const farsta = () => world.as('farsta.handlaggare');
  const agency = () => world.as('formedlingen.handlaggare');
  const man = (more: object = {}) => ({
    household: household({ type: 'single-man', children: 0, ...more }),
    kind: 'training',
  });
  const flat = (number: string) => agency().open('dwelling', agencyFlat(number, 2));
  const propose = (dwelling: Running) => agency().event(training, 'propose', { dwelling: refOf(dwelling) });
  const goal = async (form: string) =>
    (await world.report('yearly-goal', { year: '2020' })).find((row) => row['form'] === form);

  beforeAll(async () => {
    world = await World.open({ at: '2020-02-03T09:00' });
  });
  afterAll(() => world.close());

  it('is granted to a man who lives alone; the agency learns of it when a flat is requested', async () => {
    training = await farsta().open('supported-housing', man());
    expect(await agency().execute({ event: 'propose', ...training, data: {} })).toMatchObject({
      code: 'not-found',
    });
    await farsta().event(training, 'grant', { decision: 'Träningslägenhet beviljas i ett år.' });
    await farsta().event(training, 'requestFlat');
    expect(await world.state(training)).toBe('requested');
    expect(await world.context(training)).toMatchObject({ rooms: 1 });
  });

  it('declines one flat, which is the flat’s fact and the board’s', async () => {
    declined = await flat('B 1');
    await propose(declined);
    await farsta().event(training, 'decline', { reason: 'condition' });
    expect(await world.state(declined)).toBe('declined');
    expect(await world.facts('refused')).toMatchObject([
      { file: declined.file, party: 'district', stage: 'flat', reason: 'condition' },
    ]);
  });

  it('offers another, which he refuses: it is free again', async () => {
    refused = await flat('B 2');
    await propose(refused);
    await farsta().event(training, 'offer', { dwelling: refOf(refused) });
    expect(await world.state(refused)).toBe('reserved');
    await farsta().event(training, 'refuse', { reason: 'area', wanted: 'Närmare arbetet' });
    expect(await world.state(refused)).toBe('available');
    expect(await world.state(training)).toBe('requested');
  });

  it('signs the first-hand lease of the third, which books the goal that day and places nobody', async () => {
    home = await flat('B 3');
    await propose(home);
    await farsta().event(training, 'offer', { dwelling: refOf(home) });
    await world.at('2020-02-10T09:00');
    await farsta().event(training, 'accept');
    const lease = { signedOn: '2020-02-10', leaseStart: '2020-02-17', lessee: 'farsta' };
    await farsta().event(training, 'signLease', lease);
    expect(await goal('supported-housing')).toMatchObject({ allocated: 1, trial: 0, training: 1 });
    expect(await world.report('placements', { year: '2020' })).not.toContainEqual(
      expect.objectContaining({ form: 'supported-housing', count: 1 }),
    );
  });

  it('is sublet to him: a placement from that day, through the agency', async () => {
    await farsta().event(training, 'sublet', { from: '2020-02-20', to: '2021-02-19', rent: 7900 });
    await world.at('2020-02-20T09:00');
    expect(await world.state(home)).toBe('occupied');
    expect(await world.report('placements', { year: '2020' })).toContainEqual(
      expect.objectContaining({ form: 'supported-housing', channel: 'agency', count: 1 }),
    );
  });

  it('is renewed and becomes a trial flat after a year, with no booking', async () => {
    await world.at('2021-02-15T09:00');
    await farsta().event(training, 'renew', { to: '2022-02-19' });
    await farsta().event(training, 'convert', { to: 'trial' });
    expect(await world.facts('allocated')).toHaveLength(1);
    expect((await farsta().asks(training, 'convert')).answer).toBe('allowed-if');
  });

  it('is his own after two: the flat has left the stock, the outcome is a lease of his own', async () => {
    await world.at('2022-02-20T09:00');
    await farsta().event(training, 'takeOver', { on: '2022-02-20' });
    expect(await world.state(training)).toBe('takenOver');
    expect(await world.state(home)).toBe('returned');
    expect(await world.facts('movedOut', training.file)).toMatchObject([{ data: { outcome: 'own-lease' } }]);
  });

  it('lets the next client have a flat the board still leases: no booking, and not another board’s', async () => {
    const first = await farsta().open('supported-housing', man());
    await farsta().event(first, 'grant', { decision: 'Beviljas.' });
    await farsta().event(first, 'requestFlat');
    await farsta().event(first, 'offer', { dwelling: refOf(refused) });
    await farsta().event(first, 'accept');
    const lease = { signedOn: '2022-02-20', leaseStart: '2022-02-20', lessee: 'farsta' };
    await farsta().event(first, 'signLease', lease);
    await farsta().event(first, 'endLease', { reason: 'not-moved-in' });
    expect((await world.as('shis.handlaggare').refused(refused, 'ready')).says.join()).toMatch(
      /in your care/,
    );
    for (const event of ['ready', 'handBack'])
      expect((await world.as('skarholmen.handlaggare').refused(refused, event)).says.join()).toMatch(
        /in your care/,
      );
    await farsta().event(refused, 'ready');
    expect((await world.as('skarholmen.handlaggare').refused(refused, 'handBack')).code).toBe('guard');
    const booked = await world.facts('allocated');

    const other = world.as('skarholmen.handlaggare');
    const theirs = await other.open('supported-housing', man({ district: 'skarholmen' }));
    await other.event(theirs, 'grant', { decision: 'Beviljas.' });
    const dwelling = { dwelling: refOf(refused) };
    expect((await other.refused(theirs, 'useOwnLease', dwelling)).code).toBe('guard');

    const next = await farsta().open('supported-housing', man());
    await farsta().event(next, 'grant', { decision: 'Beviljas.' });
    await farsta().event(next, 'useOwnLease', dwelling);
    expect(await world.state(next)).toBe('leased');
    expect(await world.facts('allocated')).toEqual(booked);
    expect((await world.context<Dwelling>(refused)).lessee).toBe('farsta');
  });

  it('gives up a flat that breaks before it is signed for, and asks for another', async () => {
    const waits = await farsta().open('supported-housing', man());
    await farsta().event(waits, 'grant', { decision: 'Beviljas.' });
    await farsta().event(waits, 'requestFlat');
    const broken = await flat('B 4');
    await farsta().event(waits, 'offer', { dwelling: refOf(broken) });
    await world.as('shis.handlaggare').event(broken, 'takeOutOfService', { reason: 'water' });
    expect(await world.state(waits)).toBe('requested');
    expect(await world.states(broken)).toEqual(['available', 'service.outOfService']);
  });

  it('takes a woman into Housing First, sublet once she has a case manager; its goal row goes up by one', async () => {
    const unit = world.as('boendeenheten.handlaggare');
    expect(await farsta().execute({ open: 'housing-first', data: { household: household() } })).toMatchObject(
      {
        code: 'not-permitted',
      },
    );
    const first = await unit.open('housing-first', {
      household: household({ district: 'boendeenheten', children: 0 }),
    });
    await unit.event(first, 'grant', { decision: 'Bostad Först.' });
    await unit.event(first, 'requestFlat');
    await unit.event(first, 'offer', { dwelling: refOf(await flat('B 5')) });
    await unit.event(first, 'accept');
    const lease = { signedOn: '2022-02-20', leaseStart: '2022-02-20', lessee: 'boendeenheten' };
    await unit.event(first, 'signLease', lease);
    const sublet = { from: '2022-03-01', to: '2023-02-28', rent: 8000 };
    expect((await unit.refused(first, 'sublet', sublet)).says).toEqual([
      'A case manager must be assigned before the flat is sublet.',
    ]);
    await unit.event(first, 'assignCaseManager', { manager: 'boendeenheten.handlaggare' });
    await unit.event(first, 'sublet', sublet);
    const rows = await world.report('yearly-goal', { year: '2022' });
    expect(rows.find(({ form }) => form === 'housing-first')).toMatchObject({ allocated: 1 });
  });

  it('verifies', async () => {
    expect(await world.verify()).toMatchObject({ ok: true, findings: [] });
  });
});
