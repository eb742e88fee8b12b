import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { hashOf, newSecret } from '../access/secret.js';
import type { Clock } from '../engine/ports.js';

const REVOKE = 'update calendar set revoked_at = $2 where login = $1 and revoked_at is null';
const MAKE = 'insert into calendar (hash, login, made_at) values ($1, $2, $3)';
const OWNER = 'select login from calendar where hash = $1 and revoked_at is null';
const MADE = 'select made_at as at from calendar where login = $1 and revoked_at is null';
const SAYS = `
with before as (select said from calendar where hash = $1 for update)
update calendar c set said = $2, read_at = $3 from before b where c.hash = $1 returning b.said is distinct from $2 as "isNew"`;

/** The secret addresses of people's calendars, kept by their hash: one at a time for each person. */
export class Calendars {
  constructor(
    private readonly pool: Pool,
    private readonly wall: Clock,
  ) {}

  /** A new secret, shown this once; the one before is worth nothing. */
  async make(login: string): Promise<string> {
    const secret = newSecret();
    await this.revoke(login);
    await this.pool.query(MAKE, [hashOf(secret), login, this.wall.now()]);
    return secret;
  }

  /** False when there was none. */
  async revoke(login: string): Promise<boolean> {
    return ((await this.pool.query(REVOKE, [login, this.wall.now()])).rowCount ?? 0) > 0;
  }

  /** Whose calendar a secret opens; null when none. */
  async owner(secret: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ login: string }>(OWNER, [hashOf(secret)]);
    return rows[0]?.login ?? null;
  }

  /** When somebody's address was made; null when they have none. */
  async madeAt(login: string): Promise<Date | null> {
    return (await this.pool.query<{ at: Date }>(MADE, [login])).rows[0]?.at ?? null;
  }

  /** Notes what a calendar says now. Whether that is something else than the last time. */
  async says(secret: string, what: string): Promise<boolean> {
    const said = createHash('sha256').update(what).digest();
    const { rows } = await this.pool.query<{ isNew: boolean }>(SAYS, [hashOf(secret), said, this.wall.now()]);
    return rows[0]?.isNew ?? true;
  }
}
