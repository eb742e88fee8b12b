import fc from 'fast-check';
import { SESSION_COOKIE } from '../../src/access/request.js';
import { formTokenOf } from '../../src/access/secret.js';
import { pages } from '../../src/web/pages.js';
import type { Page } from '../../src/web/page.js';
import { Served } from '../api/served.js';
import { referral } from '../api/stories.js';
import { atOnce } from '../support/at-once.js';
import { ask } from '../support/http.js';

const WIDTH = 12;
const HOSTILE = [
  '"><img src=x onerror=alert(1)>',
  "'; drop table event; --",
  `<script>alert(1)</script>`,
  'a\0b',
  '\ud800',
  '\u202eevil',
  '../../etc/passwd',
  '__proto__',
  '-1',
  '9'.repeat(400),
  '2021-02-30',
  '9999-12-31',
  '%00%ff',
  'å'.repeat(5_000),
  '\r\nSet-Cookie: a=b',
];
/** What was sent, come back as markup; what a database or a stack says. */
const GIVEN_AWAY =
  /<img src=x|<script>alert|syntax error|relation "|at [\w.]+ \(|node_modules|ECONN|pg_catalog/;

let api: Served;
let file = '';
const secrets = new Map<string, string>();
const LOGINS = ['farsta.handlaggare', 'shis.handlaggare', 'shis.chef', 'system.forvaltare'];
beforeAll(async () => {
  api = await Served.open();
  file = await referral(api.as('farsta.handlaggare'));
  await api.as('farsta.handlaggare').step(file, null, 'assign', { handler: 'farsta.handlaggare' });
  for (const login of LOGINS) {
    const who = { login, subject: login, sid: null, authenticatedAt: api.now, idToken: '' };
    secrets.set(login, (await api.runtime.sessions.begin(who))?.secret ?? '');
  }
}, 60_000);
afterAll(() => api.close());

interface Sent {
  readonly login: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly field: string;
  readonly value: string;
  readonly base: Readonly<Record<string, string>>;
}

async function sent({
  login,
  method,
  path,
  field,
  value,
  base,
}: Sent): Promise<{ status: number; text: string }> {
  const secret = secrets.get(login) as string;
  const fields = new URLSearchParams({ ...base, ...(field !== '' && { [field]: value }) });
  if (method === 'POST') fields.set('token', formTokenOf(secret));
  const url = new URL(path, api.url);
  if (method === 'GET') url.search = fields.toString();
  return ask(url, {
    method,
    headers: {
      ...{ cookie: `${SESSION_COOKIE}=${secret}`, accept: 'text/html' },
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(method === 'POST' && { body: fields.toString() }),
  });
}

/** Sends each hostile text in each place, and tells which were not met as they should be. */
async function faulty(places: readonly Omit<Sent, 'value'>[], texts = HOSTILE): Promise<string[]> {
  const all = places.flatMap((place) => texts.map((value) => ({ ...place, value })));
  const told = await atOnce(WIDTH, all, async (one) => {
    const { status, text } = await sent(one);
    const isWrong = status >= 500 || status === 401 || GIVEN_AWAY.test(text);
    return isWrong ? [`${one.method} ${one.path} ${one.field} ${one.value.slice(0, 20)}: ${status}`] : [];
  });
  return told.flat();
}

/** Who is let in by a page, among those of this test. */
const whoFor = ({ permission }: Page): string =>
  ({
    systemAdministrator: 'system.forvaltare',
    officer: 'system.forvaltare',
    matching: 'shis.handlaggare',
    priorities: 'shis.chef',
  })[permission as string] ?? (permission === 'reviewer' ? 'shis.chef' : 'farsta.handlaggare');

/** What else stands in a form, so that the one field is what is wrong. */
const bases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/account/tokens': { label: 'Prov', days: '30', read: 'on' },
  '/delegation': {
    line: '4.2',
    decision: 'reject',
    organisation: 'shis',
    role: 'manager',
    from: '2021-02-01',
  },
  '/people': { login: 'prov.prov', name: 'Prov', organisation: 'shis', role: 'manager' },
  '/organisations': { code: 'prov', kind: 'cityDistrict', name: 'Prov', from: '2021-02-01' },
  '/organisations/merge': { olds: 'skarholmen', successor: 'farsta', on: '2031-01-01' },
  '/cover': { substitute: 'farsta.chef', covered: 'shis.chef', first: '2021-02-01', last: '2021-02-02' },
  '/cover/roles': { login: 'farsta.chef', organisation: 'shis', role: 'manager', from: '2021-02-01' },
  '/cover/end': { which: 'cover|shis.kollega|shis.chef|2010-01-01', last: 'now', do: 'end' },
  '/delegation/end': { organisation: 'shis', line: '4.2', last: 'now' },
  '/emergency': { file: '00000000000', reason: 'danger', note: 'Fara' },
  '/files/:file/purpose': { reason: 'contact', note: '', to: '/' },
  '/priorities': { children: '5', from: '2199-12-31', why: 'Prov', do: 'adopt' },
  '/reports/:name/export': { year: '2021', purpose: 'board', format: 'csv' },
  '/reports/:name': { year: '2021' },
  '/reports/:name/cases': { year: '2021' },
  '/access-log': { who: 'farsta.handlaggare' },
};

