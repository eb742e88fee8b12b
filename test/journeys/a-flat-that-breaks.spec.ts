import type { ReferralContext } from '../../workflows/referral/referral.context.js';
import { facilityFlat, household } from '../support/cast.js';
import { refOf, World, type Running } from '../support/world.js';

/** Story 3.3 of the product: a pipe bursts in a flat that a family has been offered. Each step follows on the one before. */
describe('a facility flat that is reserved when a pipe bursts', () => {
  let world: World;
  let referral: Running;
  let burst: Running;
  let spare: Running;
  const shis = () => world.as('shis.handlaggare');
  const offer = () => world.last(referral.file, 'offer');
  const waiting = () => world.context<ReferralContext>(referral);
  const vacancy = async () =>
    [
      ...(await world.facts('vacancyBegan', burst.file)),
      ...(await world.facts('vacancyEnded', burst.file)),
    ].map(({ kind, on, data }) => `${data['cause']} ${kind === 'vacancyBegan' ? 'from' : 'to'} ${on}`);

  beforeAll(async () => {
    world = await World.open({ at: '2021-01-04T08:00' });
    burst = await shis().open('dwelling', facilityFlat('1201', 3));
    await world.at('2021-01-11T08:00');
    spare = await shis().open('dwelling', facilityFlat('1202', 3));
    referral = await world
      .as('farsta.handlaggare')
      .open('referral', { household: household({ children: 2 }) });
    await world.as('farsta.handlaggare').event(referral, 'submit');
    await shis().event(referral, 'approve');
    await shis().event(referral, 'makeOffer', { dwelling: refOf(spare) });
    await shis().event(await offer(), 'refuse', { reason: 'area' });
    await world.at('2021-02-01T09:00');
    await shis().event(referral, 'makeOffer', { dwelling: refOf(burst) });
  });
  afterAll(() => world.close());

  it('is held by the one live offer', async () => {
    expect(await world.states(burst)).toEqual(['reserved', 'service.inService']);
    expect(await waiting()).toMatchObject({ queueDate: '2021-01-11', refusals: 1 });
  });

  it('shows what falls before it is taken out of service', async () => {
    const falls = await shis().foresees(burst, 'takeOutOfService', { reason: 'water', until: '2021-03-01' });
    expect(falls).toEqual([
      'dwelling takeOutOfService',
      'dwelling release',
      'offer withdraw',
      'referral offer.withdrawn',
    ]);
    expect(await world.state(await offer())).toBe('offered');
  });

  it('drops the offer and puts the family back in the queue, its date and refusals as before', async () => {
    await world.at('2021-02-03T11:00');
    await shis().event(burst, 'takeOutOfService', { reason: 'water', until: '2021-03-01' });
    expect(await world.states(burst)).toEqual(['available', 'service.outOfService']);
    expect(await world.state(await offer())).toBe('withdrawn');
    expect(await world.state(referral)).toBe('queued');
    expect(await waiting()).toMatchObject({ queueDate: '2021-01-11', refusals: 1, dwelling: null });
  });

  it('tells every file concerned what happened and why, as one step', async () => {
    const [took] = (await world.events(burst.file)).filter(({ type }) => type === 'takeOutOfService');
    const told = (await world.events(referral.file)).filter(({ step }) => step === took?.step);
    expect(told).toMatchObject([
      { workflow: 'offer', type: 'withdraw', data: { reason: 'out-of-service' }, cause: { kind: 'process' } },
      { workflow: 'referral', type: 'offer.withdrawn', data: { reason: 'out-of-service' } },
    ]);
  });

  it('is no refusal, and can be neither proposed nor offered meanwhile', async () => {
    expect((await world.facts('refused', referral.file)).map(({ reason }) => reason)).toEqual(['area']);
    expect((await world.freeFlats(referral.file)).map(({ ref }) => ref)).toEqual([refOf(spare).ref]);
    const no = await shis().refused(referral, 'makeOffer', { dwelling: refOf(burst) });
    expect(no).toMatchObject({ code: 'guard', says: ['The flat must be in service.'] });
  });

  it('changes the cause of its empty days that day', async () => {
    expect(await vacancy()).toEqual([
      'free from 2021-01-04',
      'reserved from 2021-02-01',
      'out-of-service from 2021-02-03',
      'free from 2021-02-03',
      'free to 2021-02-01',
      'reserved to 2021-02-03',
    ]);
  });

  it('reminds SHIS once when it is not ready on the day that was given', async () => {
    await world.at('2021-03-01T23:00');
    expect(await world.messages(burst.file)).toEqual([]);
    await world.at('2021-03-02T00:00');
    await world.at('2021-03-09T09:00');
    expect(await world.messages(burst.file)).toHaveLength(1);
  });

  it('is the first proposed when it is in service again', async () => {
    await world.at('2021-03-10T14:00');
    await shis().event(burst, 'putInService');
    expect(await world.states(burst)).toEqual(['available', 'service.inService']);
    expect(await vacancy()).toContain('out-of-service to 2021-03-10');
    const [first] = await world.freeFlats(referral.file);
    expect(first?.ref).toBe(refOf(burst).ref);
    await shis().event(referral, 'makeOffer', { dwelling: refOf(burst) });
    expect(await world.state(burst)).toBe('reserved');
  });

  it('rests on a trail that verifies', async () => {
    expect(await world.verify()).toMatchObject({ ok: true, findings: [] });
  });
});
