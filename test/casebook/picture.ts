import type { Runtime } from '../../src/runtime.js';

const FILES = `
select id, kind, opened_at as opened, record ->> 'number' as number from case_file order by opened_at, id`;

const PARTS: Readonly<Record<string, string>> = {
  files: 'select id, kind, version, record, district, assignee, opened_at, recorded_at from case_file',
  processes: 'select * from process',
  deadlines: 'select * from deadline',
  facts: 'select * from fact',
  holds: 'select * from hold',
  messages: 'select file_id, key, process, whom, template, created_at from outbox',
  steps: `select file_id, seq, recorded_at, convert_from(canonical, 'UTF8')::jsonb
    - '{command,request,importedAt,proposal}'::text[] as body from event`,
  registers: 'select line, register, data, valid_from, recorded_at, by from register_change',
};

/**
 * Everything that a database holds of its cases, told without what is chance: files by what they are instead of by their
 * numbers, personal values in the plain instead of sealed.
 */
export async function pictureOf(runtime: Runtime): Promise<Record<string, string[]>> {
  const names = await fileNames(runtime);
  const plain = await plainValues(runtime);
  const picture: Record<string, string[]> = {};
  for (const [part, query] of Object.entries(PARTS)) {
    const { rows } = await runtime.pool.query<object>(query);
    picture[part] = rows.map((row) => told(JSON.stringify(row, byChance), names, plain)).sort();
  }
  return picture;
}

/** Events that a correction tells anew stand inside its own: what of them is chance is left out as well. */
function byChance(this: object, key: string, value: unknown): unknown {
  const isEvents = Object.hasOwn(this, 'orgKind');
  return isEvents && ['command', 'request', 'importedAt', 'proposal'].includes(key) ? undefined : value;
}

function told(text: string, names: ReadonlyMap<string, string>, plain: ReadonlyMap<string, string>): string {
  const named = text.replace(/\b[0-9a-hjkmnp-tv-z]{11}\b/g, (id) => names.get(id) ?? id);
  return named.replace(/\{"sealed":"([\w-]{43})"\}/g, (mark, digest: string) => plain.get(digest) ?? mark);
}

async function fileNames({ pool }: Runtime): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ id: string; kind: string; opened: Date; number: string | null }>(FILES);
  return new Map(
    rows.map(({ id, kind, opened, number }) => [id, `${number ?? kind} of ${opened.toISOString()}`]),
  );
}

async function plainValues({ pool, engine }: Runtime): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ file: string; digests: string[] }>(
    'select file_id as file, array_agg(digest) as digests from sealed group by file_id',
  );
  const values = new Map<string, string>();
  for (const { file, digests } of rows)
    for (const [digest, value] of await engine.keys.unseal(file, digests))
      values.set(digest, JSON.stringify(value));
  return values;
}
