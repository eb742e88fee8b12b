import type { Running } from '../support/actor.js';
import { agencyFlat, facilityFlat } from '../support/cast.js';
import { Letting } from './letting.js';
import { rowOf, rowsOf } from './rows.js';
import { said } from './swedish.js';
import { WebWorld } from './web-world.js';
import type { ProposedView } from '../../src/files/proposed-shapes.js';

let world: WebWorld;
let letting: Letting;
const flats: Record<'vacated' | 'stairs' | 'hidden' | 'damaged' | 'kept' | 'proposed', Running> = {} as never;
const families: Record<'first' | 'large' | 'lift' | 'paused' | 'secret' | 'housed', Running> = {} as never;

/** April 2021: one flat vacated and ready, one with stairs only, one let to a protected family, and so on. */
beforeAll(async () => {
  world = await WebWorld.open();
  letting = new Letting(world);
  const { shis, farsta } = letting;
  const kollega = letting.as('shis.kollega');
  await letting.on('2021-03-01');
  flats.vacated = await letting.flat(facilityFlat('101', 3));
  flats.hidden = await letting.flat(facilityFlat('103', 3));
  flats.kept = await letting.flat(facilityFlat('104', 2));
  flats.damaged = await letting.flat(facilityFlat('105', 2));
  flats.proposed = await letting.as('formedlingen.handlaggare').open('dwelling', agencyFlat('1201', 3));
  families.housed = await letting.queued();
  const tenancy = await letting.let(families.housed, flats.vacated, '2026-02-28');
  families.secret = await letting.queued({ children: 3 });
  const protection = {
    kind: 'sekretessmarkering',
    ref: 'mother',
    handlers: ['farsta.handlaggare', 'shis.kollega'],
  };
  await farsta.event(families.secret.file, 'setProtection', protection);
  await letting.let(families.secret, flats.hidden, '2026-02-28', kollega);
  await letting.on('2021-03-10');
  families.first = await letting.queued();
  await letting.on('2021-03-12');
  families.large = await letting.queued({ children: 4 });
  families.lift = await letting.queued({}, { lift: true, exception: 'long-ties' });
  families.paused = await letting.queued();
  await shis.event(families.paused, 'pause', { until: '2021-06-01', reason: 'illness' });
  await letting.on('2021-04-05');
  await shis.event(tenancy, 'end', { outcome: 'own-lease', on: '2021-04-05' });
  await shis.event(flats.vacated, 'ready');
  await shis.event(flats.vacated.file, 'updateDwelling', { from: '2021-04-08', dailyCost: 400 });
  await letting.on('2021-04-08');
  flats.stairs = await letting.flat({ ...facilityFlat('201', 2), floor: 2, lift: false, dailyCost: null });
  await letting.offered(await letting.queued(), flats.kept);
  await shis.event(flats.damaged, 'takeOutOfService', { reason: 'water', until: '2021-06-01' });
  await letting.on('2021-04-10');
}, 90_000);
afterAll(() => world.close());

const page = async (login: string, path: string) => (await world.signedIn(login)).get(path);
/** A page about a family, whose reader has said why. */
const familyPage = async (login: string, file: string) => {
  const reader = await world.signedIn(login);
  await reader.form(`/files/${file}/purpose`, { reason: 'matching' });
  return reader.get(`/files/${file}/flats`);
};

