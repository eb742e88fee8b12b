import { randomBytes } from 'node:crypto';
import type { Reader } from '../access/access-entry.js';
import type { Runtime } from '../runtime.js';

/** What a sample is drawn among. */
export const sampleRules = ['all', 'open', 'late'] as const;
export type SampleRule = (typeof sampleRules)[number];

/** A sample as drawn: with its seed and rule anyone who may see the same cases draws the same again. */
export interface Sample {
  readonly id: number;
  readonly at: Date;
  readonly login: string;
  readonly seed: string;
  readonly rule: SampleRule;
  readonly size: number;
  /** How many cases there were to draw among. */
  readonly among: number;
  readonly files: readonly string[];
}

/** `late`: somebody registered a step more than thirty days after it had happened. */
const AMONG: Readonly<Record<SampleRule, string>> = {
  all: 'true',
  open: 'exists (select from process p where p.file_id = f.id and p.is_open)',
  late: `exists (select from fact t where t.file_id = f.id and t.recorded_at::date > t.occurred_on + 30)`,
};

/** In the order of SHA-256(seed ‖ number of the file), in hex. */
const drawn = (rule: SampleRule): string => `
select id, count(*) over ()::int as among from case_file f where kind = 'household' and ${AMONG[rule]}
order by encode(sha256(convert_to($1 || id, 'UTF8')), 'hex') collate "C" limit $2`;

const KEEP = `
insert into audit_sample (at, login, seed, rule, size, among, files) values ($1, $2, $3, $4, $5, $6, $7) returning id`;

/** Draws a sample of the households that the reader may see, logged with its seed. Without a seed one is made. */
export async function drawSample(
  { guarded, pool, clock, accessLog }: Runtime,
  reader: Reader,
  { rule, size, seed: given }: { readonly rule: SampleRule; readonly size: number; readonly seed?: string },
): Promise<number> {
  const seed = given || randomBytes(8).toString('hex');
  const now = clock.now();
  const { rows } = await guarded.as(reader.person, now, (db) =>
    db.query<{ id: string; among: number }>(drawn(rule), [seed, size]),
  );
  const files = rows.map(({ id }) => id);
  const among = rows[0]?.among ?? 0;
  await accessLog.other(reader, 'sample', { files, parameters: { seed, rule, size, among } });
  const kept = await pool.query<{ id: number }>(KEEP, [
    ...[now, reader.person.login, seed, rule, size, among, files],
  ]);
  return kept.rows[0]?.id ?? 0;
}

const READ = 'select * from audit_sample where id = $1';
const LAST = 'select * from audit_sample order by id desc limit 5';

/** A sample by its number; null when there is none. */
export async function sampleOf({ pool }: Pick<Runtime, 'pool'>, id: number): Promise<Sample | null> {
  return (await pool.query<Sample>(READ, [id])).rows[0] ?? null;
}

/** The newest samples. */
export const lastSamples = async ({ pool }: Pick<Runtime, 'pool'>): Promise<Sample[]> =>
  (await pool.query<Sample>(LAST)).rows;

/** The cases of a sample that the reader may see now, in its order, logged as read. */
export async function seenInSample(
  { guarded, clock, accessLog }: Runtime,
  reader: Reader,
  { files }: Sample,
): Promise<{ readonly file: string; readonly district: string | null }[]> {
  const { rows } = await guarded.as(reader.person, clock.now(), (db) =>
    db.query<{ id: string; district: string | null }>(
      'select id, district from case_file where id = any($1)',
      [[...files]],
    ),
  );
  const districts = new Map(rows.map(({ id, district }) => [id, district]));
  const seen = files.filter((id) => districts.has(id));
  await accessLog.other(reader, 'sample', { files: seen });
  return seen.map((file) => ({ file, district: districts.get(file) ?? null }));
}
