import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../migrations/index.js';
import type { Config } from './config.js';
import { acquirePostgres } from './postgres/index.js';

/** Where the database is. */
export interface DatabaseHome {
  /** The owner's address: for migrations, and for nothing else. */
  readonly ownerUrl: string;
  /** The app's address when the configuration gives it; otherwise the migrations make its login. */
  readonly appUrl?: string | undefined;
  /** Lets go of the embedded server; close every pool first. Does nothing for a server of one's own. */
  release(): Promise<void>;
}

/** Any number, as long as everything that migrates takes the same. */
const MIGRATION_LOCK = 7_248_786;

/**
 * Finds the database that the configuration names, or starts the embedded one.
 * @throws Error that says what to do when the embedded server does not start.
 */
export async function locateDatabase(config: Pick<Config, 'database' | 'dataDir'>): Promise<DatabaseHome> {
  if (!config.database) {
    const server = await acquirePostgres(config.dataDir);
    return { ownerUrl: server.url, release: () => server.release() };
  }
  const { url, ownerUrl } = config.database;
  return { ownerUrl: ownerUrl ?? url, appUrl: ownerUrl ? url : undefined, release: async () => undefined };
}

/** The same address with another user, for the login that the migrations make. */
export function asUser(url: string, user: string, password: string): string {
  const address = new URL(url);
  address.username = encodeURIComponent(user);
  address.password = encodeURIComponent(password);
  return address.href;
}

/**
 * A pool of connections. One that breaks is told by the statement that it ran, if any, and dropped; the event that says so
 * again must have a listener from the first moment on, or it ends the program.
 */
export function createPool(url: string, options: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, application_name: 'husrum', ...options });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** TypeORM's access to a database, not yet initialised; it never changes the schema by itself. */
export function createDataSource(
  url: string,
  entities: NonNullable<DataSourceOptions['entities']> = [],
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    applicationName: 'husrum',
  });
}

/**
 * Brings a database up to date, one process at a time.
 * @param ownerUrl the owner's address.
 * @returns the names of the migrations that were run, oldest first.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: ownerUrl });
  await lock.connect();
  const source = createDataSource(ownerUrl);
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await source.initialize();
    return (await source.runMigrations()).map((migration) => migration.name);
  } finally {
    if (source.isInitialized) await source.destroy();
    await lock.end();
  }
}

/**
 * Lets the database see what its tables hold now. After much was written at once it plans as for empty ones until it comes to
 * them by itself, a minute or more later: reports then take twenty times as long.
 * @param ownerUrl the owner's address.
 */
export async function gatherStatistics(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}
