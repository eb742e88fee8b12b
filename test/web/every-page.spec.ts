import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { facilityFlat, household } from '../support/cast.js';
import { Examiner, type Theme, type Width } from './examiner.js';
import { formsOf, sentWith } from './forms-met.js';
import * as made from './furnished.js';
import { Letting } from './letting.js';
import { foreignIn, said } from './swedish.js';
import { anIncident } from './readings.js';
import { refusedPages } from './refused-pages.js';
import type { Visitor } from './visitor.js';
import { routeOf, unmet, walk, type Met } from './walk.js';
import { WebWorld } from './web-world.js';

/** So many pages of one kind, and with each thing that is asked of it, are read: the next tell nothing new of its words. */
const OF_A_KIND = 2;
/** Those who handle cases, and who look into them; all others see little that these do not, and read one of each. */
const IN_CASES: readonly string[] = [
  'farsta.handlaggare',
  'shis.handlaggare',
  'socialforvaltningen.granskare',
];
const family = made.protectedFamily();
/** Everybody there is a role for, and what they make first, so that there are pages of it. */
const PEOPLE: Readonly<Record<string, readonly made.Furnish[]>> = {
  nobody: [made.signedOut],
  'farsta.handlaggare': [made.referrals, family.made],
  'farsta.chef': [family.emergency],
  'shis.handlaggare': [made.suiting],
  'shis.chef': [],
  'boendeenheten.handlaggare': [],
  'stockholmshem.uthyrare': [],
  'formedlingen.handlaggare': [],
  'socialforvaltningen.granskare': [made.sample],
  'socialforvaltningen.analytiker': [made.keptReport],
  'system.forvaltare': [made.delegation, made.reviews],
};
const everybody = Object.keys(PEOPLE);