describe('the board of flats', () => {
  it('counts empty days from the day after the flat was vacated to today, each at the cost of its day', async () => {
    const { text } = await page('shis.handlaggare', '/flats');
    // The 6th to the 10th: two days of 310 kronor and three of 400.
    expect(rowOf(text, 'Tallåsen 101')).toContain('Ledig 2021-04-06 5 1 820 3');
    expect(rowOf(text, 'Tallåsen 105')).toMatch(
      /Ur bruk Vattenskada, i bruk 2021-06-01 2021-03-01 41 12 710/,
    );
    expect(rowOf(text, 'Tallåsen 201')).toContain('2021-04-08 3 – 2');
    expect(rowsOf(text)).toHaveLength(4);
    expect(text).toContain('5 lägenheter i beståndet. 4 står tomma <span class="nowrap">2021-04-10</span>.');
    expect(text).toMatch(/Tomma dagar hittills<\/dt><dd>90</);
    expect(text).toContain('1 lägenhet utan känd kostnad');
  });

  it('has a window for each flat that leads to it; nobody’s is told apart, and none leads to who lives there', async () => {
    for (const login of ['shis.handlaggare', 'farsta.handlaggare', 'socialforvaltningen.granskare']) {
      const { text } = await page(login, '/flats?state=all');
      const lit = /<a class="pane pane-let" href="\/files\/\w{11}" aria-label="103, uthyrd"><\/a>/;
      expect([login, lit.test(text)]).toEqual([login, true]);
      for (const { file } of Object.values(families)) expect(text).not.toContain(file);
    }
  });

  it.each([
    ['?state=available', ['Tallåsen 101', 'Tallåsen 201']],
    ['?state=reserved', ['Tallåsen 104']],
    ['?state=outOfService', ['Tallåsen 105']],
    ['?state=proposed', ['Stockholmshem 1201']],
    ['?state=occupied', ['Tallåsen 103']],
    ['?rooms=3&state=all&sort=name&up=1', ['Tallåsen 101', 'Tallåsen 103', 'Stockholmshem 1201']],
    ['?over=40&sort=name&up=1', ['Tallåsen 104', 'Tallåsen 105']],
    ['?over=41', []],
    ['?sort=rent&house=stockholmshem&state=all', ['Stockholmshem 1201']],
    ['?state=available&up=1', ['Tallåsen 201', 'Tallåsen 101']],
  ])('is narrowed and sorted by its address %s', async (query, names) => {
    const { text } = await page('shis.handlaggare', `/flats${query}`);
    expect(rowsOf(text).map((row) => row.split(' ').slice(0, 2).join(' '))).toEqual(names);
  });

  it('says of a free flat how many families it would suit, to those who offer flats alone', async () => {
    const { text } = await page('shis.handlaggare', '/flats');
    expect(rowOf(text, 'Tallåsen 101')).toContain('Erbjud, 2 passar');
    expect(rowOf(text, 'Tallåsen 201')).toContain('Erbjud, 1 passar');
    for (const login of ['farsta.handlaggare', 'formedlingen.handlaggare', 'socialforvaltningen.granskare'])
      expect((await page(login, '/flats')).text).not.toMatch(/passar|\/families/);
  });
});

describe('families for a flat', () => {
  it('are those that it is large enough for, the most points first, with the reason and one click to the offer', async () => {
    const { text } = await page('shis.handlaggare', `/flats/${flats.vacated.file}/families`);
    const rows = rowsOf(text);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('Farsta 2021-03-10 31');
    expect(rows[0]).toContain('Behöver 2 rum; lägenheten har 3, alltså 1 mer än behovet. 1 månad i kö: 1 p.');
    expect(rows[1]).toContain('Behöver hiss eller markplan, och det finns.');
    const { file, process } = families.first;
    const offer = `/files/${file}/steps/${process}.makeOffer?dwelling=${flats.vacated.file}%2F1`;
    expect(text).toContain(`href="${offer}"`);
    expect(text).toContain('2 familjer i kön passar inte');
    expect(rows.join()).not.toContain(families.large.file);
    expect(text).toContain(
      `<summary>För få rum <b>1</b></summary><ul class="inline-links"><li><a href="/files/${families.large.file}">`,
    );
  });

  it('does without stairs for those who cannot take them', async () => {
    const { text } = await page('shis.handlaggare', `/flats/${flats.stairs.file}/families`);
    expect(rowsOf(text)).toHaveLength(1);
    expect(text).toContain('Hiss eller markplan saknas');
  });

  it('leave out a protected family but for its named handlers, who see its number and no name', async () => {
    const secret = await letting.queued();
    const protection = {
      kind: 'sekretessmarkering',
      ref: 'mother',
      handlers: ['farsta.handlaggare', 'shis.kollega'],
    };
    await letting.farsta.event(secret.file, 'setProtection', protection);
    const path = `/flats/${flats.stairs.file}/families`;
    expect((await page('shis.handlaggare', path)).text).not.toContain(secret.file);
    const handler = await world.signedIn('shis.kollega');
    await handler.form('/choose-role', { acting: 'shis|administrator' });
    const named = rowsOf((await handler.get(path)).text);
    expect(named).toHaveLength(2);
    expect(named[0]).toContain('Test Testsson');
    expect(named[1]).toMatch(new RegExp(`^${secret.file} Farsta`));
    await letting.farsta.event(secret, 'withdraw', { reason: 'own-housing' });
  });

  it.each(['at=2021-13-01', 'at=2999-01-01', 'at=2021-03-28&time=25:00', 'at=2021-04-10&time=23:59'])(
    'are told of no moment that has not been: %s',
    async (query) => {
      const { status, text } = await page('shis.chef', `/flats/${flats.vacated.file}/families?${query}`);
      expect([status, text.includes('som har varit, ')]).toEqual([422, true]);
    },
  );

  it('are told by the API as well, now and at a moment that has been, each with what its place comes of', async () => {
    const path = `/api/v1/flats/${flats.vacated.file}/families`;
    const ask = async (login: string, query = '') => {
      const { status, text } = await page(login, `${path}${query}`);
      return { status, body: JSON.parse(text) as ProposedView & { readonly code?: string } };
    };
    const now = await ask('shis.handlaggare');
    expect(now.body).toMatchObject({ flat: flats.vacated.file, isFree: true, rules: { day: '2021-04-10' } });
    expect(now.body.families.map(({ place, file }) => [place, file])).toEqual([
      [1, families.first.file],
      [2, families.lift.file],
    ]);
    const [first] = now.body.families;
    expect(first).toMatchObject({ points: 3, amounts: { waiting: 1, children: 1 }, queueDate: '2021-03-10' });
    expect(now.body.others).toContainEqual(
      expect.objectContaining({ file: families.large.file, why: 'size' }),
    );
    const before = await ask('shis.handlaggare', '?at=2021-04-04T12:00:00%2B02:00');
    expect([before.body.isFree, before.body.families]).toEqual([false, []]);
    for (const at of ['2199-01-01T00:00:00Z', '2021-04-31T00:00:00Z', '2021-03-03'])
      expect([at, (await ask('shis.handlaggare', `?at=${at}`)).status]).toEqual([at, 422]);
    expect((await ask('farsta.handlaggare')).body.code).toBe('not-permitted');
  });

  it('are none for a flat that is not free, and no page for one that is not there', async () => {
    const { text } = await page('shis.handlaggare', `/flats/${flats.kept.file}/families`);
    expect([rowsOf(text), text.includes('kan inte erbjudas nu: reserverad')]).toEqual([[], true]);
    for (const path of [
      '/flats/00000000000/families',
      `/flats/${families.first.file}/families`,
      '/flats/x/families',
    ])
      expect([path, (await page('shis.handlaggare', path)).status]).toEqual([path, 404]);
  });
});

