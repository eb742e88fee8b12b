import type { Day } from '../../workflows/definition.js';
import type { Dwelling } from '../../workflows/dwelling/dwelling.context.js';
import type { DwellingRecord } from '../../workflows/files/dwelling.js';
import type { Reading } from '../access/guarded-reading.js';

/** A flat's file and its process, as its reader may see them. */
export interface FlatRow {
  readonly file: string;
  readonly process: number;
  readonly version: number;
  readonly state: string;
  readonly context: Dwelling;
  readonly record: DwellingRecord;
  /** The first day that it has stood empty; null while it does not. */
  readonly since: Day | null;
}

/**
 * Flats of the stock, and those proposed for it. A flat that is reserved, or signed for and let go again, has stood empty all
 * the while: so it is empty since the household that left it last, else since it came into the stock.
 */
const FLATS = `
select p.file_id as file, p.number as process, p.version, p.state, p.stored -> 'context' as context, f.record,
  case when (p.stored #>> '{context,empty}')::boolean then (
    select coalesce(max(v.occurred_on) filter (where v.data ->> 'cause' = 'turnaround'),
      min(v.occurred_on) filter (where v.data ->> 'cause' = 'free'))
    from fact v where v.file_id = p.file_id and v.kind = 'vacancyBegan' and v.voided_at is null)::text end as since
from process p join case_file f on f.id = p.file_id
where p.workflow = 'dwelling' and p.is_open and ($1::text is null or p.file_id = $1)`;

/** The flats that a reader may see, or the one of a file, in no order. */
export async function readFlats(db: Reading, file: string | null): Promise<FlatRow[]> {
  return (await db.query<FlatRow>({ name: 'flats', text: FLATS, values: [file] })).rows;
}
