import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { household } from '../support/cast.js';
import { Letting } from './letting.js';
import { Tried } from './tried.js';
import type { Visitor } from './visitor.js';
import { WebWorld } from './web-world.js';

let world: WebWorld;
let browser: Browser;
let letting: Letting;
let [file, other] = ['', ''];
beforeAll(async () => {
  [world, browser] = await Promise.all([WebWorld.open(), openBrowser()]);
  letting = new Letting(world);
  const open = async () => (await letting.farsta.open('referral', { household: household() })).file;
  [file, other] = [await open(), await open()];
  for (const one of [file, other]) await assign(one, 'farsta.handlaggare');
}, 90_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

const assign = (one: string, handler: string) => letting.farsta.event(one, 'assign', { handler });
const note = (one: string, by = letting.farsta) => by.event(one, 'note', { note: 'Ringde' });

/** The stream of somebody's page: what it says next, until it ends (null). */
async function streamOf(visitor: Visitor, query: string) {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${world.url}/live?${query}`, { headers: { cookie } });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let held = '';
  const next = async (): Promise<string | null> => {
    for (;;) {
      const end = held.indexOf('\n\n');
      if (end >= 0) {
        const [event, rest] = [held.slice(0, end), held.slice(end + 2)];
        held = rest;
        if (event.startsWith('event:')) return event;
        continue;
      }
      const read = await reader?.read();
      if (read === undefined || read.done) return null;
      held += read.value;
    }
  };
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    next,
    stop: () => reader?.cancel(),
  };
}

describe('the stream of changes', () => {
  it('tells of what one may see, by whom, and of nothing else', async () => {
    const visitor = await world.signedIn('farsta.handlaggare');
    const stream = await streamOf(visitor, `of=${file}`);
    expect([stream.status, stream.type]).toEqual([200, 'text/event-stream; charset=utf-8']);
    await note(other);
    await note(file);
    expect(await stream.next()).toMatch(
      /^event: changed\ndata: .*Ett ärende här har ändrats av farsta.handlaggare/,
    );
    await stream.stop();
    const stranger = await streamOf(await world.signedIn('skarholmen.handlaggare'), `of=${file}&version=1`);
    await note(file);
    await assign(file, 'farsta.handlaggare');
    await world.later(31);
    expect(await stranger.next()).toBe('event: over\ndata: {}');
  });

  it('tells at once of what came between the page and its stream', async () => {
    const stream = await streamOf(await world.signedIn('farsta.handlaggare'), `of=${file}&version=1`);
    expect(await stream.next()).toContain('Ändrat av farsta.handlaggare');
    await stream.stop();
  });

  it('ends when its owner signs out, keeps no session alive, and is one of a few', async () => {
    const visitor = await world.signedIn('farsta.handlaggare');
    const seen = async () =>
      (await world.owner.query('select max(seen_at) as seen from session where ended_at is null')).rows[0]
        .seen;
    await world.later(10);
    const before = await seen();
    const streams = await Promise.all(Array.from({ length: 4 }, () => streamOf(visitor, `of=${file}`)));
    expect((await streamOf(visitor, `of=${file}`)).status).toBe(204);
    expect(await seen()).toEqual(before);
    await visitor.form('/auth/sign-out');
    for (const { next } of streams) expect(await next()).toBe('event: over\ndata: {}');
    expect(await streams[0]?.next()).toBeNull();
  });

  it('is for those who are signed in, and takes numbers of cases alone', async () => {
    expect((await world.visitor().get(`/live?of=${file}`)).text).toContain('Logga in');
    const visitor = await world.signedIn('farsta.handlaggare');
    expect((await visitor.get('/live?of=all')).status).toBe(400);
  });
});

describe('an open page', () => {
  it('is made new by itself while nobody uses it, and never under the typing hand', async () => {
    const tried = await Tried.as(browser, world.url, 'farsta.handlaggare');
    const { page } = tried;
    await page.goto(`${world.url}/files/${file}`);
    const text = page.locator('#content textarea').first();
    await note(file, letting.as('farsta.chef'));
    const told = page.locator('#live-note');
    await told.getByText('Sidan är uppdaterad').waitFor();
    expect(await told.innerText()).toMatch(/Ändrat av farsta\.chef kl\. \d\d\.\d\d\. Sidan är uppdaterad\./);
    expect(await page.locator('#content').innerText()).toContain('farsta.chef');

    await text.fill('Familjen är');
    await note(file, letting.as('farsta.chef'));
    await told.getByRole('link', { name: 'Visa' }).waitFor();
    await tried.shot('live-note');
    expect(await text.inputValue()).toBe('Familjen är');
    expect(await tried.faults('live')).toEqual([]);
    await told.getByRole('link', { name: 'Visa' }).click();
    await told.waitFor({ state: 'hidden' });
    expect(await tried.close()).toEqual([]);
  });

  it('that is a list takes in what comes, and only says so to whoever wants that', async () => {
    const tried = await Tried.as(browser, world.url, 'farsta.handlaggare');
    const { page } = tried;
    await page.goto(`${world.url}/settings`);
    await page.getByLabel('Uppdatera sidor av sig själva').uncheck();
    await page.getByRole('button', { name: 'Spara inställningarna' }).click();
    await page.goto(`${world.url}/files?list=mine`);
    expect(await page.locator('tbody tr').count()).toBe(2);
    await assign(other, 'farsta.chef');
    await page.locator('#live-note').getByRole('link', { name: 'Visa' }).click();
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
    expect(await tried.close()).toEqual([]);
  });
});
