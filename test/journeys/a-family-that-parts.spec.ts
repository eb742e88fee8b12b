import { household } from '../support/cast.js';
import { World, type Running } from '../support/world.js';

interface Record {
  readonly type: string;
  readonly members: readonly {
    readonly ref: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly share?: string;
    readonly name: { readonly sealed: string };
  }[];
  readonly parts?: readonly { readonly file: { readonly ref: string } }[];
  readonly merged?: readonly unknown[];
  readonly mergedInto?: { readonly file: { readonly ref: string }; readonly on: string };
}

const grown = (ref: string, name: string) => ({
  ...{ ref, name, born: '1983-02-02', gender: 'man', adult: true, personNumber: '19830202-2390' },
});

describe('a family that parts', () => {
  let world: World;
  let referral: Running;
  const farsta = () => world.as('farsta.handlaggare');
  const record = async (file: string) => (await world.file(file)).record as Record;

  beforeAll(async () => {
    world = await World.open({ at: '2021-02-01T09:00' });
    const home = household({ children: 2 }) as { members: object[] };
    const members = [...home.members, grown('father', 'Far Testsson')];
    referral = await farsta().open('referral', { household: { ...home, type: 'couple', members } });
    await farsta().event(referral, 'submit', { ground: 'consent' });
    await world.as('shis.handlaggare').event(referral, 'approve');
    await world.at('2021-03-10T09:00');
  });
  afterAll(() => world.close());

  it('becomes two cases in one step: the one who leaves keeps the queue date, the child lives with both', async () => {
    const before = await record(referral.file);
    const refs = before.members.map(({ ref }) => ref);
    const shared = refs.find((ref) => ref.startsWith('child')) as string;
    const data = {
      leaving: ['father'],
      shared: [shared],
      type: 'single-man',
      remains: 'single-woman',
      on: '2021-03-05',
    };
    await farsta().event(referral.file, 'splitHousehold', data);
    const here = await record(referral.file);
    expect(here.members.find(({ ref }) => ref === 'father')).toMatchObject({ to: '2021-03-04' });
    expect(here.members.find(({ ref }) => ref === shared)).toMatchObject({ to: null, share: 'part' });
    const part = here.parts?.[0]?.file.ref as string;
    const file = part.split('/')[0] as string;
    const there = await record(file);
    expect(there.members.map(({ ref, share }) => [ref, share])).toEqual([
      [shared, 'part'],
      ['father', undefined],
    ]);
    expect(there.type).toBe('single-man');
    expect(there.members[0]?.name).not.toEqual(here.members[0]?.name);
    const marks = there.members.map(({ name }) => name.sealed);
    const plain = await world.engine.keys.unseal(file, marks);
    expect([...plain.values()]).toContain('Far Testsson');
    const { rows } = await world.pool.query('select distinct file_id from sealed where digest = any($1)', [
      marks,
    ]);
    expect(rows).toEqual([{ file_id: file }]);
    const own = { file, process: 1 };
    expect(await world.state(own)).toBe('draft');
    expect(await world.context(own)).toMatchObject({ queueDateKept: '2021-02-01' });
    await farsta().event(own, 'submit', { ground: 'consent' });
    await world.as('shis.handlaggare').event(own, 'approve');
    expect(await world.context(own)).toMatchObject({ queueDate: '2021-02-01' });
    expect(await world.verify()).toMatchObject({ ok: true });
  });

  it('says what stands in the way of a split, and nothing of it remains', async () => {
    const data = { leaving: ['mother'], type: 'single-woman', on: '2021-03-05' };
    const no = (more: object) => farsta().refused(referral.file, 'splitHousehold', { ...data, ...more });
    expect((await no({})).says).toEqual([
      'Only a household with at least two adults can be split.',
      'There must be at least one adult in each household. Otherwise record that the person leaves the household.',
    ]);
    expect((await no({ leaving: ['nobody'] })).says).toContain('Everyone chosen must be in the household.');
    expect((await no({ shared: ['mother'] })).says).toEqual(
      expect.arrayContaining([
        'Each can be chosen once only: either the person leaves, or the child lives in both households.',
        'Only children can live in both households.',
      ]),
    );
    expect((await no({ on: '2021-03-11' })).says).toContain('The day must not lie in the future.');
    const { code } = await world.as('shis.handlaggare').refused(referral.file, 'splitHousehold', data);
    expect(code).toBe('not-permitted');
  });

  it('may be one case again; who was in both is not there twice, and the case that went rests', async () => {
    const [part] = (await record(referral.file)).parts ?? [];
    const gone = part?.file.ref.split('/')[0] as string;
    const merging = { with: part?.file, on: '2021-04-01', type: 'couple' };
    await world.at('2021-04-02T09:00');
    const no = await farsta().refused(referral.file, 'mergeHousehold', merging);
    expect(no.says[0]).toMatch(/^Something is going on in the other case/);
    expect(no.refusal.at).toBe(gone);
    await farsta().event({ file: gone, process: 1 }, 'withdraw', { reason: 'reunited' });
    await farsta().event(referral.file, 'mergeHousehold', merging);
    const here = await record(referral.file);
    const present = here.members.filter(({ to }) => to === null).map(({ ref, from }) => [ref, from]);
    expect(present).toEqual([
      ['mother', null],
      ['child-1', null],
      ['child-2', null],
      ['father-2', '2021-04-01'],
    ]);
    expect((await record(gone)).mergedInto).toEqual({
      file: { ref: `${referral.file}/1` },
      on: '2021-04-01',
    });
    const rests = await farsta().refused(gone, 'note', { note: 'Ringde' });
    expect(rests.says).toEqual([
      'The case was merged into another and goes on there. Do what has to be done in that case.',
    ]);
    expect(
      (await farsta().refused({ file: gone, process: 1 }, 'reopen', { reason: 'mistake' })).says,
    ).toEqual(rests.says);
    expect(await farsta().asks(gone, 'updateHousehold')).toMatchObject({ answer: 'guard' });
    expect(await world.verify()).toMatchObject({ ok: true });
  });

  it('is taken apart again when the merger was wrong', async () => {
    const [merged] = (await record(referral.file)).merged as { file: { ref: string } }[];
    const gone = merged?.file.ref.split('/')[0] as string;
    const no = await farsta().refused(referral.file, 'unmergeHousehold', {
      with: { ref: `${referral.file}/1` },
      note: 'Fel',
    });
    expect(no.says).toEqual(['Choose a case merged into this one.']);
    await farsta().event(referral.file, 'unmergeHousehold', {
      with: merged?.file,
      type: 'single-woman',
      note: 'Fel familj',
    });
    const here = await record(referral.file);
    expect(here.members.filter(({ to }) => to === null).map(({ ref }) => ref)).toEqual([
      'mother',
      'child-1',
      'child-2',
    ]);
    expect(here.merged).toEqual([]);
    expect((await record(gone)).mergedInto).toBeUndefined();
    await farsta()
      .event({ file: gone, process: 1 }, 'reopen', { reason: 'mistake' })
      .catch(() => undefined);
    await farsta().event(gone, 'note', { note: 'Fortsätter' });
    expect(await world.verify()).toMatchObject({ ok: true });
  });

  it('opens no draft of a referral where none was made: what the new case begins with is said, and must be theirs', async () => {
    const home = household({ children: 0 }) as { members: object[] };
    const both = { ...home, type: 'couple', members: [...home.members, grown('partner', 'Par Testsson')] };
    const applied = await farsta().open('supported-housing', { household: both, kind: 'training' });
    const data = { leaving: ['partner'], type: 'single-man', on: '2021-03-05' };
    expect((await farsta().refused(applied.file, 'splitHousehold', data)).says).toEqual([
      expect.stringMatching(/^Choose what the new case begins with/),
    ]);
    const first = await farsta().refused(applied.file, 'splitHousehold', { ...data, opens: 'housing-first' });
    expect(first.says).toEqual([expect.stringMatching(/^The new case must begin with what you take up/)]);
    await farsta().event(applied.file, 'splitHousehold', { ...data, opens: 'trial' });
    const file = (await record(applied.file)).parts?.[0]?.file.ref.split('/')[0] as string;
    const { processes } = await world.file(file);
    expect(processes.map(({ workflow }) => workflow)).toEqual(['supported-housing']);
    expect(await world.context({ file, process: 1 })).toMatchObject({ kind: 'trial', adults: 1 });
    expect(await world.context(applied)).toMatchObject({ kind: 'training', adults: 1, roomsNeeded: 1 });
    expect(await world.verify()).toMatchObject({ ok: true });
  });

  it('takes its protection along, and is not merged while it lasts', async () => {
    const home = household({ children: 1 }) as { members: object[] };
    const members = [...home.members, grown('father', 'Skyddad Testsson')];
    const hidden = await farsta().open('referral', { household: { ...home, type: 'couple', members } });
    await farsta().event(hidden.file, 'setProtection', { kind: 'sekretessmarkering', ref: 'mother' });
    const data = { leaving: ['mother', 'child-1'], type: 'single-woman', on: '2021-03-05' };
    await farsta().event(hidden.file, 'splitHousehold', data);
    const part = (await record(hidden.file)).parts?.[0]?.file.ref as string;
    const file = part.split('/')[0] as string;
    expect(await world.file(file)).toMatchObject({
      record: {
        protection: { kind: 'sekretessmarkering', ref: 'mother' },
        handlers: [{ login: 'farsta.handlaggare', to: null }],
      },
    });
    const unseen = await world.as('farsta.chef').refused(file, 'note', { note: 'Hej' });
    expect(unseen.code).toBe('not-found');
    const merge = { with: { ref: part }, on: '2021-04-01' };
    const [no] = (await farsta().refused(hidden.file, 'mergeHousehold', merge)).says;
    expect(no).toBe('The persons are protected. End the protection first, or leave the cases as they are.');
    expect((await farsta().refused(referral.file, 'mergeHousehold', merge)).says).toEqual([
      'The persons of the other case must not be protected. If they are, leave the cases as they are.',
    ]);
    const strangers = await world
      .as('skarholmen.handlaggare')
      .refused(referral.file, 'mergeHousehold', merge);
    expect(strangers.code).toBe('not-found');
  });
});
