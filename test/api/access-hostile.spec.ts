import fc from 'fast-check';
import { verify } from '../../src/audit/verify.js';
import { createPool } from '../../src/platform/database.js';
import { Served, type Got } from './served.js';
import { referral } from './stories.js';

let api: Served;
let file = '';
beforeAll(async () => {
  api = await Served.open();
  file = await referral(api.as('farsta.handlaggare'));
  await api.as('shis.handlaggare').get(`/api/v1/files/${file}`);
  await officer().post('/api/v1/reviews', {});
}, 60_000);
afterAll(() => api.close());

const officer = () => api.as('socialforvaltningen.granskare');

const nasty = fc.constantFrom(
  ...['', ' ', '\0', '\ud800', '\u202e', "'; drop table access_entry; --", '<script>alert(1)</script>'],
  ...[
    '__proto__',
    'constructor',
    '"seq":0,',
    '\\',
    '{}',
    '-1',
    '1e9',
    '999999999',
    '2021-02-30',
    'x'.repeat(5000),
  ],
);
const value = fc.oneof(nasty, fc.string({ unit: 'binary' }), fc.jsonValue(), fc.constant(null));
const reasons = fc.oneof(fc.constantFrom('contact', 'danger', 'absence'), value);

/** Whatever is sent, the answer is a yes or a known no, and tells nothing of the machinery. */
function isSound(got: Got, sent: unknown): void {
  if (got.status < 500 && !/select |insert |at \/|PostgreSQL|violates/i.test(got.text)) return;
  throw new Error(`${JSON.stringify(sent)}: ${got.status} ${got.text}`);
}

const runs = { numRuns: 150 };

describe('hostile input', () => {
  it.each(['purpose', 'emergency', 'emergency/end'])('to %s: never a fault', async (what) => {
    const body = fc.record({ reason: reasons, note: value }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(body, async (sent) => {
        for (const login of ['farsta.chef', 'skarholmen.handlaggare'])
          isSound(await api.as(login).post(`/api/v1/files/${file}/${what}`, sent), sent);
      }),
      runs,
    );
  });

  it('to an outcome of a review: never a fault', async () => {
    const outcome = fc.oneof(fc.constantFrom('justified', 'reported'), value);
    const body = fc.record({ outcome, note: value }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(body, fc.oneof(fc.nat(3), nasty), async (sent, id) => {
        const path = `/api/v1/reviews/${encodeURIComponent(String(id).toWellFormed())}/outcome`;
        isSound(await officer().post(path, sent), [sent, id]);
      }),
      runs,
    );
  });

  it('in an address or a header: never a fault', async () => {
    const names = [
      'file',
      'login',
      'from',
      'to',
      'cursor',
      'limit',
      'lists',
      'month',
      'rule',
      'open',
      'format',
    ];
    const query = fc.dictionary(fc.constantFrom(...names), fc.oneof(nasty, fc.string(), fc.constant(file)));
    const paths = ['access-log', 'reviews', 'reviews/statistics', 'alerts', `files/${file}/readers`];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), query, fc.string(), async (path, asked, header) => {
        const given = Object.entries(asked).map(([name, one]) => [name, one.toWellFormed()] as const);
        const address = `/api/v1/${path}?${new URLSearchParams(Object.fromEntries(given)).toString()}`;
        const headers: Record<string, string> = {};
        if (/^[\x20-\x7e]+$/.test(header)) headers['access-purpose'] = header;
        isSound(await officer().get(address, headers), [address, header]);
      }),
      runs,
    );
  });

  it('leaves the chains of the log whole', async () => {
    const owner = createPool(api.runtime.home.ownerUrl, { max: 1 });
    const result = await verify(owner, api.runtime.registry, { vault: api.runtime.engine.ports.vault });
    await owner.end();
    expect(result).toMatchObject({ ok: true, findings: [] });
  });
});
