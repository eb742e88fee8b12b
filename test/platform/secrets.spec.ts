import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSecrets } from '../../src/platform/secrets.js';

describe('the keys of an installation', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'husrum-keys-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('are made once, 32 bytes each, for their owner only, also when two start at once', async () => {
    const [one, other] = await Promise.all([loadSecrets({ dataDir }), loadSecrets({ dataDir })]);
    expect(one).toEqual(other);
    expect([one.masterKey.length, one.signingKey.length]).toEqual([32, 32]);
    expect(one.masterKey.equals(one.signingKey)).toBe(false);
    expect((await stat(join(dataDir, 'master.key'))).mode & 0o777).toBe(0o600);
  });

  it('are taken from the configuration first', async () => {
    const secrets = await loadSecrets({
      dataDir,
      masterKey: '01'.repeat(32),
      signingKey: `${'A'.repeat(43)}=`,
    });
    expect(secrets).toEqual({ masterKey: Buffer.alloc(32, 1), signingKey: Buffer.alloc(32) });
  });

  it('are never replaced when damaged', async () => {
    await writeFile(join(dataDir, 'master.key'), 'short');
    await expect(loadSecrets({ dataDir })).rejects.toThrow('Restore it from a backup');
  });
});
