import type { Pool } from 'pg';
import type { Day } from '../../workflows/definition.js';
import { newestOf, packsUntil, type Pack } from './packs.js';
import type { Parameters } from './report.js';

/** A report that is due once its period has ended, and what has become of it. */
export interface Delivery extends Pack {
  /** The newest that was kept, as far as the reader may see it; null when none was. */
  readonly kept: string | null;
  /** The day on which it was sent, by the dialogue log; null when that is not noted. */
  readonly sent: Day | null;
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
  for (const due of newestOf(packsUntil(today))) {
    const values = [due.report, JSON.stringify(due.parameters), due.until, reader];
    const { rows } = await pool.query<Pick<Delivery, 'kept' | 'sent'>>({
      ...{ name: 'deliveries', text: BECAME, values },
    });
    found.push({ ...due, ...(rows[0] as Pick<Delivery, 'kept' | 'sent'>) });
  }
  return found;
}
