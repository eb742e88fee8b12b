import { randomBytes } from 'node:crypto';
import { copy, inDatabase, onServer, type Template } from './template.js';

/** A test's own database. */
export interface TestDatabase {
  /** The owner's address. */
  readonly url: string;
  /** Removes it; connections that are still open are cut. */
  drop(): Promise<void>;
}

/** Copies a template that the run's global setup made. */
export async function freshDatabase(template: Template = 'empty'): Promise<TestDatabase> {
  const server = process.env['HUSRUM_TEST_URL'];
  if (!server) throw new Error('No test server: run the tests with "npm test".');
  const name = `husrum_test_${randomBytes(6).toString('hex')}`;
  await copy(server, template, name);
  return {
    url: inDatabase(server, name),
    drop: () => dropped(server, name),
  };
}

const INSUFFICIENT_PRIVILEGE = '42501';
const PAUSE_MS = 250;

/** The server itself may be at work in a database (autovacuum), and is not to be cut off: it is let finish. */
async function dropped(server: string, name: string, tries = 20): Promise<void> {
  try {
    await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  } catch (error) {
    if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE || tries === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    await dropped(server, name, tries - 1);
  }
}
