import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { Instant } from '../../workflows/definition.js';
import type { Person } from '../engine/model.js';
import type { Clock } from '../platform/clock.js';
import type { Snapshot } from '../register/snapshot.js';
import { actingKey, actingsOf, personOf, type Acting } from './acting.js';
import { formTokenOf, hashOf, newSecret, openWith, sealWith } from './secret.js';
import {
  after,
  IDLE_MINUTES,
  isOver,
  LONGEST_HOURS,
  MINUTE_MS,
  sessionOf,
  type Ending,
  type Identity,
  type Recognised,
  type SessionInfo,
  type Typed,
} from './session.js';
import { sql, type SessionRow } from './session.queries.js';

/** How long what was typed is kept after a session timed out. */
const KEPT_MINUTES = 60;
const REF_BYTES = 9;

interface Times {
  /** The machine's clock, by which sessions run out. */
  readonly wall: Clock;
  /** The clock that the registers are read by: the demo's today in the demo. */
  readonly today: Clock;
}

/**
 * Sessions in PostgreSQL, each kept by the hash of the secret in its cookie. Every request asks the database and the
 * registers anew: an ended session, and one of somebody who may no longer act so, is over at once.
 */
export class Sessions {
  constructor(
    private readonly pool: Pool,
    private readonly registers: { snapshot(): Promise<Snapshot> },
    private readonly times: Times,
  ) {}

  /** Begins a session; null when the registers know nobody of that login. With one role only it is chosen already. */
  async begin(who: Identity): Promise<{ readonly secret: string; readonly ref: string } | null> {
    const actings = await this.actings(who.login);
    if (actings.length === 0) return null;
    const now = this.times.wall.now();
    const [secret, ref] = [newSecret(), randomBytes(REF_BYTES).toString('base64url')];
    const acting = actings.length === 1 ? onlyActing(actings[0] as Person) : null;
    await this.pool.query(sql.purge, [now]);
    await this.pool.query(sql.begin, [
      hashOf(secret),
      ref,
      who.login,
      acting,
      who.subject,
      who.sid,
      now,
      after(now, LONGEST_HOURS * 60),
      who.authenticatedAt,
      sealWith(secret, who.idToken),
    ]);
    return { secret, ref };
  }

  /** Which of some secrets are those of sessions in force. Looking is no use of them. */
  async living(secrets: readonly string[]): Promise<ReadonlySet<string>> {
    const byHash = new Map(secrets.map((secret) => [hashOf(secret).toString('hex'), secret]));
    const now = this.times.wall.now();
    const values = [[...byHash.keys()], now, after(now, -IDLE_MINUTES)];
    const { rows } = await this.pool.query<{ hash: string }>(sql.living, values);
    return new Set(rows.flatMap(({ hash }) => byHash.get(hash) ?? []));
  }

  /** What the cookie is worth; reading a live session is using it, unless told otherwise. */
  async read(secret: string, isUse = true): Promise<Recognised> {
    const row = await this.row(secret);
    if (row === null || row.endedAt !== null) return null;
    const now = this.times.wall.now();
    if (isOver(row, now)) return { state: 'over', formToken: formTokenOf(secret) };
    const actings = await this.actings(row.login);
    const person = row.acting && actings.find((one) => actingKey(one) === actingKey(row.acting as Acting));
    if (actings.length === 0 || person === undefined) {
      await this.end(secret, 'disabled');
      return null;
    }
    if (isUse && Date.parse(now) - row.seenAt.getTime() > MINUTE_MS)
      await this.pool.query(sql.touch, [row.hash, now]);
    return { state: 'live', session: sessionOf(row, { secret, now, person, actings }) };
  }

  /** Lets the session act otherwise, under a new secret; the old one is worth nothing. Null when its owner may not. */
  async act(secret: string, acting: Acting): Promise<string | null> {
    const row = await this.row(secret);
    const now = this.times.wall.now();
    if (row === null || row.endedAt !== null || isOver(row, now)) return null;
    const person = personOf(await this.registers.snapshot(), row.login, acting, this.times.today.now());
    if (person === null) return null;
    const fresh = newSecret();
    const idToken = await this.idToken(secret);
    const sealed = idToken === null ? null : sealWith(fresh, idToken);
    const values = [row.hash, hashOf(fresh), onlyActing(person), now, sealed];
    return (await this.pool.query(sql.rotate, values)).rowCount === 0 ? null : fresh;
  }