const parts: Readonly<Record<string, string>> = {
  name: 'yearly-goal',
  workflow: 'referral',
  seq: '1',
  review: '1',
};
const pathOf = ({ path }: Page): string =>
  path.replace(/:(\w+)/g, (_, name: string) => (name === 'file' ? file : (parts[name] ?? '1')));

/** Pages but those by which one comes in and goes. */
const walked = pages.filter(({ path }) => !path.startsWith('/auth/'));
const placesOf = (page: Page, schema: Page['body']): Omit<Sent, 'value'>[] =>
  Object.keys(schema?.shape ?? {}).map((field) => ({
    ...{ login: whoFor(page), method: page.method, path: pathOf(page), field },
    base: bases[page.path] ?? {},
  }));

describe('hostile text in a field', () => {
  it('of any form of a page is told of or taken, and comes back as nothing but text', async () => {
    const places = walked.flatMap((page) => (page.method === 'POST' ? placesOf(page, page.body) : []));
    expect(places.length).toBeGreaterThan(60);
    expect(await faulty(places)).toEqual([]);
  }, 120_000);

  it('of any address of a page likewise', async () => {
    const places = walked.flatMap((page) => (page.method === 'GET' ? placesOf(page, page.query) : []));
    expect(places.length).toBeGreaterThan(30);
    expect(await faulty(places)).toEqual([]);
  }, 120_000);

  it('of any part of an address likewise', async () => {
    const places = walked.flatMap((page) =>
      [...page.path.matchAll(/:\w+/g)].flatMap(([part]) =>
        HOSTILE.map((value): Omit<Sent, 'value'> => {
          const path = page.path.replace(part, encodeURIComponent(value.toWellFormed().slice(0, 150)));
          const rest = pathOf({ ...page, path } as Page);
          return { login: whoFor(page), method: page.method, path: rest, field: '', base: {} };
        }),
      ),
    );
    const told = await atOnce(WIDTH, places, async (place) => {
      const { status, text } = await sent({ ...place, value: '' });
      return status >= 500 || GIVEN_AWAY.test(text) ? [`${place.method} ${place.path}: ${status}`] : [];
    });
    expect(told.flat()).toEqual([]);
  }, 120_000);

  it('of the form of any step, and of a new case, likewise', async () => {
    const login = 'farsta.handlaggare';
    const [shown] = await Promise.all([
      sent({ login, method: 'GET', path: `/files/${file}`, field: '', value: '', base: {} }),
    ]);
    const steps = [
      ...new Set(
        [...shown.text.matchAll(/href="(\/files\/\w+\/steps\/[\w.]+)/g)].map(([, path]) => path as string),
      ),
    ];
    expect(steps.length).toBeGreaterThan(5);
    const forms = [...steps, '/new/referral'];
    const places = await atOnce(WIDTH, forms, async (path) => {
      const form = await sent({ login, method: 'GET', path, field: '', value: '', base: {} });
      const names = [...form.text.matchAll(/name="(d\.[^"]+|key|version|happened|do)"/g)].map(
        ([, name]) => name as string,
      );
      return [...new Set(names)].map((field) => ({ login, method: 'POST' as const, path, field, base: {} }));
    });
    expect(places.flat().length).toBeGreaterThan(25);
    // Each of these is a step that is thought through; of the texts some will do.
    expect(
      await faulty(
        places.flat(),
        HOSTILE.filter((_, at) => at % 4 === 0),
      ),
    ).toEqual([]);
  }, 120_000);

  it('is read, thousands of them, by every field of every page without ever failing', () => {
    const schemas = walked.flatMap(({ body, query }) => [body, query].filter((one) => one !== undefined));
    const fields = schemas.flatMap(
      ({ shape }) => Object.values(shape) as { safeParse(value: unknown): object }[],
    );
    const texts = fc.sample(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(...HOSTILE)),
      2_000,
    );
    for (const field of fields) for (const text of texts) field.safeParse(text);
    expect(fields.length).toBeGreaterThan(90);
  });
});
