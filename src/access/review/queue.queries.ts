import type { Pool } from 'pg';
import type { Person } from '../../engine/model.js';
import { ITEMS, MINE, whoIn, type ReviewItem } from './review.queries.js';
import type { Rule } from './review.words.js';

/** Which items a page of the queue shows. */
export interface SoughtInQueue {
  readonly rule?: Rule | undefined;
  /** Without an outcome, with one, or both. */
  readonly state: 'waiting' | 'done' | 'all';
}

/** Where the queue goes on: behind an item, and whether that was an emergency access. */
export interface QueuePlace {
  readonly isEmergency: boolean;
  readonly id: number;
}

const LAST = `left join lateral (select outcome from review_outcome where item_id = i.id order by id desc limit 1) as o on true`;
/** Whoever stands in for somebody does not review that person's readings either. */
const NOT_COVERED = 'i.login is distinct from $3::text';

const QUEUE = `${ITEMS} and ${NOT_COVERED} and ($4::text is null or i.rule = $4)
  and ($5::boolean is null or (o.outcome is null) = $5)
  and ($6::int is null or (i.rule <> 'emergency', i.id) > ($7::boolean, $6))
order by i.rule <> 'emergency', i.id limit $8`;

/** A page of what a person may review: emergency accesses first, then the oldest. */
export async function reviewQueue(
  pool: Pool,
  person: Person,
  { rule, state }: SoughtInQueue,
  page: { readonly after?: QueuePlace | undefined; readonly limit: number },
): Promise<ReviewItem[]> {
  const open = state === 'all' ? null : state === 'waiting';
  const place = [page.after?.id ?? null, !(page.after?.isEmergency ?? true)];
  const values = [...whoIn(person), person.onBehalfOf ?? null, rule ?? null, open, ...place, page.limit];
  return (await pool.query<ReviewItem>(QUEUE, values)).rows;
}

const WAITING = `
select i.rule, count(*)::int as count from review_item i ${LAST}
where ${MINE} and ${NOT_COVERED} and o.outcome is null group by 1`;

/** How many items wait for a person's review, by rule. */
export async function waitingReviews(pool: Pool, person: Person): Promise<ReadonlyMap<Rule, number>> {
  const values = [...whoIn(person), person.onBehalfOf ?? null];
  const { rows } = await pool.query<{ rule: Rule; count: number }>(WAITING, values);
  return new Map(rows.map(({ rule, count }) => [rule, count]));
}
