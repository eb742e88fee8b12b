import type { FastifyReply } from 'fastify';
import { isOffered, purposes } from '../access/purposes.js';
import { withEmergency } from '../access/reader.js';
import { isMeant, sessionSecretIn } from '../access/request.js';
import { hashOf } from '../access/secret.js';
import { tokenId } from '../access/tokens.js';
import type { Person } from '../engine/model.js';
import type { Limiters } from '../platform/rate-limit.js';
import type { Runtime } from '../runtime.js';
import type { SignedRequest } from './asked.js';
import { Problem } from './problem.js';
import type { ServerState } from './server-state.js';
import { words } from './words.js';

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
  const wait = await (key === null
    ? limits.stranger(request, request.ip)
    : (request.scopes === undefined ? limits.ordinary : limits.token)(request, key));
  if (wait !== null) {
    void reply.header('retry-after', String(wait));
    throw new Problem('too-many-requests');
  }
  if (key === null) throw new Problem('unauthenticated');
}

/** Sets the request's person and reader, and gives what the request is counted by; null when nobody is recognised. */
async function credential(runtime: Runtime, request: SignedRequest): Promise<string | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = BEARER.exec(authorization)?.[1];
    const bearer = token === undefined ? null : await runtime.tokens.bearer(token, runtime.clock.now());
    if (bearer === null || token === undefined) return null;
    request.scopes = bearer.scopes;
    await signed(runtime, request, bearer.person, `token:${tokenId(token)}`);
    return hashOf(token).toString('base64');
  }
  const secret = sessionSecretIn(request.headers);
  const recognised = secret === undefined ? null : await runtime.sessions.read(secret);
  const session = recognised?.state === 'live' ? recognised.session : null;
  if (secret === undefined || session?.person == null) return null;
  if (!SAFE.has(request.method) && !isMeant(request.headers, secret, request.headers[FORM_TOKEN_HEADER]))
    throw new Problem('cross-site');
  await signed(runtime, request, session.person, `session:${tokenId(secret)}`, !session.isFresh);
  return hashOf(secret).toString('base64');
}

async function signed(
  runtime: Runtime,
  request: SignedRequest,
  person: Person,
  via: string,
  isStale = false,
): Promise<void> {
  request.person = await withEmergency(runtime, person);
  const reader = { person: request.person, via, isSession: via.startsWith('session:'), isStale };
  const purpose = purposeIn(runtime, request.headers['access-purpose']);
  request.reader = purpose === undefined ? reader : { ...reader, purpose };
}

/** The purpose that a reader gave, which has to be one of those offered. */
function purposeIn({ clock }: Runtime, purpose: unknown): string | undefined {
  if (purpose === undefined) return undefined;
  if (typeof purpose === 'string' && isOffered(purposes, purpose, clock.now())) return purpose;
  throw new Problem('malformed-request', { fields: [{ path: 'Access-Purpose', message: words.purpose }] });
}
