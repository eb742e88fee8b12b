import type { Pool } from 'pg';
import type { Instant } from '../../../workflows/definition.js';
import { addMonths } from '../../domain/days.js';
import { dayOf, midnight } from '../../domain/zone.js';
import { searchWords } from '../../engine/seal.js';
import type { Vault } from '../../engine/vault.js';
import type { Snapshot } from '../../register/snapshot.js';
import { SAMPLE_LEAST, SAMPLE_PERCENT } from '../access.policy.js';
import { ownQuery, READERS, ruleQueries, sampleQuery, type OwnRule } from './rules.queries.js';

/** Until when the rules have been applied. */
const SETTING = 'reviewed-until';
/** How long an entry of another node may be under way, with a clock of its own. */
const OVERLAP_MS = 2 * 3_600_000;

/** What the making of reviews works with. */
export interface MakingPorts {
  readonly pool: Pool;
  readonly vault: Vault;
  readonly registers: { snapshot(): Promise<Snapshot> };
}

/**
 * Finds what comes up for review: by the rules all readings since the last time, and for each month that has ended a random
 * sample that can be drawn again. Any number of nodes may do it at any time: each item is made once. Returns how many were.
 */
export async function makeReviews(ports: MakingPorts, now: Instant): Promise<number> {
  const { pool } = ports;
  const { rows } = await pool.query<{ first: Date | null; until: string | null }>(
    `select (select min(at) from access_entry) as first, (select value from setting where name = $1) as until`,
    [SETTING],
  );
  const first = rows[0]?.first?.toISOString();
  if (first === undefined) return 0;
  const since = rows[0]?.until ?? null;
  const from = since === null ? first : new Date(Date.parse(since) - OVERLAP_MS).toISOString();
  const span = [midnight(dayOf(from)), after(now), now];
  let made = 0;
  for (const text of Object.values(ruleQueries)) made += (await pool.query(text, span)).rowCount ?? 0;
  for (const rule of ['surname', 'address'] as const) made += await byOwn(ports, rule, span);
  for (const month of await undrawn(pool, first, now)) made += await drawSample(ports, month, now);
  await pool.query(
    `insert into setting (name, value) values ($1, to_jsonb($2::text))
     on conflict (name) do update set value = excluded.value`,
    [SETTING, now],
  );
  return made;
}

/** Draws a month's sample. The same month and master key give the same readings. */
async function drawSample({ pool, vault }: MakingPorts, month: string, now: Instant): Promise<number> {
  const seed = vault.mac({ sample: month });
  const policy = [SAMPLE_PERCENT.value, SAMPLE_LEAST.value];
  const values = [beginOf(month), beginOf(nextOf(month)), now, seed, ...policy];
  return (await pool.query(sampleQuery, values)).rowCount ?? 0;
}

/** Months that have ended, from that of the first entry on, of which no sample is there. */
async function undrawn(pool: Pool, first: Instant, now: Instant): Promise<string[]> {
  const query = `select distinct month from review_item where rule = 'sample'`;
  const drawn = new Set((await pool.query<{ month: string }>(query)).rows.map(({ month }) => month));
  const months: string[] = [];
  const current = monthOf(now);
  for (let month = monthOf(first); month < current; month = nextOf(month)) months.push(month);
  return months.filter((month) => !drawn.has(month));
}

/** A login and the keyed hash of something that is theirs. */
type Own = readonly [login: string, term: Buffer];

async function byOwn(ports: MakingPorts, rule: OwnRule, span: readonly string[]): Promise<number> {
  const { rows } = await ports.pool.query<{ login: string }>(READERS, span.slice(0, 2));
  const logins = rows.map(({ login }) => login);
  const own = await (rule === 'surname' ? surnames(ports, logins) : addresses(ports, logins));
  if (own.length === 0) return 0;
  const values = [...span, own.map(([login]) => login), own.map(([, term]) => term)];
  return (await ports.pool.query(ownQuery(rule), values)).rowCount ?? 0;
}

async function surnames({ vault, registers }: MakingPorts, logins: readonly string[]): Promise<Own[]> {
  const { people } = await registers.snapshot();
  return logins.flatMap((login) =>
    surnamesOf(people.get(login)?.at(-1)?.name ?? '').map((word): Own => [login, vault.term(word)]),
  );
}

/** Those told before too: where a reader lived may be where a family lived. */
async function addresses({ pool }: MakingPorts, logins: readonly string[]): Promise<Own[]> {
  const text = 'select distinct login, term from home where login = any ($1)';
  const { rows } = await pool.query<{ login: string; term: Buffer }>(text, [logins]);
  return rows.map(({ login, term }): Own => [login, term]);
}

/** The words of a surname: of a double name both. */
export const surnamesOf = (name: string): string[] =>
  searchWords('words', name.trim().split(/\s+/).at(-1) ?? '');

const monthOf = (instant: Instant): string => dayOf(instant).slice(0, 7);
const nextOf = (month: string): string => addMonths(`${month}-01`, 1).slice(0, 7);
const beginOf = (month: string): Instant => midnight(`${month}-01`);
/** The first moment after one, as spans leave out their end. */
const after = (now: Instant): Instant => new Date(Date.parse(now) + 1).toISOString();
