import type { Running } from '../support/actor.js';
import { facilityFlat } from '../support/cast.js';
import { Letting } from './letting.js';
import { rowOf, rowsOf } from './rows.js';
import { said } from './swedish.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
let letting: Letting;
const stays: Record<'excepted' | 'leap' | 'last' | 'border' | 'secret' | 'young', Running> = {} as never;
const page = async (login: string, path = '/five-years') => (await world.signedIn(login)).get(path);

/** 28 February 2021: the last day of a stay that began on a leap day. */
beforeAll(async () => {
  world = await WebWorld.open();
  letting = new Letting(world);
  await letting.on('2016-01-04');
  stays.excepted = await letting.housed('100', '2021-01-04');
  await letting.on('2016-02-29');
  stays.leap = await letting.housed('101', '2021-02-28');
  await letting.on('2016-08-27');
  stays.last = await letting.housed('102', '2021-08-27');
  await letting.on('2016-08-28');
  stays.border = await letting.housed('103', '2021-08-28');
  await letting.on('2019-03-01');
  const secret = await letting.queued();
  const handlers = ['farsta.handlaggare', 'shis.kollega'];
  const protection = { kind: 'sekretessmarkering', ref: 'mother', handlers };
  await letting.farsta.event(secret.file, 'setProtection', protection);
  const flat = await letting.flat(facilityFlat('104', 4));
  stays.secret = await letting.let(secret, flat, '2024-03-01', letting.as('shis.kollega'));
  stays.young = await letting.housed('105', '2024-03-01');
  await letting.on('2020-12-01');
  const exception = { until: '2021-07-31', ground: 'Läsåret' };
  await letting.farsta.event(stays.excepted, 'grantException', exception);
  await letting.shis.event(stays.excepted, 'grantException', exception);
  await letting.farsta.event(stays.last, 'recordExitPlan', { plan: 'Egen kö' });
  await letting.on('2021-02-28');
}, 90_000);
afterAll(() => world.close());

describe('the five-year view', () => {
  it('has each stay with its last permitted day, the most urgent group first, exceptions marked', async () => {
    const { text } = await page('shis.handlaggare');
    expect(rowsOf(text.slice(text.indexOf('axis-table')))).toEqual([
      'Undantag',
      'Test Testsson Tallåsen 100 Farsta 2021-01-04 undantag till 2021-07-31 saknas',
      'Sista halvåret',
      'Test Testsson Tallåsen 101 Farsta 2021-02-28 sista dagen i dag saknas',
      'Test Testsson Tallåsen 102 Farsta 2021-08-27 180 dagar skriven',
      '6–24 månader',
      'Test Testsson Tallåsen 103 Farsta 2021-08-28 6 månader saknas',
      '24 månader eller mer',
      'Test Testsson Tallåsen 105 Farsta 2024-03-01 36 månader –',
    ]);
    expect(text).toContain('5 boenden <span class="nowrap">2021-02-28</span>. Ingen gräns är passerad.');
  });

  it('counts each group as a link, with shares and plans, and is narrowed by it', async () => {
    const { text } = await page('shis.handlaggare');
    const counts = text.slice(text.indexOf('Tid kvar till'), text.indexOf('axis-table'));
    expect(rowsOf(counts)).toEqual([
      'Passerad 0 0 0',
      'Undantag 1 20 0',
      'Sista halvåret 2 40 1',
      '6–24 månader 1 20 0',
      '24 månader eller mer 1 20 –',
    ]);
    expect(counts).toContain('href="/five-years?group=final"');
    const final = (await page('shis.handlaggare', '/five-years?group=final')).text;
    expect(final.match(/scope="row"><a href="\/files/g)).toHaveLength(2);
    expect((await page('shis.handlaggare', '/five-years?group=passed')).text).toContain('Inget boende är så');
  });

  it('draws what is lived solid, what is left hollow, today through everything and the limit', async () => {
    const { text } = await page('shis.handlaggare');
    const row = text.slice(text.indexOf('Tallåsen 103'), text.indexOf('2021-08-28'));
    expect(row.match(/class="(ten|ax)-[\w-]+"/g)).toEqual([
      'class="ten-past"',
      'class="ten-left-soon"',
      'class="ten-lim"',
    ]);
    expect(row).toContain('href="#axis-today"');
    expect(text).toMatch(/<title id="all-title">5 boenden på en tidsaxel<\/title><desc/);
  });

  it('is exceeded from the midnight after the last permitted day', async () => {
    await letting.on('2021-03-01');
    const { text } = await page('shis.handlaggare');
    expect(rowOf(text.slice(text.indexOf('axis-table')), 'Passerad')).toBe('Passerad');
    expect(text).toContain('1 dag över');
    expect(text).toContain('1 har passerat gränsen');
  });
});

describe('who sees which stay', () => {
  it('is for a protected one its named handlers, by its number', async () => {
    const { file } = stays.secret;
    for (const login of ['shis.handlaggare', 'shis.chef', 'socialforvaltningen.granskare'])
      expect([login, (await page(login)).text.includes(file)]).toEqual([login, false]);
    const { text } = await page('farsta.handlaggare');
    expect(rowOf(text, file)).toContain('Tallåsen 104');
    expect(rowsOf(text).filter((row) => row.startsWith('Test '))).toHaveLength(5);
  });

  it('is for a district its own; a family that took its consent back has no name for SHIS', async () => {
    expect((await page('skarholmen.handlaggare')).text).toContain('Inget boende pågår.');
    const referral = { file: stays.young.file, process: 1 };
    await letting.farsta.event(referral, 'withdrawConsent');
    const text = (await page('shis.handlaggare')).text;
    expect(rowOf(text, stays.young.file)).toContain('2024-03-01');
    expect((await page('farsta.handlaggare')).text).not.toContain(`>${stays.young.file}<`);
  });

  it.each(['formedlingen.handlaggare', 'stockholmshem.uthyrare', 'socialforvaltningen.analytiker'])(
    'is for %s none',
    async (login) => expect((await page(login)).status).toBe(403),
  );

  it('is logged as a list with the files that it showed', async () => {
    await page('shis.chef', '/five-years?group=passed');
    const { rows } = await world.owner.query<{ what: string; files: string[] }>(
      `select what, files from access_entry where login = 'shis.chef' order by at desc, seq desc limit 1`,
    );
    expect(rows).toEqual([{ what: 'list', files: [stays.leap.file] }]);
  });
});

describe('the view in English', () => {
  it('is English, whole', async () => {
    const visitor = await world.signedIn('shis.handlaggare');
    await visitor.get('/five-years?lang=en');
    const { text } = await visitor.get('/five-years');
    expect(said(text)).toContain('Five');
    expect(said(text)).not.toMatch(/boende|Familj|månad|skriven|saknas/);
  });
});
