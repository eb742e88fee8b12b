import pg from 'pg';
import { migrate } from '../../src/platform/database.js';

/** The database that every test's own is copied from. */
export const TEMPLATE = 'husrum_template';

/** The same server, another database. */
export function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Runs one statement on the server's maintenance database, as the owner. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes the template anew and runs every migration in it. */
export async function makeTemplate(url: string): Promise<void> {
  await onServer(url, `DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
  await onServer(url, `CREATE DATABASE ${TEMPLATE}`);
  await migrate(inDatabase(url, TEMPLATE));
}
