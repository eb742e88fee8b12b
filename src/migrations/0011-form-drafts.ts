import type { MigrationInterface, QueryRunner } from 'typeorm';

const table = `
create table form_draft (
  id uuid primary key, workflow text not null, organisation text not null, begun_by text not null, begun_at timestamptz not null,
  changed_by text not null, changed_at timestamptz not null, version int not null, is_own boolean not null default false,
  sending_by text, wrapped bytea not null, sealed bytea not null
);
create index form_draft_of on form_draft (organisation, changed_at desc);
revoke all on form_draft from public;
grant select, insert, update, delete on form_draft to husrum_app;
`;

/** Forms under way, each sealed with a key of its own, until they are sent or discarded. */
export class FormDrafts1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table form_draft');
  }
}
