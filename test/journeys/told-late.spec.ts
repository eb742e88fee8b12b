import { child, facilityFlat, household } from '../support/cast.js';
import { refOf, World, type Running } from '../support/world.js';

/** What is registered late is delivered to other processes too, and to none before it was opened. */
describe('what is registered late', () => {
  let world: World;
  let referral: Running;
  let flat: Running;
  const farsta = () => world.as('farsta.handlaggare');
  const shis = () => world.as('shis.handlaggare');

  beforeAll(async () => {
    world = await World.open({ at: '2021-02-01T09:00' });
    referral = await farsta().open('referral', { household: household({ children: 2 }) });
    await farsta().event(referral, 'submit', { ground: 'consent' });
    await shis().event(referral, 'approve');
    await world.at('2021-03-10T09:00');
    flat = await shis().open('dwelling', facilityFlat('1101', 3));
  });
  afterAll(() => world.close());

  it('does not reach a flat before it was there: the step is refused with the flat’s reason', async () => {
    await world.at('2021-03-12T09:00');
    const results = [{ dwelling: refOf(flat) }];
    await shis().event(referral, 'searchOwnStock', { results });
    const offer = { dwelling: refOf(flat) };
    const no = await shis().refused(referral, 'makeOffer', offer, { occurredAt: '2021-03-09T08:00:00.000Z' });
    expect(no.code).toBe('occurred-before-opening');
    expect(no.refusal.at).toBe(refOf(flat).ref);
    await shis().event(referral, 'makeOffer', offer, { occurredAt: '2021-03-10T08:30:00.000Z' });
    expect(await world.state(flat)).toBe('reserved');
  });

  it('is told to a process that was opened since, as of its opening', async () => {
    await farsta().event(referral, 'withdraw', { reason: 'own-housing' });
    await world.at('2021-03-22T09:00');
    const again = await farsta().open('referral', {}, referral.file);
    const born = { person: child('child-9', '2021-03-05'), on: '2021-03-05' };
    await farsta().event(referral.file, 'memberJoins', born, { occurredAt: '2021-03-06T08:00:00.000Z' });
    const told = (await world.events(referral.file)).filter(({ type }) => type === 'householdChanged');
    const { openedAt } = await world.process(again);
    expect(told.map(({ process, occurredAt }) => [process, occurredAt])).toEqual([[again.process, openedAt]]);
    expect((await world.verify()).ok).toBe(true);
  });
});
