import type { MigrationInterface, QueryRunner } from 'typeorm';

const policies = `
grant select on fact to husrum_reader;
alter table fact enable row level security, force row level security;
create policy reading on fact for select to husrum_reader using (exists (select from process p
  where p.file_id = fact.file_id and p.number = fact.process));
create policy "work of husrum_engine" on fact to husrum_engine using (true) with check (true);
create policy "work of husrum_app" on fact to husrum_app using (true) with check (true);
create policy "work of husrum_auditor" on fact to husrum_auditor using (true) with check (true);
`;

/** People read the facts of the processes that they may know of. What a fact names in other files is not theirs by that. */
export class FactsRead1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(policies);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['reading', ...['engine', 'app', 'auditor'].map((one) => `work of husrum_${one}`)])
      await runner.query(`drop policy "${name}" on fact`);
    await runner.query('alter table fact no force row level security, disable row level security');
    await runner.query('revoke select on fact from husrum_reader');
  }
}
