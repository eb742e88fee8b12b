import type { Pool } from 'pg';
import type { Clock } from '../platform/clock.js';
import { hashOf, newSecret, openWith, sealWith } from './secret.js';

const MINUTES = 10;

/** What one sign-in needs when the browser comes back from the provider. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The path to go on to. */
  readonly to: string;
  /** Whether the provider was told to ask anew who it is. */
  readonly fresh: boolean;
}

/**
 * Sign-ins under way: kept by the hash of their state and sealed with it, bound to the browser that began them, good once
 * and for ten minutes.
 */
export class PendingSignIns {
  constructor(
    private readonly pool: Pool,
    private readonly wall: Clock,
  ) {}

  /** A secret for a browser that has none. */
  newBrowser(): string {
    return newSecret();
  }

  async keep(pending: PendingSignIn, browser: string): Promise<void> {
    const now = this.wall.now();
    const expires = new Date(Date.parse(now) + MINUTES * 60_000).toISOString();
    await this.pool.query('delete from pending_sign_in where expires_at <= $1', [now]);
    await this.pool.query(
      'insert into pending_sign_in (hash, browser, sealed, expires_at) values ($1, $2, $3, $4)',
      [hashOf(pending.state), hashOf(browser), sealWith(pending.state, pending), expires],
    );
  }

  /** Takes a sign-in out, once. Null for a state that is unknown, used, too old, or of another browser. */
  async take(state: string, browser: string): Promise<PendingSignIn | null> {
    const { rows } = await this.pool.query<{ sealed: Buffer }>(
      'delete from pending_sign_in where hash = $1 and browser = $2 and expires_at > $3 returning sealed',
      [hashOf(state), hashOf(browser), this.wall.now()],
    );
    const sealed = rows[0]?.sealed;
    return sealed === undefined ? null : openWith<PendingSignIn>(state, sealed);
  }
}
