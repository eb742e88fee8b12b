import type { Pool } from 'pg';
import type { Day, Field, Instant } from '../../workflows/definition.js';
import type { Person } from '../engine/model.js';
import type { Directory } from '../engine/ports.js';
import { isThere, mergersDue, type Merger } from './districts.js';
import { personAt, personOn } from './people.js';
import { readSnapshot, type Snapshot } from './snapshot.js';

/** How long another node's writing may go unnoticed, milliseconds. */
const REMEMBERED_MS = 2_000;

/**
 * Who there is: people, organisations, districts. Remembered for two seconds of the machine's own time (the demo's clock
 * may stand still); `forget` after a writing here.
 */
export class RegisterDirectory implements Directory {
  private remembered: { readonly snapshot: Promise<Snapshot>; readonly until: number } | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly ticks: () => number = () => performance.now(),
  ) {}

  /** Who a login is at a moment; null when nobody. */
  async person(login: string, at: Instant): Promise<Person | null> {
    return personAt(await this.snapshot(), login, at);
  }

  /** Where a login works as a day ends; null for nobody, not yet or no longer. */
  async organisationOf(login: string, day: Day): Promise<string | null> {
    return personOn(await this.snapshot(), login, day)?.organisation ?? null;
  }

  /** @throws RangeError for a pick that is not out of a register. */
  async exists(pick: NonNullable<Field['pick']>, code: string, day: Day): Promise<boolean> {
    const snapshot = await this.snapshot();
    if (pick.from === 'user') {
      const kind = personOn(snapshot, code, day)?.kind;
      return kind !== undefined && (pick.org === undefined || [pick.org].flat().includes(kind));
    }
    if (pick.from !== 'organisation') throw new RangeError(`no register holds a ${pick.from}`);
    const kind = snapshot.organisations.get(code)?.kind;
    return kind !== undefined && [pick.kind].flat().includes(kind) && isThere(snapshot, code, day);
  }

  /** See `mergersDue` of districts. */
  async mergersDue(day: Day): Promise<Merger[]> {
    return mergersDue(await this.snapshot(), day);
  }

  /** Everything, for lists and reports. */
  snapshot(): Promise<Snapshot> {
    const now = this.ticks();
    if (this.remembered === null || this.remembered.until <= now) {
      const snapshot = readSnapshot(this.pool);
      this.remembered = { snapshot, until: now + REMEMBERED_MS };
      snapshot.catch(() => this.forget());
    }
    return this.remembered.snapshot;
  }

  /** What was read before counts no longer. */
  forget(): void {
    this.remembered = null;
  }
}
