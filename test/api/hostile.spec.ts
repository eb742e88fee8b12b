import fc from 'fast-check';
import { facilityFlat, household } from '../support/cast.js';
import { Served, type Got } from './served.js';
import { flat, referral } from './stories.js';

let api: Served;
let [file, dwelling] = ['', ''];
beforeAll(async () => {
  api = await Served.open();
  file = await referral(api.as('farsta.handlaggare'));
  await api.as('farsta.handlaggare').step(file, 1, 'submit');
  dwelling = await flat(api.as('shis.handlaggare'), facilityFlat('4101', 3));
}, 60_000);
afterAll(() => api.close());

const NASTY = [
  '',
  ' ',
  '\0',
  '\u0000x',
  '\ud800',
  '\u202e',
  "'; drop table event; --",
  '<script>alert(1)</script>',
  '${7*7}',
  '{{7*7}}',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'NaN',
  '-0',
  '1e400',
  '9'.repeat(400),
  '0000-01-01',
  '9999-12-31',
  '10000-01-01',
  '2021-02-30',
  '-000001-01-01',
  'x'.repeat(5000),
  'å'.repeat(200),
  '😀',
  '%00',
  '\r\nSet-Cookie: a=b',
];
const text = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary' }), fc.string());
const value = fc.oneof(
  { depthSize: 'small' },
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, [], {}, -0, Number.MAX_SAFE_INTEGER, 1e308),
  fc.jsonValue(),
);
const data = fc.oneof(
  fc.dictionary(
    fc.oneof(
      fc.constantFrom(
        'household',
        'reason',
        'dwelling',
        'note',
        'on',
        'until',
        'handler',
        'person',
        'ref',
        'members',
        'results',
        'to',
        'from',
      ),
      text,
    ),
    value,
  ),
  value,
);

const answered: Record<number, number> = {};

