import type { Pool } from 'pg';
import type { Instant } from '../../../workflows/definition.js';
import type { HouseholdRecord } from '../../../workflows/files/household.js';

/** A household's file in which nothing goes on, that nobody has put forward, and of which no question is open. */
const AT_REST = `f.kind = 'household' and not exists (select from process p where p.file_id = f.id and p.is_open)
  and not exists (select from deadline d where d.file_id = f.id)
  and not exists (select from culling c where c.file_id = f.id and (c.kept is null or c.version = f.version))`;

/** A reading of the file has come up that nobody has reviewed: what was noted of it is needed still. */
const IS_REVIEWED = `not exists (select from review_item i where i.stream = f.id
  and not exists (select from review_outcome o where o.item_id = i.id))`;

const DUE = `
select f.id, f.district as organisation, f.version, f.recorded_at as last, f.record, ${IS_REVIEWED} as reviewed
from case_file f where ${AT_REST} and f.recorded_at < $1 order by f.recorded_at, f.district, f.id`;

const NEXT = `select min(f.recorded_at) as last from case_file f where ${AT_REST}`;

const KEPT = 'select count(*)::int as files from culling where kept is not null';

const PROPOSALS = `
select id, organisation, files, proposed_by as "proposedBy", proposed_at as "proposedAt", taken_back_by as "takenBackBy",
  taken_back_at as "takenBackAt", culled_by as "culledBy", culled_at as "culledAt", culled
from culling_proposal order by id desc limit $1`;

/** A file whose time has come. */
export interface DueFile {
  readonly id: string;
  readonly organisation: string;
  readonly version: number;
  readonly last: Date;
  readonly record: HouseholdRecord;
  readonly reviewed: boolean;
}

/** What somebody put forward, and what became of it. */
export interface CullingProposal {
  readonly id: number;
  readonly organisation: string;
  readonly files: number;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly takenBackBy: string | null;
  readonly takenBackAt: Date | null;
  readonly culledBy: string | null;
  readonly culledAt: Date | null;
  /** Files that it came to: fewer than were put forward where something happened in between. */
  readonly culled: number | null;
}

/** The files at rest in which the last entry was made before a moment, the oldest first. */
export async function dueFiles(pool: Pool, before: Instant): Promise<DueFile[]> {
  return (await pool.query<DueFile>(DUE, [before])).rows;
}

/** When the oldest last entry was made in a file at rest; null when there is none. */
export async function oldestAtRest(pool: Pool): Promise<Date | null> {
  return (await pool.query<{ last: Date | null }>(NEXT)).rows[0]?.last ?? null;
}

/** How many files are kept although their time has come. */
export async function filesKept(pool: Pool): Promise<number> {
  return (await pool.query<{ files: number }>(KEPT)).rows[0]?.files ?? 0;
}

/** What was put forward, the latest first. */
export async function cullingProposals(pool: Pool, limit: number): Promise<CullingProposal[]> {
  return (await pool.query<CullingProposal>(PROPOSALS, [limit])).rows;
}

const CULLED = `
select c.file_id as id, p.id as proposal from culling_proposal p join culling c on c.proposal = p.id
where p.culled_at is not null and p.id <> all ($1)`;

/** The files that have been culled, but for those of proposals that are known. */
export async function culledFiles(
  pool: Pool,
  known: readonly number[],
): Promise<readonly { readonly id: string; readonly proposal: number }[]> {
  return (await pool.query<{ id: string; proposal: number }>(CULLED, [known])).rows;
}
