import type { EntryBody } from '../../src/access/access-entry.js';
import type { Served } from './served.js';

/** Every entry of the log of readings, or those of one stream, in the order of their writing. */
export async function entries(api: Served, stream?: string): Promise<EntryBody[]> {
  const { rows } = await api.runtime.pool.query<{ body: EntryBody }>(
    `select convert_from(canonical, 'UTF8')::jsonb as body from access_entry
     where $1::text is null or stream = $1 order by at, stream, seq`,
    [stream ?? null],
  );
  return rows.map(({ body }) => body);
}

/** What was logged while something was done, whatever its stream. */
export async function logged(api: Served, work: () => Promise<unknown>): Promise<EntryBody[]> {
  const before = new Set((await entries(api)).map(({ stream, seq }) => `${stream} ${seq}`));
  await work();
  return (await entries(api)).filter(({ stream, seq }) => !before.has(`${stream} ${seq}`));
}
