import { resolve } from 'node:path';
import { ConfigError, readConfig } from '../../src/platform/config.js';

const faultsOf = (variables: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readConfig(variables);
    return [];
  } catch (error) {
    return (error as ConfigError).faults;
  }
};

describe('the configuration', () => {
  it('needs nothing: embedded database, demo, loopback', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://127.0.0.1:3000',
      metricsPort: 9464,
      dataDir: resolve('.husrum'),
      demo: true,
      workflowFolders: [],
      logLevel: 'info',
    });
    expect(readConfig({}).database).toBeUndefined();
  });

  it('takes an empty variable as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', HUSRUM_DEMO: '' })).toEqual(readConfig({}));
  });

  it('has no demo on a database of its own unless told to', () => {
    const keys = { HUSRUM_MASTER_KEY: 'ab'.repeat(32), HUSRUM_SIGNING_KEY: `${'A'.repeat(43)}=` };
    const own = { DATABASE_URL: 'postgres://app@db/husrum', ...keys };
    expect(readConfig(own)).toMatchObject({ demo: false, database: { url: own.DATABASE_URL } });
    expect(readConfig({ ...own, HUSRUM_DEMO: '1' }).demo).toBe(true);
  });

  it('takes further workflow folders, separated by commas', () => {
    expect(readConfig({ HUSRUM_WORKFLOWS: '/a, /b' }).workflowFolders).toEqual([
      resolve('/a'),
      resolve('/b'),
    ]);
  });

  it('tells all faults at once', () => {
    const faults = faultsOf({
      PORT: '99999',
      DATABASE_URL: 'mysql://x',
      HUSRUM_DEMO: 'yes',
      OIDC_ISSUER: 'https://id',
    });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'HUSRUM_DEMO',
      'OIDC_CLIENT_ID',
      'OIDC_CLIENT_SECRET',
      'HUSRUM_MASTER_KEY',
      'HUSRUM_SIGNING_KEY',
    ]);
  });

  it('signs in over plain HTTP in a demo only', () => {
    const oidc = { OIDC_ISSUER: 'http://127.0.0.1:4000', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' };
    expect(faultsOf({ ...oidc, HUSRUM_DEMO: '0' })).toEqual([
      'OIDC_ISSUER must begin with https:// where HUSRUM_DEMO is not 1: only a demo signs in over plain HTTP',
    ]);
    expect(faultsOf({ ...oidc, HUSRUM_DEMO: '1' })).toEqual([]);
  });

  it('never tells a value', () => {
    const secret = 'hunter2';
    const names = [
      'DATABASE_URL',
      'DATABASE_OWNER_URL',
      'HUSRUM_MASTER_KEY',
      'HUSRUM_SIGNING_KEY',
      'SMTP_URL',
      'PORT',
    ];
    const error = new ConfigError(faultsOf(Object.fromEntries(names.map((name) => [name, secret]))));
    expect(error.faults.length).toBeGreaterThanOrEqual(names.length);
    expect(error.message).not.toContain(secret);
  });
});
