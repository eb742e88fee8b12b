import { household } from '../support/cast.js';
import { World, type Running } from '../support/world.js';

const twice = (number: string, district: string) => {
  const home = household({ district }) as { members: { ref: string }[] };
  const members = home.members.map((one) => (one.ref === 'mother' ? { ...one, personNumber: number } : one));
  return { household: { ...home, members } };
};
const SAYS = /^Nobody in the referral should be in another case/;

/** The same person is referred by two districts: told at submission, to SHIS with both cases, and to nobody where the other is. */
describe('a person who is referred twice', () => {
  let world: World;
  let first: Running;
  let second: Running;
  const farsta = () => world.as('farsta.handlaggare');
  const skarholmen = () => world.as('skarholmen.handlaggare');
  const weighed = async (login: string, at: Running) =>
    (await world.as(login).asks(at, 'submit')).weighed?.find(({ says }) => SAYS.test(says.en))?.holds;

  beforeAll(async () => {
    world = await World.open({ at: '2021-02-01T09:00' });
    first = await farsta().open('referral', twice('19810204-2390', 'farsta'));
    second = await skarholmen().open('referral', twice('8102042390', 'skarholmen'));
  });
  afterAll(() => world.close());

  it('is nobody’s business while the other case is a draft of its own district', async () => {
    expect(await weighed('skarholmen.handlaggare', second)).toBe(true);
    await farsta().event(first, 'submit', { ground: 'consent' });
    expect(await world.messages(first.file)).not.toContain('shis is-elsewhere');
  });

  it('is told to the second district in a sentence that says neither district nor case, and stops nothing', async () => {
    expect(await weighed('skarholmen.handlaggare', second)).toBe(false);
    await skarholmen().event(second, 'submit', { ground: 'consent' });
    expect(await world.messages(second.file)).toContain('shis is-elsewhere');
    const text = JSON.stringify(await world.events(second.file));
    expect(text).toContain('"elsewhere":true');
    expect(text).not.toContain(first.file);
    expect(text).not.toContain('farsta');
    expect((await skarholmen().refused(first.file, 'note', { note: 'Hej' })).code).toBe('not-found');
  });

  it('is settled by SHIS: one is closed as a duplicate and merged, and nobody is there twice', async () => {
    const shis = world.as('shis.handlaggare');
    await shis.event(second, 'reject', { reason: 'duplicate' });
    const merge = { with: { ref: `${second.file}/1` }, on: '2021-02-01' };
    await shis.event(first.file, 'mergeHousehold', merge);
    const { members } = (await world.file(first.file)).record as { members: { ref: string }[] };
    expect(members.map(({ ref }) => ref)).toEqual(['mother', 'child-1']);
    expect(await world.verify()).toMatchObject({ ok: true });
  });

  it('reveals no protected family', async () => {
    const hidden = await farsta().open('referral', twice('19750101-2392', 'farsta'));
    await farsta().event(hidden, 'submit', { ground: 'consent' });
    await farsta().event(hidden.file, 'setProtection', { kind: 'sekretessmarkering' });
    const other = await skarholmen().open('referral', twice('197501012392', 'skarholmen'));
    expect(await weighed('skarholmen.handlaggare', other)).toBe(true);
    await skarholmen().event(other, 'submit', { ground: 'consent' });
    expect(await world.messages(other.file)).not.toContain('shis is-elsewhere');
  });
});
