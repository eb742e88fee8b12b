import type { Instant } from '../../workflows/definition.js';
import type { Person } from '../engine/model.js';
import type { Acting } from './acting.js';
import { formTokenOf } from './secret.js';
import type { SessionRow } from './session.queries.js';

/** Milliseconds of a minute. */
export const MINUTE_MS = 60_000;
/** A session that nobody uses for so long is over. */
export const IDLE_MINUTES = 30;
/** The longest that a session lasts, used or not. */
export const LONGEST_HOURS = 10;
/** What is grave asks for a sign-in that is not older. */
export const FRESH_MINUTES = 10;

/** Who the identity provider says has signed in. */
export interface Identity {
  readonly login: string;
  readonly subject: string;
  /** The provider's own session, when it tells it. */
  readonly sid: string | null;
  /** When they showed the provider who they are. */
  readonly authenticatedAt: Instant;
  /** The identity token, which signing out at the provider asks for. */
  readonly idToken: string;
}

/** A session in force. `person` is null until its owner has chosen one of several roles. */
export interface Session {
  readonly ref: string;
  readonly login: string;
  readonly person: Person | null;
  /** Every way in which its owner may act now. */
  readonly actings: readonly Person[];
  readonly formToken: string;
  /** Whether its owner has shown lately who they are, as grave things ask for. */
  readonly isFresh: boolean;
  /** The form for which typed values are kept; null when none are. */
  readonly keptFor: string | null;
  readonly began: Instant;
  readonly seen: Instant;
  /** When it ends if nobody uses it, and when it ends at the latest. */
  readonly idleEnds: Instant;
  readonly ends: Instant;
}

/** A session as listed: nothing that would let anyone use it. */
export type SessionInfo = Pick<Session, 'ref' | 'login' | 'began' | 'seen' | 'ends'> & {
  readonly acting: Acting | null;
};

/** What a form's sender had typed. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** What a cookie is worth. `over`: it was a session and has timed out; what its owner types may be kept for them. */
export type Recognised =
  | { readonly state: 'live'; readonly session: Session }
  | { readonly state: 'over'; readonly formToken: string }
  | null;

/** Why a session ended. */
export type Ending = 'sign-out' | 'provider' | 'revoked' | 'disabled';

/** The moment so many minutes after another. */
export const after = (now: Instant, minutes: number): Instant =>
  new Date(Date.parse(now) + minutes * MINUTE_MS).toISOString();

/** Whether a session has timed out. */
export const isOver = ({ endsAt, seenAt }: SessionRow, now: Instant): boolean =>
  endsAt.toISOString() <= now || after(seenAt.toISOString(), IDLE_MINUTES) <= now;

interface Read {
  readonly secret: string;
  readonly now: Instant;
  readonly person: Person | null;
  readonly actings: readonly Person[];
}

/** A session in force, as it is kept and as it was read. */
export function sessionOf(row: SessionRow, { secret, now, person, actings }: Read): Session {
  const ends = row.endsAt.toISOString();
  const idle = after(now, IDLE_MINUTES);
  return {
    ref: row.ref,
    login: row.login,
    person,
    actings,
    formToken: formTokenOf(secret),
    isFresh: row.authenticatedAt !== null && after(row.authenticatedAt.toISOString(), FRESH_MINUTES) > now,
    keptFor: row.keptForm,
    began: row.beganAt.toISOString(),
    seen: row.seenAt.toISOString(),
    idleEnds: idle < ends ? idle : ends,
    ends,
  };
}
