import type { Reader } from '../access/access-entry.js';
import type { EventBody } from '../engine/model.js';
import type { Runtime } from '../runtime.js';
import type { Language } from '../platform/language.js';
import { logList } from './logged-list.js';
import { tell } from './told.js';

/** A step that took two persons. */
export interface SecondLine {
  readonly file: string;
  readonly seq: number;
  readonly told: string;
  readonly recordedAt: string;
  /** Logins: who proposed it, and who agreed. */
  readonly first: string;
  readonly second: string;
}

const MOST = 200;
const SECOND = `
select e.canonical, convert_from(p.canonical, 'UTF8')::jsonb ->> 'by' as first from event e
  left join event p on p.file_id = e.file_id
    and p.seq = ((convert_from(e.canonical, 'UTF8')::jsonb) ->> 'proposed')::int
where position('"proposed":'::bytea in e.canonical) > 0 order by e.recorded_at desc limit $1`;

/** The newest steps that took two persons, in the files that the reader may see; the list is logged. */
export async function secondPersons(
  runtime: Runtime,
  reader: Reader,
  language: Language,
): Promise<SecondLine[]> {
  const { pool, guarded, registry, directory, clock } = runtime;
  const { rows } = await pool.query<{ canonical: Buffer; first: string | null }>(SECOND, [MOST]);
  const all = rows.map(({ canonical, first }) => ({
    body: JSON.parse(canonical.toString('utf8')) as EventBody,
    first: first ?? '',
  }));
  const named = [...new Set(all.map(({ body }) => body.file))];
  const seen = await guarded.as(reader.person, clock.now(), (db) =>
    db.query<{ id: string; kind: 'household' | 'dwelling' }>(
      'select id, kind from case_file where id = any($1)',
      [named],
    ),
  );
  const kinds = new Map(seen.rows.map(({ id, kind }) => [id, kind]));
  const telling = { registry, registers: await directory.snapshot(), language };
  const lines = all.flatMap(({ body, first }) => {
    const kind = kinds.get(body.file);
    if (kind === undefined) return [];
    const { file, seq, recordedAt, by: second } = body;
    return [{ file, seq, recordedAt, first, second, told: tell(telling, body, kind) }];
  });
  await logList(runtime, reader, { audit: 'two-persons' }, [...kinds.keys()]);
  return lines;
}
