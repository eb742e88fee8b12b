import type { Pool } from 'pg';
import { dayOf, epochMs, midnight } from '../domain/zone.js';
import { systemClock, type Clock } from '../platform/clock.js';

const SETTING = 'demo-today';
const REMEMBERED_MS = 2_000;

/**
 * The demo's own day, kept in the database and moved by hand; within it the time of day is the machine's. While no day is
 * set (nothing is loaded yet) it is the machine's clock.
 */
export class DemoClock implements Clock {
  private day: string | null = null;
  private readAt = 0;

  private constructor(
    private readonly pool: Pool,
    private readonly real: Clock,
  ) {}

  static async start(pool: Pool, real: Clock = systemClock): Promise<DemoClock> {
    const clock = new DemoClock(pool, real);
    await clock.refresh();
    return clock;
  }

  now(): string {
    const real = this.real.now();
    if (epochMs(real) - this.readAt > REMEMBERED_MS) void this.refresh().catch(() => undefined);
    if (this.day === null) return real;
    const sinceMidnight = epochMs(real) - epochMs(midnight(dayOf(real)));
    const most = 22 * 3_600_000;
    return new Date(epochMs(midnight(this.day)) + Math.min(sinceMidnight, most)).toISOString();
  }

  /** The demo's day, null before the demo is loaded. */
  today(): string | null {
    return this.day;
  }

  /** Moves the demo to a day; never backwards, since what is recorded is recorded. */
  async moveTo(day: string): Promise<void> {
    if (this.day !== null && day < this.day) throw new RangeError(`the demo is at ${this.day} already`);
    await this.pool.query(
      'insert into setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
      [SETTING, JSON.stringify(day)],
    );
    this.day = day;
  }

  private async refresh(): Promise<void> {
    this.readAt = epochMs(this.real.now());
    const { rows } = await this.pool.query<{ value: string }>('select value from setting where name = $1', [
      SETTING,
    ]);
    this.day = rows[0]?.value ?? null;
  }
}
