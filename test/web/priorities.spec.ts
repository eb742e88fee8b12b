import { verify } from '../../src/audit/verify.js';
import { addDays } from '../../src/domain/days.js';
import { matchedOn } from '../../src/files/matching.js';
import type { Running } from '../support/actor.js';
import { facilityFlat, household } from '../support/cast.js';
import { post } from './readings.js';
import { Letting } from './letting.js';
import { unbroken } from './filling.js';
import { rowsOf } from './rows.js';
import type { Visitor } from './visitor.js';
import { WebWorld } from './web-world.js';

const PATH = '/priorities';
const TODAY = '2021-04-10';
const TOMORROW = '2021-04-11';
let world: WebWorld;
let letting: Letting;
let chef: Visitor;
let flat: Running;
const families: Running[] = [];

/** One flat that two families fit: the one has waited three months with a child, the other has come with two. */
beforeAll(async () => {
  world = await WebWorld.open();
  letting = new Letting(world);
  await letting.on('2021-01-04');
  families.push(await letting.queued());
  await letting.on('2021-04-05');
  families.push(await letting.queued({ children: 2 }));
  flat = await letting.flat(facilityFlat('101', 4));
  await letting.on(TODAY);
  chef = await world.signedIn('shis.chef');
}, 90_000);
afterAll(() => world.close());

const wish = { waiting: '1', children: '5', school: '6', ties: '3', from: TOMORROW, why: 'Beslut 12' };
const send = (more: object, who = chef) => who.form(PATH, { ...wish, do: 'show', ...more });
const order = async () => {
  const { text } = await chef.get(`/flats/${flat.file}/families`);
  return [...families].sort((a, b) => text.indexOf(a.file) - text.indexOf(b.file));
};
const children = async (day: string) => (await matchedOn(world.runtime, day)).rules.weights.children;
const kept = async () => (await world.owner.query('select name, value from policy_row order by id')).rows;

