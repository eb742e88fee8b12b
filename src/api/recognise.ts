import type { FastifyReply } from 'fastify';
import { isMeant, sessionSecretIn } from '../access/request.js';
import { hashOf } from '../access/secret.js';
import type { Limiters } from '../platform/rate-limit.js';
import type { Runtime } from '../runtime.js';
import type { SignedRequest } from './asked.js';
import { Problem } from './problem.js';
import type { ServerState } from './server-state.js';

const BEARER = /^Bearer +([A-Za-z0-9_-]{1,200})$/i;
const SIGNED = '/api/v1/';
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
/** The header in which a page sends the token of its session. */
export const FORM_TOKEN_HEADER = 'x-husrum-token';

/**
 * Recognises who sends a request to the API, by bearer token or session cookie, before its body is read. Throws the problem
 * when nobody does, when a session's request is not meant by its owner, and when somebody asks too often; while the program
 * starts nobody can be recognised.
 */
export async function recognise(
  state: ServerState,
  limits: Limiters,
  request: SignedRequest,
  reply: FastifyReply,
): Promise<void> {
  const { runtime, phase } = state;
  if (!request.routeOptions.url?.startsWith(SIGNED)) return;
  if (phase === 'stopping') throw new Problem('stopping');
  if (runtime === null) return;
  const key = await credential(runtime, request);
  const wait = await limits.ordinary(request, key ?? request.ip);
  if (wait !== null) {
    void reply.header('retry-after', String(wait));
    throw new Problem('too-many-requests');
  }
  if (key === null) throw new Problem('unauthenticated');
}

/** Sets the request's person, and gives what the request is counted by; null when nobody is recognised. */
async function credential(runtime: Runtime, request: SignedRequest): Promise<string | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = BEARER.exec(authorization)?.[1];
    const bearer = token === undefined ? null : await runtime.tokens.bearer(token, runtime.clock.now());
    if (bearer === null || token === undefined) return null;
    request.person = bearer.person;
    request.scopes = bearer.scopes;
    return hashOf(token).toString('base64');
  }
  const secret = sessionSecretIn(request.headers);
  const person = secret === undefined ? null : await runtime.sessions.authenticate(secret);
  if (person === null || secret === undefined) return null;
  if (!SAFE.has(request.method) && !isMeant(request.headers, secret, request.headers[FORM_TOKEN_HEADER]))
    throw new Problem('cross-site');
  request.person = person;
  return hashOf(secret).toString('base64');
}
