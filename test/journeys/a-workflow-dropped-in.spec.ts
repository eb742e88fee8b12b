import { fileURLToPath } from 'node:url';
import { chartTable, diagram } from '../../src/diagram/index.js';
import { household } from '../support/cast.js';
import { World, type Running } from '../support/world.js';

const FOLDER = fileURLToPath(new URL('../fixtures/dropped-in/', import.meta.url));

/** A folder of workflows that nobody here knows: storage lent to a household while it waits. Each step follows on the one before. */
describe('a workflow that is dropped in as a folder', () => {
  let world: World;
  let storage: Running;
  let family: string;
  const farsta = () => world.as('farsta.handlaggare');
  const shis = () => world.as('shis.handlaggare');
  const visit = () => world.last(family, 'storage-visit');

  beforeAll(async () => {
    world = await World.open({ at: '2021-03-01T09:00', folders: [FOLDER] });
    family = (await farsta().open('referral', { household: household({ children: 2 }) })).file;
  });
  afterAll(() => world.close());

  it('is opened in a file that is there, by whom it names and nobody else', async () => {
    storage = await farsta().open('storage', { boxes: 30, note: 'Soffa och säng.' }, family);
    expect(storage.process).toBe(2);
    expect(await world.states(storage)).toEqual(['asked', 'key.inOffice']);
    await expect(shis().open('storage', { boxes: 3 }, family)).rejects.toThrow(
      'This step is taken by the district board. Ask them to take it.',
    );
    await expect(farsta().open('storage', { boxes: 0 }, family)).rejects.toThrow('invalid-data');
  });

  it('says why not, by its own guards, before and after the form is filled', async () => {
    expect(await shis().asks(storage, 'lend')).toMatchObject({
      answer: 'allowed-if',
      sentences: [{ en: 'The last day lies ahead.' }],
    });
    const no = await shis().refused(storage, 'lend', { room: 'b-12', until: '2021-03-01' });
    expect(no).toMatchObject({ code: 'guard', says: ['The last day lies ahead.'] });
    expect(await shis().asks(storage, 'fetch')).toMatchObject({ answer: 'not-possible-now' });
    expect(await shis().asks(storage, 'handOutKey')).toMatchObject({
      answer: 'guard',
      sentences: [{ sv: 'Utrymmet är utlånat.' }],
    });
    const many = await farsta().open('storage', { boxes: 200 }, family);
    expect((await shis().refused(many, 'lend', { room: 'b-1', until: '2021-05-01' })).says).toEqual([
      'The space holds 40 boxes for each in the household at most.',
    ]);
  });

  it('keeps its ranks: only a manager at SHIS declines', async () => {
    const other = await farsta().open('storage', { boxes: 5 }, family);
    expect((await shis().refused(other, 'decline', { reason: 'full' })).code).toBe('not-permitted');
    const chef = world.as('shis.chef');
    expect((await chef.refused(other, 'decline', { reason: 'area' })).code).toBe('unknown-reason');
    await chef.event(other, 'decline', { reason: 'full' });
    expect(await world.state(other)).toBe('declined');
    expect((await world.facts('refused', family)).filter(({ stage }) => stage === 'storage')).toMatchObject([
      { party: 'shis', reason: 'full' },
    ]);
  });

  it('is lent, and its key handed out: two regions side by side', async () => {
    await shis().event(storage, 'lend', { room: 'b-12', until: '2021-03-31' });
    await shis().event(storage, 'handOutKey');
    expect(await world.states(storage)).toEqual(['lent', 'key.withFamily']);
    expect(await world.deadlines(storage)).toEqual({ lendingEnds: '2021-03-31' });
    expect((await shis().refused(storage, 'fetch')).says).toEqual(['The key is back.']);
  });

  it('starts a child, and is told by it', async () => {
    await farsta().event(storage, 'visit', { on: '2021-03-10' });
    expect(await world.state(await visit())).toBe('booked');
    expect((await shis().refused(await visit(), 'callOff')).code).toBe('not-permitted');
    await shis().event(await visit(), 'attend');
    expect(await world.context(storage)).toMatchObject({ visits: 1 });
    await farsta().event(storage, 'visit', { on: '2021-03-12' });
    await world.at('2021-03-13T00:00');
    expect(await world.state(await visit())).toBe('missed');
  });

  it('has its deadlines delivered by the sweep, its messages sent and its reminders given', async () => {
    await world.at('2021-03-31T23:59');
    expect(await world.state(storage)).toBe('lent');
    await world.at('2021-04-01T00:00');
    expect(await world.state(storage)).toBe('overdue');
    expect(await world.messages(family)).toContain('district storage-overdue');
    expect(await world.deadlines(storage)).toEqual({ fetchTerm: '2021-04-12' });
    await world.at('2021-04-13T00:00');
    expect(await world.messages(family)).toContain('district overdue');
  });

  it('is extended and emptied; what it sent to a child is taken there', async () => {
    await farsta().event(storage, 'extend', { until: '2021-05-31' });
    expect(await world.state(storage)).toBe('lent');
    await farsta().event(storage, 'visit', { on: '2021-05-20' });
    await shis().event(storage, 'takeBackKey');
    expect(await shis().foresees(storage, 'fetch')).toEqual(['storage fetch', 'storage-visit callOff']);
    await shis().event(storage, 'fetch');
    expect(await world.states(storage)).toEqual(['emptied', 'key.inOffice']);
    expect(await world.state(await visit())).toBe('calledOff');
  });

  it('leaves its facts, with the household’s district and its own form', async () => {
    const stages = (await world.facts('accepted', family)).map(({ stage, on }) => `${stage} ${on}`);
    expect(stages).toEqual(['storage 2021-03-01', 'emptied 2021-04-13']);
    const { rows } = await world.pool.query(
      `select distinct form, district from fact where workflow = 'storage' and file_id = $1`,
      [family],
    );
    expect(rows).toEqual([{ form: 'storage', district: 'farsta' }]);
  });

  it('has a diagram in both languages', async () => {
    const workflow = world.registry.newest('storage')?.workflow;
    if (workflow === undefined) throw new Error('there is no storage');
    expect(await diagram(workflow, 'sv')).toContain('Nyckeln hos familjen');
    expect(await diagram(workflow, 'en')).toContain('Key with the family');
    expect(chartTable(workflow, 'sv')).toContain('Lånet upphör');
  });

  it('leaves a trail that verifies', async () => {
    expect(await world.verify()).toMatchObject({ ok: true, findings: [] });
  });
});