describe('the priorities of the queue', () => {
  it('stand with their points and from when', async () => {
    const { status, text } = await chef.get(PATH);
    expect(status).toBe(200);
    expect(rowsOf(text)).toEqual([
      'Varje månad i kö 1 Början Systemets utgångsvärde',
      'Varje barn som bor där man inte kan stanna 2 Början Systemets utgångsvärde',
      'Lägenhet nära barnens skola 6 Början Systemets utgångsvärde',
      'Lägenhet där familjen har anknytning 3 Början Systemets utgångsvärde',
    ]);
    expect(text).toContain(`value="${TOMORROW}"`);
    expect((await chef.get('/')).text).toContain(`href="${PATH}"`);
  });

  it.each([
    [{ from: TODAY }, 'Skriv en dag från i morgon, ÅÅÅÅ-MM-DD.'],
    [{ from: '2021-02-30' }, 'Skriv en dag från i morgon, ÅÅÅÅ-MM-DD.'],
    [{ waiting: '-1' }, 'Varje månad i kö: skriv ett helt tal från 0 till 1000.'],
    [{ ties: '1001' }, 'Lägenhet där familjen har anknytning: skriv ett helt tal från 0 till 1000.'],
    [{ why: ' ' }, 'Skriv vilket beslut ändringen bygger på.'],
    [{ children: '2' }, 'Poängen är desamma som gäller den dagen. Ändra minst en.'],
  ])('are not changed by %j, and what was typed stays', async (more, sentence) => {
    for (const act of ['show', 'adopt']) {
      const { status, text } = await send({ ...more, do: act });
      expect([status, unbroken(text).includes(sentence)]).toEqual([422, true]);
      const typed = Object.values({ ...wish, ...more }).filter((value) => value.trim() !== '');
      for (const value of typed) expect(text).toContain(`value="${value}"`);
    }
    expect(await kept()).toEqual([]);
  });

  it('are shown with their effect on today’s order before they hold, and change nothing by it', async () => {
    const { text } = await send({});
    const effect = text.slice(text.indexOf('id="effect"'));
    const places = [...effect.matchAll(/href="\/files\/(\w{11})"/g)].map(([, file]) => file);
    const [long, large] = families.map(({ file }) => file);
    expect(places).toEqual([long, large, large, long]);
    expect(effect).toContain('En ledig lägenhet har någon som passar. 1 får någon annan först.');
    expect(effect).toContain('2 byter plats');
    expect([await order(), await kept()]).toEqual([families, []]);
    const { rows } = await world.owner.query(
      `select what, files from access_entry where login = 'shis.chef' and what = 'list' order by at desc, seq desc limit 2`,
    );
    expect(rows).toContainEqual({ what: 'list', files: expect.arrayContaining([long, large]) as unknown });
  });

  it('are for managers at SHIS alone, who have just shown who they are', async () => {
    for (const login of ['shis.handlaggare', 'farsta.handlaggare', 'system.forvaltare']) {
      const other = await world.signedIn(login);
      const answers = [await other.get(PATH), await send({ do: 'adopt' }, other)];
      expect([login, ...answers.map(({ status }) => status)]).toEqual([login, 403, 403]);
    }
    const stale = await world.signedIn('shis.chef');
    await world.later(20);
    expect((await send({ do: 'adopt' }, stale)).text).not.toContain('De nya poängen gäller');
    expect(await kept()).toEqual([]);
    chef = await world.signedIn('shis.chef');
  });

  it('hold from the day that was chosen: tomorrow’s order is another, today’s and every earlier is not', async () => {
    const { location } = await send({ do: 'adopt' });
    expect((await chef.get(location)).text).toContain(`De nya poängen gäller från ${TOMORROW}.`);
    expect(await kept()).toEqual([{ name: 'pointsChildren', value: 5 }]);
    expect(await order()).toEqual(families);
    expect(await Promise.all(['2021-01-01', TODAY, TOMORROW].map(children))).toEqual([2, 2, 5]);
    expect(rowsOf((await chef.get(PATH)).text)[2]).toBe(
      `Varje barn som bor där man inte kan stanna 5 Kommer ${TOMORROW} Beslut 12`,
    );
    const { rows } = await world.owner.query(
      `select by, data ->> 'name' as name from register_change where register = 'policy'`,
    );
    expect(rows).toEqual([{ by: 'shis.chef', name: 'pointsChildren' }]);
    expect((await send({ do: 'adopt' })).text).toContain('Poängen är desamma som gäller den dagen.');
    await letting.on(TOMORROW);
    expect(await order()).toEqual([...families].reverse());
    expect(await children(TODAY)).toBe(2);
  });

  it('are changed by several at once, or by none', async () => {
    const line = (name: string, value: number) => ({
      ...{ workflow: 'referral', name, value, from: addDays(TOMORROW, 1), source: 'Beslut 13' },
    });
    const now = world.runtime.clock.now();
    const entry = { at: now, by: 'shis.chef' };
    const lines = [line('pointsSchool', 7), line('pointsTies', 1001)];
    const refused = await world.runtime.registers.putAll('policy', lines, entry);
    expect(refused?.fields).toEqual([
      {
        path: 'value',
        message: { sv: 'Skriv ett värde från 0 till 1000.', en: 'Write a value from 0 to 1000.' },
      },
    ]);
    expect(await kept()).toHaveLength(1);
  });

  it('are one policy among all: a term is changed through the API, and each day keeps the one it had', async () => {
    const line = { workflow: 'referral', name: 'screeningTerm', from: '2021-04-12', source: 'Beslut 14' };
    const write = async (more: object) =>
      post(await world.signedIn('system.forvaltare'), '/registers/policy', { data: { ...line, ...more } });
    const term = { value: 20, unit: 'workingDays' };
    expect((await write({ ...term, from: TOMORROW })).status).toBe(422);
    expect(JSON.parse((await write(term)).text)).toEqual({ changed: true });
    const handIn = async () => {
      const referral = await letting.farsta.open('referral', { household: household() });
      await letting.farsta.event(referral, 'submit', { ground: 'consent' });
      const { rows } = await world.owner.query<{ due: string }>(
        `select due_on::text as due from deadline where file_id = $1 and name = 'screeningTerm'`,
        [referral.file],
      );
      return rows.map(({ due }) => due);
    };
    expect(await handIn()).toEqual(['2021-04-23']);
    await letting.on('2021-04-12');
    expect(await handIn()).toEqual(['2021-05-10']);
    expect(await verify(world.owner, world.runtime.registry)).toMatchObject({ ok: true, found: 0 });
  });

  it('are one policy among all: a pause after a refusal is made from its day on, and the place is kept', async () => {
    const line = { workflow: 'referral', name: 'pauseAfterRefusal', from: '2021-04-13', source: 'Beslut 15' };
    const rest = { ...line, value: 30, unit: 'days' };
    const admin = await world.signedIn('system.forvaltare');
    expect((await post(admin, '/registers/policy', { data: rest })).status).toBe(200);
    const refused = async () => {
      const family = await letting.queued();
      const offer = await letting.offered(family, flat);
      await letting.farsta.event(offer, 'refuse', { reason: 'school' });
      const { rows } = await world.owner.query(
        `select states, stored #>> '{context,pausedUntil}' as until from process where file_id = $1 and number = $2`,
        [family.file, family.process],
      );
      return [family.file, rows] as const;
    };
    const [going, runs] = await refused();
    expect(runs).toEqual([{ states: ['queued', 'hold.going'], until: null }]);
    await letting.on('2021-04-13');
    const [paused, rests] = await refused();
    expect(rests).toEqual([{ states: ['queued', 'hold.paused'], until: '2021-05-13' }]);
    // Where SHIS looks: why, until when and by what, in the case, in the list and beside a flat.
    const { text } = await chef.get(`/files/${paused}`);
    expect(text).toMatch(/Uppehåll till <time[^>]*>2021-05-13/);
    expect(text).toContain('enligt regeln om uppehåll efter ett nej');
    const list = (await chef.get('/files?list=paused')).text;
    expect([list.includes(paused), list.includes(going)]).toEqual([true, false]);
    expect((await chef.get(`/flats/${flat.file}/families`)).text).toContain('till 2021-05-13');
  });

  it('are English, whole', async () => {
    await chef.get(`${PATH}?lang=en`);
    const { text } = await chef.get(PATH);
    expect(text).toContain('Priorities in the queue');
    expect(text).not.toMatch(/Poäng|Varje|Gäller|Beslut eller/);
  });
});
