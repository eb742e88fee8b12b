import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { isReviewer, mayMatch, mayOpenInEmergency, mayReadLogs } from '../access/reviewers.js';
import type { Scope } from '../access/scopes.js';
import { words as accessWords } from '../access/words.js';
import type { Text } from '../../workflows/definition.js';
import type { Person } from '../engine/model.js';
import { OPERATION, type SignedRequest } from './asked.js';
import type { Operation, Permission } from './operation.js';
import { Problem } from './problem.js';
import { ServerState } from './server-state.js';
import { words } from './words.js';

const REPORTS = '/api/v1/reports';

/** Lets a request through to its handler, or not: by the route's permission, the token's scope, how fresh the sign-in is, and the program's phase. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(@Inject(ServerState) private readonly state: ServerState) {}

  canActivate(context: ExecutionContext): boolean {
    const op = Reflect.getMetadata(OPERATION, context.getHandler()) as Operation | undefined;
    if (op === undefined) throw new Problem('no-such-address');
    if (op.permission === 'anyone') return true;
    this.state.running();
    const { person, scopes, reader } = context.switchToHttp().getRequest<SignedRequest>();
    if (person === undefined) throw new Problem('unauthenticated');
    if (scopes && !scopes.includes(scopeOf(op))) throw new Problem('out-of-scope');
    const { lets, says } = rules[op.permission];
    if (!lets(person)) throw new Problem('not-permitted', { sentences: [says] });
    if (op.fresh && reader?.isStale) throw new Problem('sign-in-too-old');
    if (op.writes && this.state.phase === 'loading') throw new Problem('loading');
    return true;
  }
}

/** What a token must be for, to be used on a route. */
export function scopeOf({ path, writes }: Operation): Scope {
  if (path === REPORTS || path.startsWith(`${REPORTS}/`)) return 'reports';
  return writes ? 'write' : 'read';
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
  matching: { lets: mayMatch, says: words.onlyMatchers },
  accessLog: { lets: mayReadLogs, says: accessWords.notResponsible },
  reviewer: { lets: isReviewer, says: accessWords.onlyReviewers },
};
