import type { Pool } from 'pg';
import type { Day, Instant } from '../../workflows/definition.js';
import { dayOf, midnight } from '../domain/zone.js';
import type { Sweep } from '../engine/sweep.js';
import type { Merger } from '../register/districts.js';

const NEXT = `
select min(due_at) as at from deadline
where reminded_at is null and moves and due_at > $1 and due_at <= $2`;

/** What bringing every file up to a moment needs. */
export interface MidnightPorts {
  readonly pool: Pool;
  readonly sweep: Pick<Sweep, 'run'>;
  /** Every merger of districts that has taken place by a day. */
  mergersDue(day: Day): Promise<readonly Merger[]>;
}

/**
 * Brings all files up to a moment, one midnight after the other, since deadlines and mergers fall at midnight only: what
 * falls on one day is delivered everywhere before what falls on the next.
 */
export class Midnights {
  private reached: Instant = '0001-01-01T00:00:00.000Z';
  private day: Day = '';

  constructor(
    private readonly ports: MidnightPorts,
    private readonly importedAt: Instant,
  ) {}

  /** Whether anything may fall between what was reached and the moment. */
  lieBefore(moment: Instant): boolean {
    return dayOf(moment) !== this.day;
  }

  /** What was taken before must have been written. */
  async reach(moment: Instant): Promise<void> {
    for (let next = await this.next(moment); next !== null; next = await this.next(moment)) {
      await this.ports.sweep.run(next, this.importedAt);
      this.reached = next;
    }
    this.day = dayOf(moment);
    this.reached = moment;
  }

  private async next(until: Instant): Promise<Instant | null> {
    const query = { name: 'next_deadline', text: NEXT, values: [this.reached, until] };
    const { rows } = await this.ports.pool.query<{ at: Date | null }>(query);
    const mergers = (await this.ports.mergersDue(dayOf(until))).map(({ on }) => midnight(on));
    const falls = [rows[0]?.at?.toISOString() ?? null, ...mergers].filter(
      (at) => at !== null && at > this.reached && at <= until,
    );
    return falls.sort()[0] ?? null;
  }
}