  /** The identity token that a session began with; null when it has none, or there is no session. */
  async idToken(secret: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ idToken: Buffer | null }>(sql.idToken, [hashOf(secret)]);
    return rows[0]?.idToken == null ? null : openWith<string>(secret, rows[0].idToken);
  }

  /** Ends the session of a cookie, if there is one. */
  async end(secret: string, why: Ending): Promise<void> {
    await this.pool.query(sql.end, [hashOf(secret), why, this.times.wall.now()]);
  }

  /** Ends a session by its reference, of one login only when told so. Gives whose it was; null when there is none. */
  async revoke(ref: string, ofLogin?: string): Promise<string | null> {
    const values = [ref, ofLogin ?? null, 'revoked' satisfies Ending, this.times.wall.now()];
    const { rows } = await this.pool.query<{ login: string }>(sql.endByRef, values);
    return rows[0]?.login ?? null;
  }

  /** Ends what the provider says has ended: the sessions of a `sid`, of a subject, or of both. */
  async endOfProvider(told: { readonly sid?: string; readonly sub?: string }): Promise<string[]> {
    const values = [told.sid ?? null, told.sub ?? null, 'provider' satisfies Ending, this.times.wall.now()];
    const { rows } = await this.pool.query<{ login: string }>(sql.endOfProvider, values);
    return rows.map(({ login }) => login);
  }

  /** Sessions in force, of all or of one login, the one used last first; 500 at most. */
  async list(login?: string): Promise<SessionInfo[]> {
    const now = this.times.wall.now();
    const { rows } = await this.pool.query<SessionRow>(sql.live, [
      login ?? null,
      now,
      after(now, -IDLE_MINUTES),
    ]);
    return rows.map((row) => ({
      ref: row.ref,
      login: row.login,
      acting: row.acting,
      began: row.beganAt.toISOString(),
      seen: row.seenAt.toISOString(),
      ends: row.endsAt.toISOString(),
    }));
  }

  /** Keeps what was typed into a form when the session had timed out, for an hour, sealed with the old cookie's secret. */
  async keep(secret: string, form: string, typed: Typed): Promise<void> {
    const until = after(this.times.wall.now(), KEPT_MINUTES);
    await this.pool.query(sql.keep, [hashOf(secret), sealWith(secret, typed), form, until]);
  }

  /**
   * Hands what an old session kept, and the role that it was in, to the new one of the same login; of anybody else nothing
   * is handed on.
   */
  async handOn(old: string, fresh: string): Promise<void> {
    const [from, to] = [await this.row(old), await this.row(fresh)];
    if (from === null || to === null) return;
    const isSame = from.login === to.login;
    if (isSame && from.acting !== null && (await this.mayActAs(from.login, from.acting)))
      await this.pool.query(sql.actAs, [to.hash, from.acting]);
    if (from.kept === null) return;
    if (isSame && isAfter(from.keptUntil, this.times.wall.now()))
      await this.pool.query(sql.keep, [
        to.hash,
        sealWith(fresh, openWith(old, from.kept)),
        from.keptForm,
        from.keptUntil,
      ]);
    await this.pool.query(sql.forgetKept, [from.hash]);
  }

  /** What was typed into a form before, once; null when nothing was kept for it. */
  async takeKept(secret: string, form: string): Promise<Typed | null> {
    const row = await this.row(secret);
    if (row?.kept == null || row.keptForm !== form) return null;
    await this.pool.query(sql.forgetKept, [row.hash]);
    return isAfter(row.keptUntil, this.times.wall.now()) ? openWith<Typed>(secret, row.kept) : null;
  }

  private async actings(login: string): Promise<Person[]> {
    return actingsOf(await this.registers.snapshot(), login, this.times.today.now());
  }

  private async mayActAs(login: string, acting: Acting): Promise<boolean> {
    return (await this.actings(login)).some((one) => actingKey(one) === actingKey(acting));
  }

  private async row(secret: string): Promise<SessionRow | null> {
    const { rows } = await this.pool.query<SessionRow>(sql.read, [hashOf(secret)]);
    return rows[0] ?? null;
  }
}

const onlyActing = ({ organisation, role, onBehalfOf }: Person): Acting => ({
  organisation,
  role,
  ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
});

const isAfter = (then: Date | null, now: Instant): boolean => then !== null && then.toISOString() > now;
