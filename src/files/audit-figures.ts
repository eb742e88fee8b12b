import type { Person } from '../engine/model.js';
import type { Runtime } from '../runtime.js';
import { nameOfTask } from './work-list.queries.js';
import { workLists } from './work-lists.js';

/** What an auditor is told of in numbers. */
export interface AuditFigures {
  /** Follow-ups whose day has passed, by the code of the responsible district, the most first. */
  readonly districts: readonly { readonly district: string; readonly late: number }[];
  /** Households with something going on that no term is kept for; counted no further than `MOST`. */
  readonly unclocked: number;
}

const MOST = 1_000;
const LATE = `
select f.district, count(*)::int as late from deadline d join case_file f on f.id = d.file_id
where d.name = any($1) and not d.moves and d.due_at <= $2 and f.district is not null
group by 1 order by 2 desc, 1`;
const UNCLOCKED = `
select count(*)::int as unclocked from (select from case_file f where f.kind = 'household'
  and exists (select from process p where p.file_id = f.id and p.is_open)
  and not exists (select from deadline d where d.file_id = f.id) limit ${MOST}) none`;

/** Reads the figures of the files that the person may see; numbers only, so nothing of a file is read. */
export async function auditFigures({ guarded, clock }: Runtime, person: Person): Promise<AuditFigures> {
  const { holds } = workLists['follow-ups'];
  const names = typeof holds === 'string' ? [] : holds.map(nameOfTask);
  const now = clock.now();
  return guarded.as(person, now, async (db) => {
    const { rows: districts } = await db.query<AuditFigures['districts'][number]>({
      name: 'audit_late',
      text: LATE,
      values: [names, now],
    });
    const { rows } = await db.query<{ unclocked: number }>({ name: 'audit_unclocked', text: UNCLOCKED });
    return { districts, unclocked: rows[0]?.unclocked ?? 0 };
  });
}
