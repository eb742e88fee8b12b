import pg from 'pg';
import { freshDatabase } from './database.js';

describe('a test database', () => {
  it('is migrated, is its own, and is gone when dropped', async () => {
    const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
    expect(one.url).not.toBe(other.url);
    const client = new pg.Client({ connectionString: one.url });
    await client.connect();
    expect((await client.query('SELECT count(*)::int AS n FROM migrations')).rows[0]).toMatchObject({
      n: expect.any(Number),
    });
    await client.end();
    await Promise.all([one.drop(), other.drop()]);
    await expect(new pg.Client({ connectionString: one.url }).connect()).rejects.toThrow('does not exist');
  });
});
