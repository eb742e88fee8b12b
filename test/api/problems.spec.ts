import { connect } from 'node:net';
import { problemOf } from '../../src/api/problem.js';
import { problems } from '../../src/api/problems.js';
import { household } from '../support/cast.js';
import { Served, type Got } from './served.js';
import { referral } from './stories.js';

let api: Served;
let id = '';
beforeAll(async () => {
  api = await Served.open();
  id = await referral(api.as('farsta.handlaggare'));
}, 60_000);
afterAll(() => api.close());

const farsta = () => api.as('farsta.handlaggare');

/** A problem as RFC 9457 has it, with nothing of the inside. */
function told(got: Got): [number, string] {
  expect(got.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(got.body).toMatchObject({
    status: got.status,
    title: expect.any(String),
    detail: expect.any(String),
  });
  expect(got.body.type).toBe(`/api#problem-${got.body.code}`);
  expect(got.text).not.toMatch(/node_modules|\.ts:|\.js:|select |insert |FST_|Zod|stack/);
  return [got.status, got.body.code as string];
}

describe('every no', () => {
  it('has one status, a title, and a sentence in both languages', () => {
    for (const [code, { status, title, says }] of Object.entries(problems)) {
      expect([code, status >= 400 && status < 600]).toEqual([code, true]);
      for (const text of [title, says ?? title])
        expect([code, text.sv !== '', text.en !== '']).toEqual([code, true, true]);
    }
  });

  it('of the framework is a problem too', async () => {
    const post = (body: string, headers = {}) => farsta().post('/api/v1/files', body, headers);
    expect(told(await farsta().get('/nowhere'))).toEqual([404, 'no-such-address']);
    expect(told(await farsta().get('/api/v1/nowhere'))).toEqual([404, 'no-such-address']);
    expect(told(await farsta().get('/%zz'))).toEqual([400, 'malformed-address']);
    expect(told(await farsta().get('/api/v1/files/%C0%AF'))).toEqual([400, 'malformed-address']);
    expect(told(await farsta().get(`/api/v1/files/${'x'.repeat(3000)}`))).toEqual([404, 'no-such-address']);
    expect(told(await farsta().send('DELETE', `/api/v1/files/${id}`))).toEqual([404, 'no-such-address']);
    expect(
      told(await farsta().send('PUT', '/api/v1/files', '{}', { 'content-type': 'application/json' })),
    ).toEqual([404, 'no-such-address']);
    expect(told(await post('{'))).toEqual([400, 'malformed-json']);
    expect(told(await post(''))).toEqual([400, 'malformed-json']);
    expect(told(await post('null'))).toEqual([400, 'malformed-request']);
    expect(told(await post('[]'))).toEqual([400, 'malformed-request']);
    expect(told(await post('"text"'))).toEqual([400, 'malformed-request']);
    expect(told(await post('{"workflow":"referral","__proto__":{"admin":true}}'))).toEqual([
      400,
      'malformed-json',
    ]);
    expect(told(await post('{"workflow":"referral","data":{"constructor":{"prototype":{"x":1}}}}'))).toEqual([
      400,
      'malformed-json',
    ]);
    expect(
      told(await post('workflow=referral', { 'content-type': 'application/x-www-form-urlencoded' })),
    ).toEqual([415, 'unsupported-media-type']);
    expect(told(await post('hej', { 'content-type': 'text/plain' }))).toEqual([
      415,
      'unsupported-media-type',
    ]);
    expect(told(await post('<x/>', { 'content-type': 'application/xml' }))).toEqual([
      415,
      'unsupported-media-type',
    ]);
    expect(
      told(await post(JSON.stringify({ workflow: 'referral', data: { x: 'x'.repeat(256 * 1024) } }))),
    ).toEqual([413, 'body-too-large']);
    expect(told(await post('{"workflow":5}'))).toEqual([400, 'malformed-request']);
    expect(told(await post('{"workflow":"referral","colour":"red"}'))).toEqual([400, 'malformed-request']);
    expect(told(await post('{"workflow":"referral","occurredAt":"0000-01-01T00:00:00Z"}'))).toEqual([
      400,
      'malformed-request',
    ]);
  });

  it('never says again what was sent', async () => {
    const secret = 'Hemlig Testsson 19121212-1212';
    const data = {
      household: { ...household(), type: secret, [secret]: 1, members: [{ ref: secret, born: secret }] },
    };
    const got = await farsta().post('/api/v1/files', { workflow: 'referral', data });
    expect(told(got)).toEqual([422, 'invalid-data']);
    const { text } = await farsta().get(`/api/v1/files?state=${encodeURIComponent(secret)}`);
    expect(text).not.toContain(secret);
    expect(
      JSON.stringify(got.body.fields.map((one: { message: string }) => one.message).slice(0, 1)),
    ).not.toContain('19121212');
  });

  it('on a broken connection line is one too', async () => {
    const { port } = new URL(api.url);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 .*application\/problem\+json.*"code":"malformed-request"/s);
  });

  it('that is a bug tells nothing of itself', () => {
    expect(problemOf(new Error('select secret'))).toEqual({ code: 'internal', told: {} });
    expect(problemOf('thrown text')).toEqual({ code: 'internal', told: {} });
  });

  it('for a database that is away is busy, with a time to try again', async () => {
    expect(problemOf(Object.assign(new Error('x'), { code: 'ECONNREFUSED' })).code).toBe('busy');
    const { pool } = api.runtime;
    const { query, connect } = pool;
    const gone = () => Promise.reject(Object.assign(new Error('gone'), { code: '57P01' }));
    Object.assign(pool, { query: gone, connect: gone });
    const [got, ready] = [await farsta().get('/api/v1/files'), await api.nobody.get('/health/ready')].map(
      (one) => one,
    );
    Object.assign(pool, { query, connect });
    expect(told(got as Got)).toEqual([503, 'busy']);
    expect((got as Got).headers.get('retry-after')).toBe('1');
    expect([ready?.status, ready?.body.status]).toEqual([503, 'not-ready']);
  });
});

describe('while the program', () => {
  afterEach(() => {
    api.state.phase = 'serving';
  });

  it('loads the demo years, files are read and nothing is written', async () => {
    api.state.phase = 'loading';
    const before = await api.events();
    expect((await farsta().get(`/api/v1/files/${id}`)).status).toBe(200);
    expect((await farsta().post('/api/v1/files/search', { text: 'Testsson' })).status).toBe(200);
    const got = await farsta().step(id, 1, 'submit');
    expect(told(got)).toEqual([503, 'loading']);
    expect(got.headers.get('retry-after')).toBe('10');
    expect(await api.events()).toBe(before);
  });

  it('stops, every call is sent elsewhere', async () => {
    api.state.phase = 'stopping';
    expect(told(await farsta().get(`/api/v1/files/${id}`))).toEqual([503, 'stopping']);
    expect((await api.nobody.get('/health/ready')).status).toBe(503);
    expect((await api.nobody.get('/health/live')).status).toBe(200);
  });
});

describe('every answer', () => {
  it('forbids what a page could be made to do', async () => {
    for (const path of ['/api', '/api/v1/files', '/nowhere', '/health/live']) {
      const { headers } = await farsta().get(path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });
});
