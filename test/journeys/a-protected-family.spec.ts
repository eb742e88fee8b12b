import { stockholm, World, type Running } from '../support/world.js';
import { household, facilityFlat } from '../support/cast.js';

/** Story 2 of the product's three, steps 1 to 3: a protected family, a change of district, and late hands. */
describe('a protected family, a change of district, late hands', () => {
  let world: World;
  let [family, flat]: Running[] = [];
  const skarholmen = () => world.as('skarholmen.handlaggare');
  const farsta = () => world.as('farsta.handlaggare');
  const shis = () => world.as('shis.kollega');
  const queueDate = async () => (await world.context<{ queueDate: string }>(family as Running)).queueDate;
  beforeAll(async () => {
    world = await World.open({ at: '2021-03-01T09:00' });
  });
  afterAll(() => world.close());

  it('1. is Skärholmen’s, protected from the first day: only the named handlers know of it', async () => {
    const data = { household: household({ children: 2, type: 'couple', district: 'skarholmen' }) };
    family = await skarholmen().open('referral', data);
    const { file } = family;
    await skarholmen().event(file, 'setProtection', {
      kind: 'sekretessmarkering',
      ref: 'mother',
      handlers: ['shis.kollega'],
    });
    await skarholmen().event(family, 'submit', { ground: 'statute' });
    for (const login of [
      'shis.handlaggare',
      'shis.chef',
      'farsta.handlaggare',
      'socialforvaltningen.granskare',
    ])
      expect((await world.as(login).refused(family, 'approve')).code).toBe('not-found');
    await world.at('2021-03-05T10:00');
    await shis().event(family, 'approve');
    expect(await queueDate()).toBe('2021-03-01');
  });

  it('2. moves in the queue: the new handler first, the old one loses it at once, the queue date stays', async () => {
    const { file } = family as Running;
    await world.at('2021-05-04T10:00');
    const no = await skarholmen().refused(file, 'transferDistrict', { to: 'farsta' });
    expect(no.code).toBe('guard');
    await skarholmen().event(file, 'transferDistrict', { to: 'farsta', handler: 'farsta.handlaggare' });
    expect((await skarholmen().refused(file, 'note', { note: 'x' })).code).toBe('not-found');
    await farsta().event(file, 'note', { note: 'Nu hos oss' });
    expect(await queueDate()).toBe('2021-03-01');
    const { rows } = await world.pool.query<{ district: string }>(
      `select distinct district from fact where file_id = $1 and occurred_on < '2021-05-04'`,
      [file],
    );
    expect(rows).toEqual([{ district: 'skarholmen' }]);
  });

  it('3. answers on the 4th what is registered on the 15th: taken, marked late, SHIS’s term runs from the 15th', async () => {
    flat = await world.as('shis.handlaggare').open('dwelling', facilityFlat('7101', 4));
    await world.at('2021-06-01T10:00');
    await shis().event(family as Running, 'makeOffer', { dwelling: { ref: `${flat.file}/1` } });
    const offer = { file: (family as Running).file, process: 2 };
    await world.at('2021-06-15T10:00');
    await world.sweep();
    expect(await world.state(offer)).toBe('unanswered');
    await shis().event(offer, 'accept', {}, { occurredAt: stockholm('2021-06-04T13:00') });
    expect(await world.state(offer)).toBe('accepted');
    const event = (await world.events(offer.file)).findLast(({ type }) => type === 'accept');
    expect([event?.occurredAt, event?.recordedAt]).toEqual([
      stockholm('2021-06-04T13:00'),
      stockholm('2021-06-15T10:00'),
    ]);
    const term = (await world.file(offer.file)).deadlines.find(({ name }) => name === 'signTerm');
    // Fifteen working days after the 15th, Midsummer's Eve left out.
    expect(term?.day).toBe('2021-07-07');
  });

  it('is sound to the last byte', async () => {
    expect((await world.verify()).ok).toBe(true);
  });
});
