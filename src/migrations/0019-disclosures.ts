import type { MigrationInterface, QueryRunner } from 'typeorm';
import { commitFiles as earlier } from './0018-commit.js';

/** What the workflows of this day say of processes that are there: each other one says nothing. */
const column = `
alter table process add column discloses jsonb not null default '{}';
update process set discloses = jsonb_build_object('shis', case stored #>> '{context,ground}'
  when 'consent' then 'shared' when 'statute' then 'shared' when 'withdrawn' then 'coded' else 'none' end)
where workflow = 'referral';
update process set discloses = '{"agency": "none"}'
where workflow in ('supported-housing', 'housing-first')
  and (stored #>> '{context,requestedOn}' is null or stored #>> '{context,leaseStart}' is not null);
`;

const commitFiles = earlier.replace(
  'seen_by = excluded.seen_by',
  'seen_by = excluded.seen_by, discloses = excluded.discloses',
);

/**
 * By whom a household is found by who it is: by those whose own it is and the auditors; by those it was handed over to
 * unless what says so in so many words among the processes that they know of says less (src/files/sight.ts, `depthOf`).
 */
const policy = `
drop policy reading on term;
create policy reading on term for select to husrum_reader using (
  exists (select from case_file f where f.id = file_id)
  and case
    when current_setting('husrum.kind', true) in ('district', 'housingUnit', 'administration') then true
    when current_setting('husrum.kind', true) in ('agency', 'company') then false
    else (
      select bool_or(p.discloses ->> current_setting('husrum.kind', true) = 'shared')
        or not bool_or(p.discloses ? current_setting('husrum.kind', true))
      from process p where p.file_id = term.file_id)
  end);
`;

const policyBefore = `
drop policy reading on term;
create policy reading on term for select to husrum_reader using (
  current_setting('husrum.kind', true) not in ('agency', 'company')
  and exists (select from case_file f where f.id = file_id));
`;

/** What a process discloses, and the search by who somebody is, which the database gives no further than that. */
export class Disclosures1700000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(column);
    await runner.query(commitFiles);
    await runner.query(policy);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(policyBefore);
    await runner.query(earlier);
    await runner.query('alter table process drop column discloses');
  }
}
