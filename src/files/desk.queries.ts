import type { Instant } from '../../workflows/definition.js';
import type { Reading } from '../access/guarded-reading.js';

/** How much somebody has: open cases, and those in which something is overdue. `handler` null: nobody's. */
export interface HandlerLoad {
  readonly handler: string | null;
  readonly open: number;
  readonly late: number;
}

const HANDLERS = `
select f.assignee as handler, count(*)::int as open, count(*) filter (where exists (select from deadline d
    where d.file_id = f.id and not d.moves and d.due_at <= $2))::int as late
from case_file f where f.district = $1 and f.kind = 'household'
  and exists (select from process p where p.file_id = f.id and p.is_open)
group by 1 order by 3 desc, 2 desc, 1`;

/** Who has what in a district: the most overdue first. */
export async function handlersOf(db: Reading, district: string, now: Instant): Promise<HandlerLoad[]> {
  return (await db.query<HandlerLoad>({ name: 'desk_handlers', text: HANDLERS, values: [district, now] }))
    .rows;
}
