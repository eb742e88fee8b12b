import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { Instant } from '../../workflows/definition.js';
import { BoundedMap } from '../engine/bounded-map.js';
import type { Person } from '../engine/model.js';
import { refuse, type Refusal } from '../engine/refusals.js';
import type { Snapshot } from '../register/snapshot.js';
import { words } from '../register/words.js';
import { actingsOf, personOf, type Acting } from './acting.js';
import { isScope, type Scope } from './scopes.js';
import { hashOf } from './secret.js';

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
  /** Null: its owner's own post. */
  readonly acting: Acting | null;
  /** Null: all that its owner may. */
  readonly scopes: readonly Scope[] | null;
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

/** What a token is made for: a label for its list, one of its owner's roles, and what it may be used for. */
export interface TokenWishes {
  readonly label?: string;
  readonly role?: string | undefined;
  readonly organisation?: string | undefined;
  readonly scopes?: readonly string[];
}

/** Who bears a token, and what it may be used for (null: all that its bearer may). */
export interface Bearer {
  readonly person: Person;
  readonly scopes: readonly Scope[] | null;
}

interface Kept {
  readonly login: string;
  readonly organisation: string | null;
  readonly role: string | null;
  readonly scopes: readonly Scope[] | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}
interface Remembered {
  readonly kept: Kept | null;
  readonly until: number;
}

/** The registers, which say who there is. */
interface People {
  snapshot(): Promise<Snapshot>;
}

/** Bearer tokens: made, recognised, listed, taken back. What was read is remembered for two seconds of machine time. */
export class Tokens {
  private readonly remembered = new BoundedMap<string, Remembered>(MOST_REMEMBERED);

  constructor(
    private readonly pool: Pool,
    private readonly people: People,
    private readonly ticks: () => number = () => performance.now(),
  ) {}

  /**
   * A token for a colleague, good for 1 to 366 days of 24 hours. Refused for a login that nobody has, a role that they do
   * not hold, and a scope that there is not. A token never acts under cover, which is personal.
   */
  async create(
    login: string,
    days: number,
    now: Instant,
    wishes: TokenWishes = {},
  ): Promise<NewToken | Refusal> {
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
      return refuse('invalid-data', words.tooManyDays);
    const { label = '', scopes = [] } = wishes;
    if (!scopes.every(isScope)) return refuse('invalid-data', words.unknownScope);
    const snapshot = await this.people.snapshot();
    const posts = actingsOf(snapshot, login, now).filter(({ onBehalfOf }) => onBehalfOf === undefined);
    if (posts.length === 0) return refuse('unknown-reference', words.unknownPerson);
    const acting = actingWished(posts, wishes);
    if (acting === undefined) return refuse('unknown-reference', words.notOneRole);
    const token = PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
    const hash = hashOf(token);
    const expires = new Date(Date.parse(now) + days * DAY_MS).toISOString();
    await this.pool.query(
      `insert into api_token (hash, login, label, organisation, role, scopes, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[hash, login, label, acting?.organisation ?? null, acting?.role ?? null],
        ...[scopes.length === 0 ? null : scopes, now, expires],
      ],
    );
    return { ok: true, token, id: idOf(hash), expires };
  }

  /** Who bears a token, as the registers say at `now`. Null for any text that is no token in force; each costs the same. */
  async authenticate(token: string, now: Instant): Promise<Person | null> {
    return (await this.bearer(token, now))?.person ?? null;
  }

  /** Likewise, with what the token may be used for. */
  async bearer(token: string, now: Instant): Promise<Bearer | null> {
    const kept = await this.keptOf(hashOf(token));
    if (kept === null || kept.revokedAt !== null || kept.expiresAt.toISOString() <= now) return null;
    const person = personOf(await this.people.snapshot(), kept.login, actingOf(kept), now);
    return person && { person, scopes: kept.scopes };
  }

  /** Takes a token back, by its id, of one login only when told so. False when there is none in force of that id. */
  async revoke(id: string, now: Instant, ofLogin?: string): Promise<boolean> {
    const { rows } = await this.pool.query<{ hash: Buffer }>(
      `update api_token set revoked_at = $2 where left(encode(hash, 'hex'), ${ID_LENGTH}) = $1 and revoked_at is null
       and ($3::text is null or login = $3) returning hash`,
      [id, now, ofLogin ?? null],
    );
    for (const { hash } of rows) this.remembered.delete(hash.toString('base64'));
    return rows.length > 0;
  }

  /** All tokens, or those of one login, the newest first. */
  async list(login?: string): Promise<TokenInfo[]> {
    const { rows } = await this.pool.query<Kept & { hash: Buffer; label: string; createdAt: Date }>(
      `select hash, login, label, organisation, role, scopes, created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt"
       from api_token where $1::text is null or login = $1 order by created_at desc, hash`,
      [login ?? null],
    );
    return rows.map((row) => ({
      id: idOf(row.hash),
      login: row.login,
      label: row.label,
      acting: actingOf(row),
      scopes: row.scopes,
      created: row.createdAt.toISOString(),
      expires: row.expiresAt.toISOString(),
      revoked: row.revokedAt?.toISOString() ?? null,
    }));
  }

  private async keptOf(hash: Buffer): Promise<Kept | null> {
    const key = hash.toString('base64');
    const known = this.remembered.get(key);
    const ticks = this.ticks();
    if (known !== undefined && known.until > ticks) return known.kept;
    const { rows } = await this.pool.query<Kept>({
      name: 'token',
      text: `select login, organisation, role, scopes, expires_at as "expiresAt", revoked_at as "revokedAt" from api_token where hash = $1`,
      values: [hash],
    });
    const kept = rows[0] ?? null;
    this.remembered.set(key, { kept, until: ticks + REMEMBERED_MS });
    return kept;
  }
}

/** By what a token is named in lists and in the log of readings. */
export const tokenId = (token: string): string => idOf(hashOf(token));

/** The one post that is wished for; null when none is named, undefined when the wish does not name one. */
function actingWished(
  posts: readonly Person[],
  { role, organisation }: TokenWishes,
): Acting | null | undefined {
  if (role === undefined && organisation === undefined) return null;
  const fitting = posts.filter(
    (post) => post.role === (role ?? post.role) && post.organisation === (organisation ?? post.organisation),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

const actingOf = ({ organisation, role }: Pick<Kept, 'organisation' | 'role'>): Acting | null =>
  organisation === null || role === null ? null : { organisation, role };
const idOf = (hash: Buffer): string => hash.toString('hex').slice(0, ID_LENGTH);
