import type { Pool } from 'pg';
import type { Instant } from '../../../workflows/definition.js';
import type { Person } from '../../engine/model.js';
import { isSecurityOfficer } from '../reviewers.js';
import type { Outcome, Rule } from './review.words.js';

/** One thing to review, with its outcome if it has one. */
export interface ReviewItem {
  readonly id: number;
  readonly rule: Rule;
  readonly month: string;
  readonly day: string;
  readonly at: Date;
  readonly login: string;
  readonly organisation: string;
  /** The file's number; null where many files are meant. */
  readonly file: string | null;
  readonly stream: string;
  readonly seq: number;
  readonly why: string;
  readonly reason: string | null;
  readonly outcome: Outcome | null;
  readonly outcomeBy: string | null;
  readonly outcomeAt: Date | null;
  readonly note: Buffer | null;
}

/** What a list of reviews is narrowed to. */
export interface SoughtItems {
  readonly id?: number | undefined;
  readonly month?: string | undefined;
  readonly rule?: Rule | undefined;
  /** Without an outcome, or with one. */
  readonly open?: boolean | undefined;
}

/** What a reviewer may see: officers all, managers their own people's; nobody their own. `$1` login, `$2` organisation or null. */
export const MINE = `i.login <> $1 and ($2::text is null or i.organisation = $2)`;

/** Items with their readings and last outcomes, of what a reviewer may see. Further conditions begin at `$3`. */
export const ITEMS = `
select i.id, i.rule, i.month, i.day::text as day, i.at, i.login, i.organisation, nullif(i.subject, '') as file, i.stream,
  i.seq, e.why, e.reason, o.outcome, o.by as "outcomeBy", o.at as "outcomeAt", o.note
from review_item i join access_entry e on e.stream = i.stream and e.seq = i.seq
left join lateral (select outcome, by, at, note from review_outcome where item_id = i.id order by id desc limit 1) as o on true
where ${MINE}`;

const LIST = `${ITEMS} and ($3::int is null or i.id = $3) and ($4::text is null or i.month = $4) and ($5::text is null or i.rule = $5)
  and ($6::boolean is null or (o.outcome is null) = $6) and i.id > $7 order by i.id limit $8`;

/** A page of reviews that a person may do, the oldest first. */
export async function listReviews(
  pool: Pool,
  person: Person,
  { id, month, rule, open }: SoughtItems,
  page: { readonly after: number; readonly limit: number },
): Promise<ReviewItem[]> {
  const narrowed = [id ?? null, month ?? null, rule ?? null, open ?? null];
  const values = [...whoIn(person), ...narrowed, page.after, page.limit];
  return (await pool.query<ReviewItem>(LIST, values)).rows;
}

/** An outcome that a reviewer gives; of several the last counts. */
export interface NewOutcome {
  readonly item: number;
  readonly outcome: Outcome;
  readonly note: Buffer | null;
  readonly by: string;
  readonly at: Instant;
}

/** Adds an outcome. None is ever altered. */
export async function addOutcome(pool: Pool, { item, outcome, note, by, at }: NewOutcome): Promise<void> {
  const text = 'insert into review_outcome (item_id, outcome, note, by, at) values ($1, $2, $3, $4, $5)';
  await pool.query(text, [item, outcome, note, by, at]);
}

/** How many reviews of a month and rule came to what; `outcome` null for those still open. */
export interface Tally {
  readonly month: string;
  readonly rule: Rule;
  readonly outcome: Outcome | null;
  readonly count: number;
}

const TALLY = `
select i.month, i.rule, o.outcome, count(*)::int as count from review_item i
left join lateral (select outcome from review_outcome where item_id = i.id order by id desc limit 1) as o on true
where ${MINE} and i.month >= $3 and i.month <= $4 group by 1, 2, 3 order by 1, 2, 3 nulls last`;

/** The statistics of what a person may review, of some months. */
export async function tallyReviews(
  pool: Pool,
  person: Person,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Tally[]> {
  return (await pool.query<Tally>(TALLY, [...whoIn(person), from, to])).rows;
}

/** The first two values of a statement about what a person may review. */
export const whoIn = (person: Person): (string | null)[] => [
  person.login,
  isSecurityOfficer(person) ? null : person.organisation,
];
