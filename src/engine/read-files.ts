import type { Pool } from 'pg';
import type { Stored } from '../../workflows/definition.js';
import { instantOf } from '../domain/zone.js';
import type { Due } from './deadlines.js';
import type { FileState, Process, Proposal } from './model.js';

const SQL = `
select f.id, f.kind, f.version, f.record, f.opened_at, f.recorded_at,
  (select json_agg(json_build_object('number', p.number, 'workflow', p.workflow, 'version', p.version,
     'definition', p.definition, 'parent', p.parent, 'children', p.children, 'proposals', p.proposals,
     'stored', p.stored, 'openedAt', p.opened_at) order by p.number)
   from process p where p.file_id = f.id) as processes,
  (select json_agg(json_build_object('process', d.process, 'key', d.key, 'name', d.name, 'state', d.state,
     'day', d.due_on, 'at', d.due_at, 'moves', d.moves))
   from deadline d where d.file_id = f.id) as deadlines
from case_file f where f.id = any($1)`;

interface Row {
  readonly id: string;
  readonly kind: 'household' | 'dwelling';
  readonly version: number;
  readonly record: object;
  readonly opened_at: Date;
  readonly recorded_at: Date;
  readonly processes:
    (Omit<Process, 'stored' | 'proposals'> & { stored: Stored; proposals: Proposal[] })[] | null;
  readonly deadlines: Due[] | null;
}

/** Reads case files whole, as they are now. Ids that are not there are absent. `name`: of the prepared statement. */
export async function readFiles(
  pool: Pick<Pool, 'query'>,
  ids: readonly string[],
  name = 'read_files',
): Promise<FileState[]> {
  const { rows } = await pool.query<Row>({ name, text: SQL, values: [ids] });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    version: row.version,
    record: row.record,
    openedAt: row.opened_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    processes: (row.processes ?? []).map((p) => ({ ...p, openedAt: instantOf(p.openedAt) })),
    deadlines: (row.deadlines ?? []).map((d) => ({ ...d, at: instantOf(d.at) })),
  }));
}
