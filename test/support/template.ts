import pg from 'pg';
import { createDataSource, migrate } from '../../src/platform/database.js';
import { registerEntities } from '../../src/register/entities.js';
import { RegisterBook } from '../../src/register/register-book.js';
import { cast } from './cast.js';

/** The databases that every test's own is copied from: migrated and empty, and with the cast in its registers. */
export type Template = 'empty' | 'cast';
export const nameOf = (template: Template): string => `husrum_template_${template}`;

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

/** Makes the templates anew: runs every migration, and brings the cast in. */
export async function makeTemplates(url: string): Promise<void> {
  const [empty, peopled] = [nameOf('empty'), nameOf('cast')];
  for (const name of [peopled, empty]) await onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await onServer(url, `CREATE DATABASE ${empty}`);
  await migrate(inDatabase(url, empty));
  await copy(url, 'empty', peopled);
  await bringCast(inDatabase(url, peopled));
}

/** Copies a template's files: written through the log they take six times as long. */
export function copy(url: string, template: Template, name: string): Promise<void> {
  return onServer(url, `CREATE DATABASE ${name} TEMPLATE ${nameOf(template)} STRATEGY file_copy`);
}

async function bringCast(url: string): Promise<void> {
  const source = await createDataSource(url, registerEntities).initialize();
  const book = new RegisterBook(source.manager, noTerm, () => undefined);
  for (const [register, data] of cast) {
    const put = await book.put(register, data, { at: '2010-01-01T00:00:00Z', by: 'casebook' });
    if (!put.ok) throw new Error(JSON.stringify(put));
  }
  await source.destroy();
}

/** Nobody of the cast has anything that is kept by its hash alone. */
function noTerm(): never {
  throw new Error('a line of the cast is not kept as it is');
}
