import type { Pool } from 'pg';
import type { Clock } from '../platform/clock.js';

/** What is written down of sign-ins, sessions, roles and tokens. */
export const securityEvents = [
  'sign-in',
  'sign-in-refused',
  'sign-out',
  'provider-sign-out',
  'role-chosen',
  'session-revoked',
  'token-made',
  'token-revoked',
  'calendar-made',
  'calendar-revoked',
  'person-told',
  'cover-told',
  'cover-ended',
  'role-told',
  'role-ended',
  'organisation-told',
  'districts-merged',
  'delegation-told',
  'delegation-ended',
  'culling-proposed',
  'culling-taken-back',
  'culled',
  'incident-tried-again',
  'incident-left',
] as const;
export type SecurityEvent = (typeof securityEvents)[number];

/** Whom an event is about, who did it when that is somebody else, and what it concerns. Never a secret. */
export interface SecurityAbout {
  readonly login?: string;
  readonly by?: string;
  /** A session or token by the reference in its list, or a code of why not. */
  readonly ref?: string;
}

/** The log of sign-ins and of what gives access: only ever added to, each event chained to the one before it. */
export class SecurityLog {
  constructor(
    private readonly pool: Pool,
    private readonly wall: Clock,
  ) {}

  async record(event: SecurityEvent, { login, by, ref }: SecurityAbout): Promise<void> {
    const values = [this.wall.now(), event, login ?? null, by ?? null, ref ?? null];
    await this.pool.query('select log_security($1, $2, $3, $4, $5)', values);
  }
}
