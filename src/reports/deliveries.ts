import type { Pool } from 'pg';
import type { Day } from '../../workflows/definition.js';
import { addDays } from '../domain/days.js';
import type { Parameters } from './report.js';

/** A report that is due once its period has ended, and what has become of it. */
export interface Delivery extends Due {
  /** The newest that was kept, as far as the reader may see it; null when none was. */
  readonly kept: string | null;
  /** The day on which it was sent, by the dialogue log; null when that is not noted. */
  readonly sent: Day | null;
}

interface Due {
  readonly report: 'monthly' | 'tertial';
  /** What it is asked with. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The last day of its period. */
  readonly until: Day;
}

const BECAME = `select
  (select id from kept_report k where k.report = $1 and k.parameters @> $2::jsonb
     and ($4 = 'inside' or k.parameters->>'audience' = 'public') order by made_at desc, id limit 1) as kept,
  (select max(day)::text from dialogue d
     where d.kind = 'statistics-sent' and d.report = $1 and d.until = $3::date) as sent`;

/** The reports of the month and of the third of the year that ended last. */
export async function deliveries(
  pool: Pool,
  reader: Parameters['audience'],
  today: Day,
): Promise<readonly Delivery[]> {
  const found: Delivery[] = [];
  for (const due of dueOn(today)) {
    const values = [due.report, JSON.stringify(due.parameters), due.until, reader];
    const { rows } = await pool.query<Pick<Delivery, 'kept' | 'sent'>>({
      ...{ name: 'deliveries', text: BECAME, values },
    });
    found.push({ ...due, ...(rows[0] as Pick<Delivery, 'kept' | 'sent'>) });
  }
  return found;
}

/** What is due on a day: of the periods that have ended, the last of each kind. */
export function dueOn(today: Day): readonly Due[] {
  const month = addDays(`${today.slice(0, 7)}-01`, -1);
  const year = Number(today.slice(0, 4));
  const thirds = [
    { until: `${year - 1}-12-31`, tertial: 'year' },
    { until: `${year}-04-30`, tertial: '1' },
    { until: `${year}-08-31`, tertial: '2' },
  ];
  const third = thirds.findLast(({ until }) => until < today) as (typeof thirds)[number];
  return [
    {
      ...{ report: 'monthly', until: month },
      parameters: { year: month.slice(0, 4), month: String(Number(month.slice(5, 7))) },
    },
    {
      ...{ report: 'tertial', until: third.until },
      parameters: { year: third.until.slice(0, 4), tertial: third.tertial },
    },
  ];
}
