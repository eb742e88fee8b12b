import type { MigrationInterface, QueryRunner } from 'typeorm';
import { commitHistory } from './0031-corrections.js';

const closes = '  delete from process p using';
const unseals = `  delete from sealed s using jsonb_array_elements(p_history -> 'unsealed') as u
    where s.file_id = u ->> 0 and s.digest = u ->> 1;
`;
/** The function alone: who owns it and who may call it stays as it is. */
const earlier = commitHistory
  .slice(0, commitHistory.indexOf('grant usage'))
  .replace('create function', 'create or replace function');

/** The sealing of an entry: its content is deleted, its hash stays in the event. `p_history` has `unsealed: [[file, digest]]` too. */
export class Sealing1700000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(earlier.replace(closes, `${unseals}${closes}`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(earlier);
  }
}