/** Never a 500, never a body that is no problem, never a word of the inside. */
function holds(got: Got): void {
  answered[got.status] = (answered[got.status] ?? 0) + 1;
  if (got.status < 400) return;
  expect([got.status, got.text]).not.toEqual([500, expect.anything()]);
  expect(got.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(got.text).not.toMatch(/node_modules|syntax error|\bFST_|ZodError|SQLSTATE/);
}

/** Without lone surrogates, which an address cannot carry. */
const wellFormed = (one: string): string => Buffer.from(one, 'utf8').toString('utf8');
const json = (body: unknown): string => JSON.stringify(body) ?? 'null';
const runs = { numRuns: 100, endOnFailure: true };
const LOGINS = [
  'farsta.handlaggare',
  'shis.handlaggare',
  'formedlingen.handlaggare',
  'system.forvaltare',
] as const;
const login = fc.constantFrom(...LOGINS);

describe('hostile input is never a fault of the system', () => {
  it('as the body of a step', async () => {
    const { body } = await api.as('shis.handlaggare').get(`/api/v1/files/${file}`);
    const { body: other } = await api.as('shis.handlaggare').get(`/api/v1/files/${dwelling}`);
    const steps = [...body.actions, ...other.actions] as { type: string; href: string }[];
    const step = fc.record({
      at: fc.constantFrom(...steps),
      data,
      login,
      when: fc.option(text, { nil: undefined }),
      dry: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(step, async ({ at, data: given, login: who, when, dry }) => {
        const sent = { type: at.type, data: given, ...(when !== undefined && { occurredAt: when }) };
        holds(
          await api
            .as(who)
            .post(`${at.href}?dryRun=${dry}`, json(sent), { 'idempotency-key': `h-${Math.random()}` }),
        );
      }),
      { ...runs, numRuns: 250 },
    );
  }, 120_000);

  it('in one place of a step that is else good', async () => {
    const good: readonly [string, number | null, string, Record<string, unknown>][] = [
      [
        'farsta.handlaggare',
        null,
        'memberJoins',
        {
          person: { ref: 'child-7', name: 'A', born: '2020-01-01', gender: 'man', adult: false },
          on: '2021-01-31',
        },
      ],
      [
        'farsta.handlaggare',
        null,
        'updateHousehold',
        { registeredSince: '2015-01-01', insecureSince: '2019-01-01' },
      ],
      ['farsta.handlaggare', null, 'transferDistrict', { to: 'farsta' }],
      ['farsta.handlaggare', 1, 'pause', { until: '2021-03-01', reason: 'illness', note: 'x' }],
      ['farsta.handlaggare', 1, 'update', { rooms: 3, wishes: 'x' }],
      ['farsta.handlaggare', 1, 'withdraw', { reason: 'duplicate' }],
      ['shis.handlaggare', 1, 'makeOffer', { dwelling: { ref: 'x' } }],
    ];
    const spoilt = fc.record({ at: fc.constantFrom(...good), pick: fc.nat(), value });
    await fc.assert(
      fc.asyncProperty(spoilt, async ({ at: [who, process, type, fields], pick, value: bad }) => {
        const names = Object.keys(fields);
        const name = names[pick % names.length] as string;
        const inner = fields[name];
        const nested = typeof inner === 'object' && inner !== null && pick % 2 === 0;
        const keys = nested ? Object.keys(inner) : [];
        const key = keys[pick % Math.max(1, keys.length)] ?? 'ref';
        const spoiltData = { ...fields, [name]: nested ? { ...inner, [key]: bad } : bad };
        const path = `/api/v1/files/${file}${process === null ? '' : `/processes/${process}`}/events?dryRun=true`;
        holds(await api.as(who).post(path, json({ type, data: spoiltData })));
      }),
      { ...runs, numRuns: 200 },
    );
  }, 120_000);

  it('when a file is opened, or a register written', async () => {
    const flatFields = Object.keys(facilityFlat('1', 1));
    const familyFields = Object.keys(household());
    const sent = fc.record({
      field: fc.constantFrom(...flatFields, ...familyFields),
      value,
      when: fc.option(text, { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(sent, async ({ field, value: bad, when }) => {
        const isFlat = flatFields.includes(field);
        const given = isFlat
          ? { ...facilityFlat('9', 2), [field]: bad }
          : { household: { ...household(), [field]: bad } };
        const body = {
          workflow: isFlat ? 'dwelling' : 'referral',
          data: given,
          ...(when !== undefined && { occurredAt: when }),
        };
        holds(
          await api.as(isFlat ? 'shis.handlaggare' : 'farsta.handlaggare').post('/api/v1/files', json(body)),
        );
        const line = {
          data: { code: 'x', name: 'x', from: '2021-01-01', [field]: bad },
          ...(when !== undefined && { at: when }),
        };
        for (const name of ['district', 'goal', 'person', 'facility', 'organisation'])
          holds(await api.as('system.forvaltare').post(`/api/v1/registers/${name}`, json(line)));
      }),
      { ...runs, numRuns: 60 },
    );
  }, 120_000);

  it('as bodies, paths, queries and headers out of nowhere', async () => {
    const anything = fc.record({
      login,
      path: fc.constantFrom(
        '/api/v1/files',
        '/api/v1/files/search',
        `/api/v1/files/${'0'.repeat(11)}/events`,
        '/api/v1/registers/goal',
      ),
      body: fc.oneof(text, fc.json(), value.map(json)),
      part: text,
      query: fc.dictionary(
        fc.oneof(
          fc.constantFrom('state', 'cursor', 'limit', 'text', 'workflow', 'assignee', 'at', 'dryRun', 'year'),
          text,
        ),
        text,
      ),
      header: fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(anything, async ({ login: who, path, body, part, query, header }) => {
        const caller = api
          .as(who)
          .with({ 'accept-language': header, 'if-match': header, 'idempotency-key': header.trim() || 'k' });
        const asked = new URLSearchParams(
          Object.entries(query).map(([k, v]): [string, string] => [wellFormed(k), wellFormed(v)]),
        ).toString();
        const piece = encodeURIComponent(wellFormed(part));
        holds(await caller.post(path, body));
        holds(await caller.get(`/api/v1/files?${asked}`));
        holds(await caller.get(`/api/v1/files/${piece || 'x'}?${asked}`));
        holds(await caller.get(`/api/v1/reports/${piece || 'x'}?${asked}`));
        holds(await caller.get(`/api/v1/workflows/${piece || 'x'}`));
        holds(await caller.post('/api/v1/files/search', json({ text: part })));
      }),
      runs,
    );
  }, 120_000);

  it('nested as deep as a body can hold', async () => {
    const deep = (open: string, close: string, depth: number) =>
      `${open.repeat(depth)}${close.repeat(depth)}`;
    for (const inside of [deep('[', ']', 60_000), `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`])
      for (const body of [
        inside,
        `{"workflow":"referral","data":{"household":${inside}}}`,
        `{"workflow":"referral","data":${inside}}`,
      ])
        holds(await api.as('farsta.handlaggare').post('/api/v1/files', body));
  }, 60_000);

  it('and most of it was refused for what it is', () => {
    expect(answered[500]).toBeUndefined();
    expect(Object.values(answered).reduce((a, b) => a + b, 0)).toBeGreaterThan(1000);
  });
});
