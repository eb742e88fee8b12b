import type { DataSource } from 'typeorm';
import type pg from 'pg';
import { registerEntities } from '../../src/register/entities.js';
import { RegisterBook } from '../../src/register/register-book.js';
import { RegisterDirectory } from '../../src/register/directory.js';
import { TokenRow } from '../../src/access/token.entity.js';
import { createDataSource, createPool } from '../../src/platform/database.js';
import { registry } from './asked.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

/** A database of its own with the registers open on it. */
export interface RegisterWorld {
  readonly pool: pg.Pool;
  readonly source: DataSource;
  readonly directory: RegisterDirectory;
  readonly book: RegisterBook;
  /** Puts a line; throws when it is refused. */
  put(register: string, data: object, at?: string): Promise<boolean>;
  close(): Promise<void>;
}

export const MORNING = '2020-01-01T08:00:00.000Z';

export async function registerWorld(): Promise<RegisterWorld> {
  const database: TestDatabase = await freshDatabase();
  const pool = createPool(database.url, { max: 4 });
  const source = await createDataSource(database.url, [...registerEntities, TokenRow]).initialize();
  const directory = new RegisterDirectory(pool);
  const book = new RegisterBook(
    source.manager,
    (word) => Buffer.from(word),
    () => directory.forget(),
    (workflow, name) => registry.policyUnit(workflow, name),
  );
  return {
    pool,
    source,
    directory,
    book,
    async put(register, data, at = MORNING) {
      const answer = await book.put(register, data, { at, by: 'casebook' });
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return answer.changed;
    },
    async close() {
      await source.destroy();
      await pool.end();
      await database.drop();
    },
  };
}