describe('flats for a family', () => {
  it('are those large enough, the longest empty first, each one click from its offer', async () => {
    const { text } = await familyPage('shis.handlaggare', families.first.file);
    expect(rowsOf(text).map((row) => row.slice(0, 12))).toEqual(['Tallåsen 101', 'Tallåsen 201']);
    expect(text).toContain(`makeOffer?dwelling=${flats.stairs.file}%2F1`);
    const lift = await familyPage('shis.handlaggare', families.lift.file);
    expect(rowsOf(lift.text)).toHaveLength(1);
  });

  it('are none for a family that is not in the queue, and no page for one that the reader may not know of', async () => {
    const { text } = await familyPage('shis.handlaggare', families.housed.file);
    expect([rowsOf(text), text.includes('står inte i kön')]).toEqual([[], true]);
    for (const file of ['00000000000', families.secret.file, flats.vacated.file])
      expect((await page('shis.handlaggare', `/files/${file}/flats`)).status).toBe(404);
  });
});

describe('who may see what', () => {
  it.each([
    ['farsta.handlaggare', 200, 403],
    ['boendeenheten.handlaggare', 200, 403],
    ['formedlingen.handlaggare', 200, 403],
    ['socialforvaltningen.granskare', 200, 403],
    ['stockholmshem.uthyrare', 403, 403],
    ['socialforvaltningen.analytiker', 403, 403],
  ])('%s gets %i for the board and %i for proposals', async (login, board, proposals) => {
    const visitor = await world.signedIn(login);
    expect((await visitor.get('/flats')).status).toBe(board);
    expect((await visitor.get(`/flats/${flats.vacated.file}/families`)).status).toBe(proposals);
    expect((await visitor.get(`/files/${families.first.file}/flats`)).status).toBe(proposals);
  });

  it('is logged as a list with the files that it showed', async () => {
    await page('shis.chef', `/flats/${flats.vacated.file}/families`);
    const { rows } = await world.owner.query<{ what: string; files: string[] }>(
      `select what, files from access_entry where login = 'shis.chef' order by at desc, seq desc limit 1`,
    );
    const [shown] = rows;
    expect(shown?.what).toBe('list');
    // Those that fit stand first; the others are shown with why not, and so are logged too.
    expect(shown?.files.slice(0, 2)).toEqual([families.first.file, families.lift.file]);
    expect(shown?.files).toHaveLength(4);
  });
});

describe('the board in English', () => {
  it('is English, whole', async () => {
    const visitor = await world.signedIn('shis.handlaggare');
    await visitor.get('/flats?lang=en');
    const text = said((await visitor.get('/flats?state=all')).text);
    expect(text).toContain('Flats');
    expect(text).not.toMatch(/lägenhet|Ledig|Tom |Uthyrd|familj/i);
  });
});
