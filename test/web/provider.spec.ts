import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { createServer as plainServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { generate } from 'selfsigned';
import { DEMO_ACR } from '../../src/demo-provider/acr.js';
import { startDemoProvider, type DemoProvider } from '../../src/demo-provider/start.js';
import { freshDatabase } from '../support/database.js';
import { dropped, Served } from '../api/served.js';
import { Visitor } from './visitor.js';
import { WebWorld } from './web-world.js';

const someone = {
  login: 'shis.handlaggare',
  name: 'S',
  role: { sv: 'R', en: 'R' },
  organisation: 'SHIS',
  ways: 1,
  isExample: true,
};

async function freePort(): Promise<number> {
  const server = plainServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A provider that is configured, as a city's would be. */
async function configured(
  more: Record<string, string>,
): Promise<{ world: WebWorld; provider: DemoProvider }> {
  const port = await freePort();
  const provider = await startDemoProvider(`http://127.0.0.1:${port}`, async () => [someone]);
  const world = await WebWorld.open({
    PORT: String(port),
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    ...more,
  });
  return { world, provider };
}

describe('the provider that is configured', () => {
  it.each([
    ['the way of signing in that is required', { OIDC_ACR: DEMO_ACR }, 303, 'sign-in'],
    ['another way of signing in', { OIDC_ACR: 'urn:mfa' }, 400, 'sign-in-refused'],
    ['the claim that names the login', { OIDC_LOGIN_CLAIM: 'sub' }, 303, 'sign-in'],
    ['no such claim', { OIDC_LOGIN_CLAIM: 'employee' }, 400, 'sign-in-refused'],
  ])('tells %s', async (_, settings, status, event) => {
    const { world, provider } = await configured(settings);
    try {
      expect((await world.visitor().signIn(someone.login)).status).toBe(status);
      expect((await world.log())[0]).toMatchObject({ event });
    } finally {
      await world.close();
      await provider.stop();
    }
  });

  it('that does not answer is told of, and the rest goes on', async () => {
    const { world, provider } = await configured({});
    try {
      const visitor = world.visitor();
      const callback = await visitor.callback(someone.login);
      const inside = await world.signedIn(someone.login);
      await provider.stop();
      const page = await visitor.get(callback);
      expect([page.status, page.text.includes('Inloggningstjänsten svarar inte')]).toEqual([503, true]);
      expect((await inside.get('/account')).status).toBe(200);
      expect((await inside.form('/auth/sign-out')).status).toBe(200);
      expect((await inside.get('/account')).status).toBe(401);
    } finally {
      await world.close();
    }
  });
});

describe('without a provider', () => {
  it('nobody signs in, and bearer tokens are good', async () => {
    const served = await Served.open();
    try {
      const visitor = new Visitor(served.url);
      expect((await visitor.get('/')).text).toContain('ingen inloggningstjänst är ansluten');
      expect((await visitor.get('/auth/sign-in')).status).toBe(503);
      expect((await visitor.get('/auth/callback?code=x&state=y')).status).toBe(503);
      const logout = await visitor.bareForm('/auth/backchannel-logout', { logout_token: 'x' });
      expect(logout.status).toBe(400);
      expect((await served.as('shis.handlaggare').get('/api/v1/districts')).status).toBe(200);
    } finally {
      await served.close();
    }
  });
});

describe('the provider of a demo', () => {
  it('is refused at the start of anything else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'husrum-tls-'));
    const database = await freshDatabase();
    const made = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
    });
    await writeFile(join(folder, 'cert.pem'), made.cert);
    const server = createServer({ key: made.private, cert: made.cert }, (_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ issuer: issuer(), husrum_demo: true }));
    }).listen(0, '127.0.0.1');
    const issuer = (): string => `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await once(server, 'listening');
    const key = Buffer.alloc(32, 7).toString('base64');
    const child = spawn(process.execPath, ['dist/src/main.js'], {
      env: {
        ...{
          DATABASE_URL: database.url,
          HUSRUM_MASTER_KEY: key,
          HUSRUM_SIGNING_KEY: key,
          HUSRUM_DATA: folder,
        },
        ...{ HUSRUM_DEMO: '0', PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'silent' },
        ...{ OIDC_ISSUER: issuer(), OIDC_CLIENT_ID: 'husrum', OIDC_CLIENT_SECRET: 'secret-of-the-client' },
        NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem'),
      },
    });
    const [told, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(code).toBe(1);
    expect(told).toContain('OIDC_ISSUER is the provider of a demo');
    expect(told).not.toContain('secret-of-the-client');
    server.close();
    await dropped(database);
    await rm(folder, { recursive: true, force: true });
  });

  it('believes nobody who is not on its list, and has no password to try', async () => {
    const world = await WebWorld.open();
    try {
      const visitor = world.visitor();
      await expect(visitor.callback('system')).rejects.toThrow('no way on: 200');
      await expect(visitor.callback("x' or '1'='1")).rejects.toThrow('no way on: 200');
      expect((await visitor.get('/account')).status).toBe(401);
    } finally {
      await world.close();
    }
  });
});
