import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const WINDOW = 60_000;
/** Signing in is tried by guessing, so it may be done less often. */
const SIGN_IN_SHARE = 10;
/** A token is another system's, which works for many people and can be taken back. */
const TOKEN_TIMES = 200;

/** Counts a request to a key; gives the seconds to wait when that key has had its share of the minute, else null. */
export type Limiter = (request: FastifyRequest, key: string) => Promise<number | null>;

/** The limits of one server: `ordinary` for a session or a stranger's address, `token`, and `signIn` for `/auth` by address. */
export interface Limiters {
  readonly ordinary: Limiter;
  readonly token: Limiter;
  readonly signIn: Limiter;
}

/** Makes the limits: so many requests a minute and key, kept in this process. */
export async function limitersOf(fastify: FastifyInstance, perMinute: number): Promise<Limiters> {
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
  return {
    ordinary: limiter('ordinary', perMinute),
    token: limiter('token', perMinute * TOKEN_TIMES),
    signIn: limiter('sign-in', Math.ceil(perMinute / SIGN_IN_SHARE)),
  };
}
