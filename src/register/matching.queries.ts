import type { Pool } from 'pg';
import type { Day } from '../../workflows/definition.js';
import type { DwellingRecord } from '../../workflows/files/dwelling.js';
import type { HouseholdRecord } from '../../workflows/files/household.js';
import type { ReferralContext } from '../../workflows/referral/referral.context.js';

/** A flat as its file and facility tell it. */
export interface HomeRow {
  readonly ref: string;
  readonly record: DwellingRecord;
  /** What its facility is called on the day. */
  readonly house: string | null;
  readonly keptFor: string | null;
  /** The day it came into the file, and the first empty day after the last household; null when none has lived there. */
  readonly openedOn: Day;
  readonly emptySince: Day | null;
}

/**
 * A flat stays empty while it is reserved and let go again, so its last turnaround tells since when, and not its state.
 * Facts are read by file and then sifted: by kind there are a file's worth of them for each flat.
 */
const HOMES = `
select p.file_id || '/' || p.number as ref, f.record,
  (f.opened_at at time zone 'Europe/Stockholm')::date::text as "openedOn",
  (select h.name from facility h where h.code = f.record ->> 'facility' and h.valid_from <= $1
    order by h.valid_from desc, h.id desc limit 1) as house,
  split_part(p.stored #>> '{context,earmarkedFor,ref}', '/', 1) as "keptFor",
  (select max(v.occurred_on) filter (where v.kind = 'vacancyBegan' and v.data ->> 'cause' = 'turnaround'
     and v.voided_at is null)::text from (select * from fact where file_id = p.file_id offset 0) as v) as "emptySince"
from process p join case_file f on f.id = p.file_id
where p.workflow = 'dwelling' and p.state = 'available' and 'service.inService' = any (p.states)`;

/** Every flat that can be reserved now, in no order. */
export async function homesNow(pool: Pool, day: Day): Promise<HomeRow[]> {
  return (await pool.query<HomeRow>({ name: 'homes_now', text: HOMES, values: [day] })).rows;
}

/** A family in the queue, as its file tells it. */
export interface WaitingRow {
  readonly file: string;
  /** The number of its referral. */
  readonly process: number;
  readonly context: ReferralContext;
  readonly record: Pick<HouseholdRecord, 'district' | 'currentHousing'>;
  /** Files of the flats that it has said no to. */
  readonly refused: readonly string[];
}

/** Those who wait, or the one of a file whatever its state; `protected`: also those whom only their handlers know of. */
export const QUEUE = `
select p.file_id as file, p.number as process, p.stored -> 'context' as context,
  jsonb_build_object('district', f.record -> 'district', 'currentHousing', f.record -> 'currentHousing') as record,
  array(select r.dwelling from fact r where r.file_id = p.file_id and r.kind = 'refused' and r.party = 'household'
    and r.stage = 'offer' and r.voided_at is null and r.dwelling is not null) as refused
from process p join case_file f on f.id = p.file_id
where p.workflow = 'referral'`;

const OTHERS = `${QUEUE} and p.state = 'queued' and f.id <> $1
  and (f.protected_until is null or f.protected_until < $2::date)`;

/** The other families in the queue, those left out whose identity is protected. */
export async function othersWaiting(pool: Pool, file: string, day: Day): Promise<WaitingRow[]> {
  return (await pool.query<WaitingRow>({ name: 'others_waiting', text: OTHERS, values: [file, day] })).rows;
}

const REFUSED = `select distinct dwelling from fact where file_id = $1 and kind = 'refused' and party = 'household'
  and stage = 'offer' and voided_at is null and dwelling is not null`;

/** Files of the flats that a household has said no to. */
export async function refusedBy(pool: Pool, file: string): Promise<string[]> {
  const query = { name: 'refused_by', text: REFUSED, values: [file] };
  return (await pool.query<{ dwelling: string }>(query)).rows.map(({ dwelling }) => dwelling);
}
