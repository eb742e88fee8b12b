import type { QueryRunner } from 'typeorm';
import { migrations } from '../../src/migrations/index.js';
import { createDataSource } from '../../src/platform/database.js';
import { freshDatabase } from '../support/database.js';

/** Everything that migrations make: columns, indexes, functions, policies, and who may what. */
const SCHEMA = `
select 'column' as what, table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as told
from information_schema.columns where table_schema = 'public'
union all select 'index', indexdef from pg_indexes where schemaname = 'public'
union all select 'function', pg_get_functiondef(p.oid) || pg_get_userbyid(proowner) || coalesce(proacl::text, '')
from pg_proc p where pronamespace = 'public'::regnamespace
union all select 'policy', tablename || ' ' || policyname || ' ' || roles::text || ' ' || cmd || ' ' || coalesce(qual, '') || coalesce(with_check, '')
from pg_policies
union all select 'table', relname || ' ' || relrowsecurity || relforcerowsecurity || ' ' || coalesce(relacl::text, '')
from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migrations'
order by 1, 2`;

const schemaOf = async (runner: QueryRunner): Promise<string[]> =>
  ((await runner.query(SCHEMA)) as { what: string; told: string }[]).map(
    ({ what, told }) => `${what} ${told}`,
  );

describe('the migrations', () => {
  it('go down one by one to an empty schema, and up again to the very same', async () => {
    const database = await freshDatabase();
    const source = await createDataSource(database.url).initialize();
    const runner = source.createQueryRunner();
    const before = await schemaOf(runner);
    expect(before.length).toBeGreaterThan(100);
    const all = migrations.map((Migration) => new Migration());
    const steps: string[][] = [];
    for (const one of [...all].reverse()) {
      await one.down(runner);
      steps.unshift(await schemaOf(runner));
    }
    expect(steps[0]?.filter((line) => !line.includes('migrations'))).toEqual([]);
    for (const [at, one] of all.entries()) {
      expect(await schemaOf(runner)).toEqual(steps[at]);
      await one.up(runner);
    }
    expect(await schemaOf(runner)).toEqual(before);
    await runner.release();
    await source.destroy();
    await database.drop();
  }, 60_000);
});
