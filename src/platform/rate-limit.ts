import { createHash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';

const WINDOW = 60_000;
/** Signing in is tried by guessing, so it may be done less often. */
const SIGN_IN_SHARE = 10;
/** A token is another system's, which works for many people and can be taken back. */
const TOKEN_TIMES = 200;

/** Counts a request to a key; gives the seconds to wait when that key has had its share of the minute, else null. */
export type Limiter = (request: FastifyRequest, key: string) => Promise<number | null>;

/**
 * The limits of requests: `ordinary` for a session, `token`, and by address `stranger`, who may be guessing tokens, and
 * `signIn` for `/auth`.
 */
export interface Limiters {
  readonly ordinary: Limiter;
  readonly token: Limiter;
  readonly stranger: Limiter;
  readonly signIn: Limiter;
}

/**
 * Makes the limits: so many requests a minute and key. What may be guessing is counted by all processes together, in the
 * database that `pool` gives (null while the program starts); the rest, which is work, by each for itself.
 */
export async function limitersOf(
  fastify: FastifyInstance,
  perMinute: number,
  pool: () => Pool | null,
): Promise<Limiters> {
  await fastify.register(rateLimit, { global: false });
  const keys = new WeakMap<FastifyRequest, string>();
  const limiter = (name: string, max: number): Limiter => {
    const check = fastify.createRateLimit({
      max,
      timeWindow: WINDOW,
      keyGenerator: (request) => `${name} ${keys.get(request)}`,
    });
    return async (request, key) => {
      keys.set(request, key);
      const result = await check(request);
      return !result.isAllowed && result.isExceeded ? result.ttlInSeconds : null;
    };
  };
  const together = (name: string, max: number): Limiter => {
    const alone = limiter(name, max);
    return async (request, key) => {
      const wait = await alone(request, key);
      const db = pool();
      return wait === null && db !== null ? tried(db, `${name} ${key}`, max) : wait;
    };
  };
  return {
    ordinary: limiter('ordinary', perMinute),
    token: limiter('token', perMinute * TOKEN_TIMES),
    stranger: together('stranger', perMinute),
    signIn: together('sign-in', Math.ceil(perMinute / SIGN_IN_SHARE)),
  };
}

/** By the database's clock, which all processes share. */
const TRY = `
with gone as (
  delete from tries where key in (select key from tries where ends_at < now() - interval '1 hour' for update skip locked)
)
insert into tries (key, times, ends_at) values ($1, 1, now() + make_interval(secs => $2))
on conflict (key) do update set
  times = case when tries.ends_at <= now() then 1 else tries.times + 1 end,
  ends_at = case when tries.ends_at <= now() then excluded.ends_at else tries.ends_at end
returning times, ceil(extract(epoch from ends_at - now()))::int as left`;

async function tried(db: Pool, key: string, max: number): Promise<number | null> {
  const hash = createHash('sha256').update(key).digest();
  const { rows } = await db.query<{ times: number; left: number }>({
    ...{ name: 'try', text: TRY },
    values: [hash, WINDOW / 1000],
  });
  const [now] = rows;
  return now !== undefined && now.times > max ? Math.max(1, now.left) : null;
}
