import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a word by which a household is found (its address) stays within the organisation that answers for it. What the
 * words of earlier rows are cannot be told from their keyed hashes: those are found as before (docs/decisions/0029).
 */
const column = 'alter table term add column within boolean not null default false';

const policyBefore = `
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

/** As before, but what stays within is found by those alone whose own the families are, and by the auditors. */
const policy = policyBefore.replace('else (', 'when within then false\n    else (');

/** By its address a household is not found by those it was handed over to, whatever the program asks for. */
export class TermsWithin1700000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(column);
    await runner.query(policy);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(policyBefore);
    await runner.query('alter table term drop column within');
  }
}
