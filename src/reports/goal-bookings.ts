import type { Pool } from 'pg';
import type { Day } from '../../workflows/definition.js';

/** One booking on the goal: a flat held, free again, or consumed by its first lease. */
export interface Booking {
  readonly day: Day;
  readonly kind: 'reserved' | 'released' | 'consumed';
  readonly form: string;
  /** Why it is free again; null for the others. */
  readonly reason: string | null;
  /** The flat's file. */
  readonly file: string;
  /** What it does to the balance: a lease on a flat that was held changes nothing. */
  readonly change: -1 | 0 | 1;
}

/** A goal as the council set it, one version. */
export interface GoalVersion {
  readonly forms: readonly string[];
  readonly goal: number;
  readonly from: Day;
  readonly reference: string | null;
  /** What it is on the day asked for: still to come, in force, or another has taken its place. */
  readonly state: 'coming' | 'inForce' | 'replaced';
}

const FACTS = `
select file_id as file, kind, coalesce(form, 'unknown') as form, reason, occurred_on::text as day from fact
where kind in ('reserved', 'released', 'allocated') and channel = 'agency' and occurred_on <= $1::date and voided_at is null
order by file_id, occurred_on, seq, ordinal`;

interface FactTold {
  readonly file: string;
  readonly kind: 'reserved' | 'released' | 'allocated';
  readonly form: string;
  readonly reason: string | null;
  readonly day: Day;
}

/** Every booking until a day, by day. What the ledger counts on a day is what these leave behind by then. */
export async function bookingsUntil(pool: Pool, until: Day): Promise<readonly Booking[]> {
  const query = { name: 'goal-bookings', text: FACTS, values: [until] };
  const { rows } = await pool.query<FactTold>(query);
  const bookings: Booking[] = [];
  let last = null as Booking | null;
  for (const fact of rows) {
    const before: Booking | null = last?.file === fact.file ? last : null;
    const made = bookingsOf(fact, before);
    bookings.push(...made);
    last = made.at(-1) ?? before;
  }
  return bookings.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** What a fact of a flat books after its last booking. Nothing where nothing changes; a flat held for another form is freed first. */
function bookingsOf({ kind, ...told }: FactTold, last: Booking | null): readonly Booking[] {
  if (last?.kind === 'consumed') return [];
  const held = last?.kind === 'reserved' ? last : null;
  if (kind === 'released') return held === null ? [] : [{ ...told, kind, form: held.form, change: 1 }];
  const isOther = held !== null && held.form !== told.form;
  const freed: readonly Booking[] = isOther
    ? [{ ...told, kind: 'released', form: held.form, reason: null, change: 1 }]
    : [];
  const change = held === null || isOther ? -1 : 0;
  if (kind === 'reserved') return change === 0 ? [] : [...freed, { ...told, kind, reason: null, change }];
  return [...freed, { ...told, kind: 'consumed', reason: null, change }];
}

const VERSIONS = `
select forms, goal, valid_from::text as "from", reference, case when valid_from > $2::date then 'coming'
    when row_number() over (partition by forms, valid_from > $2::date order by valid_from desc, id desc) > 1 then 'replaced'
    else 'inForce' end as state
from goal where year = $1 order by valid_from, array_length(forms, 1) desc, forms`;

/** Every version of a year's goals, the first set first, as they stand on a day. */
export async function goalVersions(pool: Pool, year: number, on: Day): Promise<readonly GoalVersion[]> {
  return (await pool.query<GoalVersion>({ name: 'goal-versions', text: VERSIONS, values: [year, on] })).rows;
}
