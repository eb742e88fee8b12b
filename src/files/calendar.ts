import { dayOf } from '../domain/zone.js';
import { addDays } from '../domain/days.js';
import type { Person } from '../engine/model.js';
import type { Language } from '../platform/language.js';
import type { Runtime } from '../runtime.js';
import { SILENT } from './work-list.queries.js';

/** A day in somebody's calendar. `file`: the case that they handle; null for several, of which there are `count`. */
export interface CalendarDay {
  readonly day: string;
  readonly label: string;
  readonly file: string | null;
  readonly count: number;
}

const DAYS_BACK = 14;
const DAYS_AHEAD = 400;
const MOST = 1_000;

const FROM = `
from deadline d join process p on p.file_id = d.file_id and p.number = d.process join case_file f on f.id = d.file_id
where p.is_open and p.waits_for = $1 and d.name <> all($2) and d.due_on between $3 and $4
  and coalesce(f.protected_until < current_setting('husrum.day')::date, true)`;
const OWN = `
select d.due_on::text as day, p.workflow, p.version, d.name, d.file_id as file, 1 as count ${FROM} and f.assignee = $5
order by d.due_on, d.file_id, d.name limit ${MOST}`;
const ALL = `
select d.due_on::text as day, p.workflow, p.version, d.name, null as file, count(*)::int as count ${FROM} and $5::text is not null
group by 1, 2, 3, 4 order by 1, 2, 4, 3 limit ${MOST}`;

/** Those who handle families one by one; the others answer for all of them together. */
const HANDLE_ONE_BY_ONE: ReadonlySet<string> = new Set(['district', 'housingUnit']);

/**
 * The days on which something falls due: in the cases that somebody handles, each with its number; for those who answer for all
 * of them together only how many of a sort. Nothing about protected families, whoever asks.
 */
export async function calendarOf(
  { guarded, registry, clock }: Runtime,
  person: Person,
  language: Language,
): Promise<CalendarDay[]> {
  const today = dayOf(clock.now());
  const text = HANDLE_ONE_BY_ONE.has(person.kind) ? OWN : ALL;
  const period = [addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD)];
  const values = [person.kind, SILENT, ...period, person.login];
  const { rows } = await guarded.as(person, clock.now(), (db) =>
    db.query<Omit<CalendarDay, 'label'> & { workflow: string; version: number; name: string }>(text, values),
  );
  return rows.map(({ day, workflow, version, name, file, count }) => {
    const label = registry.pinned(workflow, version)?.workflow.deadlines[name]?.label[language];
    return { day, file, count, label: label ?? name };
  });
}
