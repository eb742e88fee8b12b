import type { Pool } from 'pg';
import type { Clock } from '../platform/clock.js';
import type { IdentityProvider, SignInFault } from './identity-provider.js';
import { hashOf } from './secret.js';
import type { Identity } from './session.js';
import type { Sessions } from './sessions.js';
import { PendingSignIns } from './sign-ins-pending.js';

/** Somebody who got in: the secret of their new session, and where they wanted to go. */
export interface SignedIn {
  readonly ok: true;
  readonly secret: string;
  readonly ref: string;
  readonly login: string;
  readonly to: string;
}

/** Somebody who did not. `unknown`: the provider knows them and the registers do not. */
export interface NotSignedIn {
  readonly ok: false;
  readonly why: SignInFault | 'state' | 'unknown';
  readonly login?: string;
}

/** The way from the button to a session, and out again. */
export class SignIns {
  private readonly pending: PendingSignIns;

  constructor(
    private readonly pool: Pool,
    private readonly sessions: Sessions,
    readonly provider: IdentityProvider,
    private readonly wall: Clock,
  ) {
    this.pending = new PendingSignIns(pool, wall);
  }

  /** Begins: where to send the browser, and the secret that binds the sign-in to it. */
  async begin(
    { to, fresh }: { readonly to: string; readonly fresh: boolean },
    browser?: string,
  ): Promise<{ readonly url: string; readonly browser: string }> {
    const { pending, url } = await this.provider.begin(to, fresh);
    const bound = browser ?? this.pending.newBrowser();
    await this.pending.keep(pending, bound);
    return { url, browser: bound };
  }

  /** Ends: `search` is the query string that the provider sent the browser back with. */
  async complete(search: string, browser: string | undefined): Promise<SignedIn | NotSignedIn> {
    const states = new URLSearchParams(search).getAll('state');
    const pending =
      browser === undefined || states.length !== 1
        ? null
        : await this.pending.take(states[0] as string, browser);
    if (pending === null) return { ok: false, why: 'state' };
    const who = await this.provider.complete(search, pending);
    return typeof who === 'string' ? { ok: false, why: who } : this.letIn(who, pending.to);
  }

  /** Takes a logout token: ends what it names, once. Null when it is none; else the logins whose sessions ended. */
  async providerSignsOut(token: string): Promise<string[] | null> {
    const now = this.wall.now();
    const told = await this.provider.logoutToken(token, new Date(now));
    if (told === null) return null;
    await this.pool.query('delete from logout_token where expires_at <= $1', [now]);
    const { rowCount } = await this.pool.query(
      'insert into logout_token (hash, expires_at) values ($1, $2) on conflict do nothing',
      [hashOf(told.id), told.expires],
    );
    return rowCount === 0 ? null : this.sessions.endOfProvider(told);
  }

  private async letIn(who: Identity, to: string): Promise<SignedIn | NotSignedIn> {
    const begun = await this.sessions.begin(who);
    if (begun === null) return { ok: false, why: 'unknown', login: who.login };
    return { ok: true, ...begun, login: who.login, to };
  }
}
