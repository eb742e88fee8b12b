import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { Instant } from '../../workflows/definition.js';
import { BoundedMap } from '../engine/bounded-map.js';
import type { Person } from '../engine/model.js';
import { refuse, type Refusal } from '../engine/refusals.js';
import { words } from '../register/words.js';

const PREFIX = 'hus_';
const SECRET_BYTES = 32;
const DAY_MS = 86_400_000;
const MOST_DAYS = 366;
const REMEMBERED_MS = 2_000;
const MOST_REMEMBERED = 10_000;
/** Figures of the hash by which a token is named in lists. */
const ID_LENGTH = 16;

/** A token as listed: never its text. */
export interface TokenInfo {
  readonly id: string;
  readonly login: string;
  readonly label: string;
  readonly created: Instant;
  readonly expires: Instant;
  readonly revoked: Instant | null;
}

/** A new token. `token` is told this once and kept nowhere. */
export interface NewToken {
  readonly ok: true;
  readonly token: string;
  readonly id: string;
  readonly expires: Instant;
}

interface Kept {
  readonly login: string;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}
interface Remembered {
  readonly kept: Kept | null;
  readonly until: number;
}

/** Knows who a login is at a moment. */
interface People {
  person(login: string, at: Instant): Promise<Person | null>;
}

/** Bearer tokens: made, recognised, listed, taken back. What was read is remembered for two seconds of machine time. */
export class Tokens {
  private readonly remembered = new BoundedMap<string, Remembered>(MOST_REMEMBERED);

  constructor(
    private readonly pool: Pool,
    private readonly people: People,
    private readonly ticks: () => number = () => performance.now(),
  ) {}

  /** A token for a colleague, good for 1 to 366 days of 24 hours. Refused for a login that nobody has. */
  async create(login: string, days: number, now: Instant, label = ''): Promise<NewToken | Refusal> {
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
      return refuse('invalid-data', words.tooManyDays);
    if ((await this.people.person(login, now)) === null)
      return refuse('unknown-reference', words.unknownPerson);
    const token = PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
    const hash = hashOf(token);
    const expires = new Date(Date.parse(now) + days * DAY_MS).toISOString();
    await this.pool.query(
      'insert into api_token (hash, login, label, created_at, expires_at) values ($1, $2, $3, $4, $5)',
      [hash, login, label, now, expires],
    );
    return { ok: true, token, id: idOf(hash), expires };
  }

  /** Who bears a token, as the registers say at `now`. Null for any text that is no token in force; each costs the same. */
  async authenticate(token: string, now: Instant): Promise<Person | null> {
    const kept = await this.keptOf(hashOf(token));
    if (kept === null || kept.revokedAt !== null || kept.expiresAt.toISOString() <= now) return null;
    return this.people.person(kept.login, now);
  }

  /** Takes a token back, by its id. False when there is none in force of that id. */
  async revoke(id: string, now: Instant): Promise<boolean> {
    const { rows } = await this.pool.query<{ hash: Buffer }>(
      `update api_token set revoked_at = $2 where left(encode(hash, 'hex'), ${ID_LENGTH}) = $1 and revoked_at is null
       returning hash`,
      [id, now],
    );
    for (const { hash } of rows) this.remembered.delete(hash.toString('base64'));
    return rows.length > 0;
  }

  /** All tokens, or those of one login, the newest first. */
  async list(login?: string): Promise<TokenInfo[]> {
    const { rows } = await this.pool.query<Kept & { hash: Buffer; label: string; createdAt: Date }>(
      `select hash, login, label, created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt"
       from api_token where $1::text is null or login = $1 order by created_at desc, hash`,
      [login ?? null],
    );
    return rows.map(({ hash, login: owner, label, createdAt, expiresAt, revokedAt }) => ({
      id: idOf(hash),
      login: owner,
      label,
      created: createdAt.toISOString(),
      expires: expiresAt.toISOString(),
      revoked: revokedAt?.toISOString() ?? null,
    }));
  }

  private async keptOf(hash: Buffer): Promise<Kept | null> {
    const key = hash.toString('base64');
    const known = this.remembered.get(key);
    const ticks = this.ticks();
    if (known !== undefined && known.until > ticks) return known.kept;
    const { rows } = await this.pool.query<Kept>({
      name: 'token',
      text: `select login, expires_at as "expiresAt", revoked_at as "revokedAt" from api_token where hash = $1`,
      values: [hash],
    });
    const kept = rows[0] ?? null;
    this.remembered.set(key, { kept, until: ticks + REMEMBERED_MS });
    return kept;
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
/** By what a token is named in lists and in the log of readings. */
export const tokenId = (token: string): string => idOf(hashOf(token));
const idOf = (hash: Buffer): string => hash.toString('hex').slice(0, ID_LENGTH);
