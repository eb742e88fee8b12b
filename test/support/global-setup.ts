import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTemplates } from './template.js';

/**
 * One PostgreSQL for the whole run: TEST_DATABASE_URL, else DATABASE_URL (of somebody who may make databases and
 * roles), else an embedded one in a temporary folder. Leaves the templates in it that `freshDatabase` copies.
 */
export default async function globalSetup(): Promise<void> {
  process.env['HUSRUM_TEST_URL'] =
    process.env['TEST_DATABASE_URL'] ?? process.env['DATABASE_URL'] ?? (await embedded());
  await makeTemplates(process.env['HUSRUM_TEST_URL']);
}

async function embedded(): Promise<string> {
  const { acquirePostgres } = await import('../../src/platform/postgres/index.js');
  const folder = await mkdtemp(join(tmpdir(), 'husrum-test-'));
  const server = await acquirePostgres(folder, { durable: false });
  globalThis.husrumTestServer = { folder, release: () => server.release() };
  return server.url;
}

declare global {
  var husrumTestServer: { readonly folder: string; release(): Promise<void> } | undefined;
}
