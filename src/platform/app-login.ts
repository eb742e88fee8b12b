import { createHmac } from 'node:crypto';
import pg from 'pg';
import { asUser } from './database.js';

/**
 * Makes the application's own login in one database, which may do what role `husrum_app` may and no more, and gives its
 * address. Name and password follow from the database and the master key, so every node makes the same.
 */
export async function ensureAppLogin(ownerUrl: string, masterKey: Uint8Array): Promise<string> {
  const database = decodeURIComponent(new URL(ownerUrl).pathname.slice(1));
  const login = `husrum_app_${database}`.slice(0, 63);
  const password = createHmac('sha256', masterKey).update(`login ${database}`).digest('base64url');
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const name = client.escapeIdentifier(login);
    const secret = client.escapeLiteral(password);
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login]);
    await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${name} login password ${secret}`);
    await client.query(`grant husrum_app to ${name}`);
  } finally {
    await client.end();
  }
  return asUser(ownerUrl, login, password);
}

/** Lets a login of one's own, from the configuration, do what the application may. */
export async function grantApp(ownerUrl: string, appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      `grant husrum_app to ${client.escapeIdentifier(decodeURIComponent(new URL(appUrl).username))}`,
    );
  } finally {
    await client.end();
  }
}
