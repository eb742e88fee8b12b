import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Reader } from '../access/access-entry.js';
import { isOffered, purposes } from '../access/purposes.js';
import { isReviewer, mayOpenInEmergency, mayReadLogs } from '../access/reviewers.js';
import { tokenId } from '../access/tokens.js';
import { words as accessWords } from '../access/words.js';
import type { Text } from '../../workflows/definition.js';
import type { Person } from '../engine/model.js';
import type { Runtime } from '../runtime.js';
import { OPERATION, type SignedRequest } from './asked.js';
import type { Operation, Permission } from './operation.js';
import { Problem } from './problem.js';
import { ServerState } from './server-state.js';
import { words } from './words.js';

const BEARER = /^Bearer +([A-Za-z0-9_-]{1,200})$/i;
const SIGNED = '/api/v1/';

/**
 * Recognises who bears the token of a request, before its body is read. Throws the problem when nobody does, on a route of
 * the API; while the program starts nobody can be recognised.
 */
export async function recognise(state: ServerState, request: SignedRequest): Promise<void> {
  const { runtime, phase } = state;
  if (!request.routeOptions.url?.startsWith(SIGNED)) return;
  if (phase === 'stopping') throw new Problem('stopping');
  if (runtime === null) return;
  const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
  const person = token === undefined ? null : await runtime.tokens.authenticate(token, runtime.clock.now());
  if (token === undefined || person === null) throw new Problem('unauthenticated');
  request.person = await withEmergency(runtime, person);
  request.reader = readerOf(runtime, request.person, token, request);
}

/** With the files that the person has opened in an emergency. */
async function withEmergency({ emergency, clock }: Runtime, person: Person): Promise<Person> {
  const files = await emergency.activeFor(person.login, clock.now());
  return files.length === 0 ? person : { ...person, emergency: files };
}

/** Who reads, how they came in, and the purpose that they gave, which has to be one of those offered. */
function readerOf({ clock }: Runtime, person: Person, token: string, request: SignedRequest): Reader {
  const reader = { person, via: `token:${tokenId(token)}`, isSession: request.session === true };
  const purpose = request.headers['access-purpose'];
  if (purpose === undefined) return reader;
  if (typeof purpose === 'string' && isOffered(purposes, purpose, clock.now())) return { ...reader, purpose };
  throw new Problem('malformed-request', { fields: [{ path: 'Access-Purpose', message: words.purpose }] });
}

/** Lets a request through to its handler, or not: by the route's permission, and by how far the program has come. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(@Inject(ServerState) private readonly state: ServerState) {}

  canActivate(context: ExecutionContext): boolean {
    const op = Reflect.getMetadata(OPERATION, context.getHandler()) as Operation | undefined;
    if (op === undefined) throw new Problem('no-such-address');
    if (op.permission === 'anyone') return true;
    this.state.running();
    const { person } = context.switchToHttp().getRequest<SignedRequest>();
    if (person === undefined) throw new Problem('unauthenticated');
    const { lets, says } = rules[op.permission];
    if (!lets(person)) throw new Problem('not-permitted', { sentences: [says] });
    if (op.writes && this.state.phase === 'loading') throw new Problem('loading');
    return true;
  }
}

/** Whom a permission lets in, and what the others are told. */
interface Rule {
  lets(person: Person): boolean;
  readonly says: Text;
}

const anybody: Rule = { lets: () => true, says: words.notFound };

const rules: Readonly<Record<Permission, Rule>> = {
  anyone: anybody,
  colleague: anybody,
  gate: anybody,
  systemAdministrator: {
    lets: ({ role }) => role === 'systemAdministrator',
    says: words.onlyAdministrators,
  },
  emergency: { lets: mayOpenInEmergency, says: accessWords.noEmergencyRole },
  accessLog: { lets: mayReadLogs, says: accessWords.notResponsible },
  reviewer: { lets: isReviewer, says: accessWords.onlyReviewers },
};
