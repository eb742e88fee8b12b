import pg from 'pg';
import type { Person } from '../../src/engine/model.js';
import { facilityFlat } from '../support/cast.js';
import type { Answered } from '../support/http.js';
import { goer, pathAt, routes, type Go, type Route } from './every-route.js';
import { Served } from './served.js';
import { flat, referral } from './stories.js';

/** Two who had to do with the family before, and one who sees no family at all. */
const ATTACKERS = ['skarholmen.handlaggare', 'shis.handlaggare', 'formedlingen.handlaggare'];
/** Those who count what they see; the totals of the city, which analysts read, count every family. */
const COUNTERS = [...ATTACKERS, 'farsta.handlaggare', 'shis.chef'];
const NONE = '00000000000';
const SETTLED = 3;
const query = pg.Client.prototype.query;

let api: Served;
let go: Go;
let people: Person[];
let [family, dwelling] = ['', ''];
let before: Map<string, string>;
/** What is asked of the database while it is counted. */
let asked: string[] = [];
const rinkeby = () => api.as('rinkeby.handlaggare');
const kollega = () => api.as('shis.kollega');
const shis = () => api.as('shis.handlaggare');
const personOf = (login: string): Person => people.find((one) => one.login === login) as Person;

/** A protected family: referred by Skärholmen, in the queue, moved to Rinkeby; of SHIS one colleague sees it still. */
beforeAll(async () => {
  api = await Served.open();
  const { directory, clock } = api.runtime;
  const found = await Promise.all(COUNTERS.map((login) => directory.person(login, clock.now())));
  people = found.flatMap((person) => person ?? []);
  go = await goer(api, people);
  dwelling = await flat(shis(), facilityFlat('7101', 3));
  before = await counted();
  const skarholmen = api.as('skarholmen.handlaggare');
  family = await referral(skarholmen, { type: 'couple', district: 'skarholmen' });
  const protection = { kind: 'sekretessmarkering', handlers: ['shis.kollega', 'shis.handlaggare'] };
  await skarholmen.step(family, null, 'setProtection', protection);
  await skarholmen.step(family, 1, 'submit', { ground: 'statute' });
  const moved = { to: 'rinkeby-kista', handler: 'rinkeby.handlaggare' };
  expect((await skarholmen.step(family, null, 'transferDistrict', moved)).status).toBe(200);
  await kollega().step(family, 1, 'approve');
  const revoked = await rinkeby().step(family, null, 'revokeAccess', { from: 'shis.handlaggare' });
  expect([revoked.status, people.length]).toEqual([200, COUNTERS.length]);
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given as [string | { text?: string }];
    asked.push(typeof first === 'string' ? first : (first.text ?? ''));
    return (query as (...all: unknown[]) => unknown).apply(this, given);
  } as never;
}, 60_000);
afterAll(async () => {
  pg.Client.prototype.query = query;
  await api.close();
});

const pageAt = (path: string): Route => ({ face: 'page', method: 'GET', path, lets: () => true });

/** All that somebody counts who may not see the family: lists, pages of lists, first pages, and what stands beside them. */
async function counted(): Promise<Map<string, string>> {
  const lists = ['', 'workflow=referral', 'district=skarholmen', 'district=rinkeby-kista', 'state=queued'];
  const told = new Map<string, string>();
  for (const person of people) {
    for (const list of lists)
      told.set(`${person.login} ${list}`, (await api.as(person.login).get(`/api/v1/files?${list}`)).text);
    for (const path of ['/', '/files', '/flats', '/five-years', '/goal', '/inbox'])
      told.set(`${person.login} ${path}`, plain(await go(pageAt(path), person, path), NONE).text);
  }
  return told;
}

/** An answer without what is new each time, and with the number that was asked for made the same. */
function plain({ status, text, headers }: Answered, id: string) {
  const same = (given: string): string =>
    given
      .replaceAll(id, '<number>')
      .replaceAll(/nonce[-=]"?[\w+/=]+/g, 'nonce')
      .replaceAll(/data-(?:idle|rest)="\d+"/g, 'left')
      .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<key>');
  const kept = [...headers].filter(([name]) => name !== 'date').map(([name, value]) => [name, same(value)]);
  return { status, text: same(text), headers: kept };
}

/** The answer of a route at a file, and what was asked of the database for it, in whatever order. */
async function tried(route: Route, person: Person, id: string) {
  asked = [];
  const answer = plain(await go(route, person, pathAt(route, id)), id);
  return { ...answer, asked: [...asked].sort() };
}

/** How the answers to a family and to no file differ; now and then a look at the registers falls into one of them alone. */
async function difference(route: Route, person: Person): Promise<string[]> {
  let told: string[] = [];
  for (let n = 0; n < SETTLED; n++) {
    const [hidden, none] = [await tried(route, person, family), await tried(route, person, NONE)];
    const parts = ['status', 'text', 'headers', 'asked'] as const;
    told = parts.filter((part) => JSON.stringify(hidden[part]) !== JSON.stringify(none[part]));
    if (told.length === 0) return [];
  }
  return [`${route.method} ${route.path}: ${told.join(', ')}`];
}

describe('a protected family', () => {
  it('is not seen to have come in anything that others count', async () => {
    const after = await counted();
    const changed = [...after].filter(([where, text]) => text !== before.get(where));
    expect(changed.map(([where]) => where)).toEqual([]);
    expect(after.size).toBeGreaterThan(50);
  });

  it.each(ATTACKERS)(
    'is not there for %s: same answer, headers and questions to the database',
    async (login) => {
      const atFile = routes.filter(({ path }) => path.includes(':file'));
      expect(atFile.length).toBeGreaterThan(30);
      const told: string[] = [];
      for (const route of atFile) told.push(...(await difference(route, personOf(login))));
      expect(told).toEqual([]);
    },
  );

  it('is betrayed by no key that a step has used, no version and no dry run', async () => {
    const headers = { 'idempotency-key': 'the-same-1' };
    const step = { type: 'note', data: { note: 'x' } };
    const at = (id: string, dry: string) => `/api/v1/files/${id}/events${dry}`;
    expect((await rinkeby().post(at(family, ''), step, headers)).status).toBe(200);
    for (const login of ATTACKERS)
      for (const version of ['*', '"1"', '"7"'])
        for (const dry of ['', '?dryRun=true']) {
          const post = (id: string) =>
            api.as(login).post(at(id, dry), step, { ...headers, 'if-match': version });
          const [hidden, none] = [await post(family), await post(NONE)];
          expect([login, hidden.status, hidden.text]).toEqual([login, 404, none.text]);
          expect(hidden.headers.get('etag')).toBeNull();
        }
  });

  it('is named by no flat that it was offered: a dry run tells of it as of any that is taken', async () => {
    const offer = { dwelling: { ref: `${dwelling}/1` } };
    expect((await kollega().step(family, 1, 'makeOffer', offer)).status).toBe(200);
    const other = await referral(api.as('farsta.handlaggare'));
    await api.as('farsta.handlaggare').step(other, 1, 'submit', { ground: 'consent' });
    await shis().step(other, 1, 'approve');
    const dry = (id: string, type: string, data: object) =>
      shis().post(`/api/v1/files/${id}/processes/1/events?dryRun=true`, { type, data });
    const taken = await dry(other, 'makeOffer', offer);
    expect([taken.status, taken.text.includes(family)]).toEqual([422, false]);
    const fall = await dry(dwelling, 'takeOutOfService', { reason: 'water', until: '2021-06-01' });
    expect([fall.status, fall.text.includes(family)]).toEqual([200, false]);
  });
});
