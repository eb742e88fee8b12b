import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Checkpoints: signed statements of where every chain ended at a moment. `checkpoint_head` holds a chain's end where it had
 * moved since the checkpoint before, so that a chain that rests costs nothing. Both are only ever added to.
 */
const tables = `
create table checkpoint (
  number int primary key, at timestamptz not null, canonical bytea not null, signature bytea not null
);
create table checkpoint_head (
  chain text not null, number int not null, length int not null, head bytea not null, primary key (chain, number)
);
create index checkpoint_head_number on checkpoint_head (number, chain);
revoke all on checkpoint, checkpoint_head from public;
grant select, insert on checkpoint, checkpoint_head to husrum_app;
grant select on checkpoint, checkpoint_head to husrum_auditor;
`;

/** Where every chain ended at a moment, signed. */
export class Checkpoints1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table checkpoint_head, checkpoint');
  }
}
