import type { Connection } from '../connection.js';
import type { Findings } from '../findings.js';
import { words } from '../words.js';

/** Where something of a culled file could be left, by the column of its file. */
const GONE_FROM = ['file_key', 'sealed', 'term', 'access_note'] as const;

const READABLE = `select name from unnest($1::text[]) as name where has_table_privilege(name, 'select')`;
const TOLD = `select file_id as id from culling where culled_at is not null and ($1::text is null or file_id = $1)`;
const ALONE = `
select c.file_id as id from culling c left join culling_proposal p on p.id = c.proposal
where c.culled_at is not null and ($1::text is null or c.file_id = $1) and (p.culled_by = p.proposed_by) is not false
order by 1`;

/** The files that are told to be culled, all or the one. */
export async function toldCulled(connection: Connection, file?: string): Promise<ReadonlySet<string>> {
  const { rows } = await connection.query<{ id: string }>(TOLD, [file ?? null]);
  return new Set(rows.map(({ id }) => id));
}

/** What was culled is gone, as far as these rights reach, and two persons did it. */
export async function verifyCulled(connection: Connection, findings: Findings, file?: string): Promise<void> {
  const { rows } = await connection.query<{ name: string }>(READABLE, [GONE_FROM]);
  const left = rows.map(({ name }) => `exists (select from ${name} t where t.file_id = c.id)`).join(' or ');
  const of = [file ?? null];
  const kept = await connection.query<{ id: string }>(
    `select c.id from (${TOLD}) as c where ${left === '' ? 'false' : left} order by 1`,
    of,
  );
  for (const { id } of kept.rows) findings.add('culling', { file: id }, words.culledLeft);
  const alone = await connection.query<{ id: string }>(ALONE, of);
  for (const { id } of alone.rows) findings.add('culling', { file: id }, words.culledAlone);
}