let world: WebWorld;
let browser: Browser;
let examiner: Examiner;
beforeAll(async () => {
  [world, browser] = await Promise.all([WebWorld.open(), openBrowser()]);
  examiner = await Examiner.at(browser, world.url);
  const letting = new Letting(world);
  const stay = await letting.housed('808', '2030-01-01');
  const waiting = await letting.queued();
  await letting.shis.event(waiting, 'searchOwnStock', { results: [] });
  const refused = await letting.offered(waiting, await letting.flat(facilityFlat('809', 2)));
  await letting.farsta.event(refused, 'refuse', { reason: 'area' });
  await letting.offered(waiting, await letting.flat(facilityFlat('811', 2)));
  await letting.queued();
  await letting.flat(facilityFlat('810', 3));
  const draft = await letting.farsta.open('referral', { household: household() });
  for (const { file } of [stay, waiting, draft])
    await letting.farsta.event(file, 'assign', { handler: 'farsta.handlaggare' });
  await world.runtime.checkpoints.make();
  await anIncident(world, draft.file);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

const visitors = new Map<string, Visitor>();
const met = new Map<string, readonly Met[]>();

async function entered(login: string): Promise<Visitor> {
  const visitor = world.visitor();
  if (login !== 'nobody') await visitor.signIn(login);
  if (login === 'farsta.chef') await visitor.form('/choose-role', { acting: 'farsta|manager', to: '/' });
  visitors.set(login, visitor);
  return visitor;
}

describe('a Swedish page', () => {
  it.each(everybody)(
    'that %s comes to by links is there, and says nothing in English and no name of the program’s own',
    async (login) => {
      const visitor = await entered(login);
      const from = ['/'];
      for (const make of PEOPLE[login] ?? []) from.push(...(await make(visitor)));
      const pages = await walk(visitor, { from, ofAKind: IN_CASES.includes(login) ? OF_A_KIND : 1 });
      met.set(login, pages);
      const words = foreignIn(world.runtime.registry);
      const found = pages.flatMap(({ kind, html }) => {
        const text = said(html);
        return [...text.matchAll(words)].map(
          ({ 0: word, index }) => `${kind}: ${word} (${text.slice(Math.max(0, index - 30), index + 50)})`,
        );
      });
      expect([...new Set(found)]).toEqual([]);
      expect(pages.length).toBeGreaterThan(3);
    },
    150_000,
  );

  it('is one that somebody came to: there is no other', () =>
    expect(unmet([...met.values()].flat()).map(({ id }) => id)).toEqual([]));
});

/** What has been examined: the routes of pages, and the kinds of forms. */
const examined = new Set<string>();
const isNew = (what: string): boolean => {
  const isKnown = examined.has(what);
  examined.add(what);
  return !isKnown;
};

/** What is said of a page that tells of faults: how that is told, everywhere alike. */
function toldOf(html: string): string[] {
  const summary = /<div class="errors".*?<\/div>/s.exec(html);
  if (summary === null) return ['it tells of no fault'];
  const told: string[] = [];
  if (!html.includes('<title>Fel: ')) told.push('its title tells of none');
  if (summary.index > html.indexOf('<h1')) told.push('its summary stands below the heading');
  for (const [, id] of summary[0].matchAll(/href="#([^"]+)"/g))
    if (!html.includes(` id="${id}"`)) told.push(`its summary leads to ${id}, which is not there`);
  return told;
}

describe('axe finds no fault, and nothing is wider than its window', () => {
  it.each(everybody)(
    'in Swedish and light: on the pages that %s is first to come to, and where their forms are sent with nothing in them',
    async (login) => {
      const [visitor, pages] = [visitors.get(login) as Visitor, met.get(login) ?? []];
      const told: string[] = [];
      const look = async (what: string, html: string): Promise<void> => {
        told.push(...(await examiner.faults(html)).map((fault) => `${what}: ${fault}`));
      };
      for (const { path, kind, route, isStopped, html } of pages)
        if (path === '/' || isNew(`${kind.includes(':flat') ? 'flat ' : ''}${route?.id} ${isStopped}`))
          await look(path, html);
      for (const form of formsOf(pages).filter(({ kind }) => isNew(kind))) {
        const empty = await sentWith(visitor, form, '');
        const { status, text } = empty.status < 400 ? await sentWith(visitor, form, 'x') : empty;
        // A form that is no longer there tells of no field: others were sent before it.
        if (status < 400 || !text.includes(` action="${form.action}"`)) continue;
        const what = `${form.kind}, ${status}`;
        if (status === 422) told.push(...toldOf(text).map((fault) => `${what}: ${fault}`));
        const route = routeOf(form.action, form.isPost ? 'POST' : 'GET')?.id;
        if (isNew(`form ${route}`)) await look(what, text);
      }
      expect(told).toEqual([]);
    },
    150_000,
  );
});

/** The pages that each role lives in. */
const LIVES_IN: Readonly<Record<string, readonly [string, string, string]>> = {
  'farsta.handlaggare': ['/', '/files', '/new/referral'],
  'farsta.chef': ['/', '/files?list=all', '/reviews'],
  'shis.handlaggare': ['/', '/flats', '/five-years'],
  'shis.chef': ['/', '/priorities', '/files?list=queue'],
  'formedlingen.handlaggare': ['/', '/files', '/inbox'],
  'socialforvaltningen.granskare': ['/', '/audit/two-persons', '/reports/follow-ups'],
  'socialforvaltningen.analytiker': ['/', '/reports/council-answer', '/forecast'],
  'system.forvaltare': ['/', '/security', '/delegation'],
};

interface Seen {
  readonly login: string;
  readonly path: string;
  readonly lang: 'sv' | 'en';
  readonly theme: Theme;
  readonly width: Width;
}

/** Each two of who, which of their pages, in which language, theme and width: in three rows for everybody. */
const seen: readonly Seen[] = Object.entries(LIVES_IN).flatMap(([login, paths], at) =>
  (['light', 'dark', 'forced'] as const).map((theme, n) => ({
    ...{ login, theme, path: paths[(at + n) % 3] as string },
    lang: (at + n) % 2 === 0 ? ('sv' as const) : ('en' as const),
    width: ((at >> 1) + n) % 2 === 0 ? ('wide' as const) : ('narrow' as const),
  })),
);

describe('axe finds no fault', () => {
  it('for each two of role, language, theme and width on the pages that the role lives in', async () => {
    const told: string[] = [];
    for (const { login, path, lang, theme, width } of seen) {
      const visitor = visitors.get(login) as Visitor;
      await visitor.get(`/?lang=${lang}`);
      const { status, text } = await visitor.get(path);
      expect([path, status, text.includes(`<html lang="${lang}"`)]).toEqual([path, 200, true]);
      const found = await examiner.faultsSeen(text, theme, width);
      told.push(...found.map((fault) => `${[login, path, lang, theme, width].join(' ')}: ${fault}`));
    }
    expect(told).toEqual([]);
  }, 150_000);

  it('and there are each two of them', () => {
    const sizes = { login: 8, lang: 2, theme: 3, width: 2 };
    const names = Object.keys(sizes) as (keyof typeof sizes)[];
    for (const one of names)
      for (const other of names.slice(names.indexOf(one) + 1)) {
        const pairs = new Set(seen.map((row) => `${row[one]} ${row[other]}`));
        expect([one, other, pairs.size]).toEqual([one, other, sizes[one] * sizes[other]]);
      }
  });

  it('where somebody is refused, comes too late, or something fails', async () => {
    const told: string[] = [];
    for (const [what, html] of Object.entries(await refusedPages(world, visitors)))
      told.push(...(await examiner.faults(html)).map((fault) => `${what}: ${fault}`));
    expect(told).toEqual([]);
  });
});
