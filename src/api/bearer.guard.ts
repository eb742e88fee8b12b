import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Person } from '../engine/model.js';
import { OPERATION, type SignedRequest } from './asked.js';
import type { Operation, Permission } from './operation.js';
import { Problem } from './problem.js';
import { ServerState } from './server-state.js';
import { words } from './words.js';

const BEARER = /^Bearer +([A-Za-z0-9_-]{1,200})$/i;

/** Lets a request through to its handler, or not: by the phase of the server, by the bearer, by the route's permission. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(@Inject(ServerState) private readonly state: ServerState) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const op = Reflect.getMetadata(OPERATION, context.getHandler()) as Operation | undefined;
    if (op === undefined) throw new Problem('no-such-address');
    if (op.permission === 'anyone') return true;
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const { tokens, clock } = this.state.running();
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const person = token === undefined ? null : await tokens.authenticate(token, clock.now());
    if (person === null) throw new Problem('unauthenticated');
    if (!lets(op.permission, person))
      throw new Problem('not-permitted', { sentences: [words.onlyAdministrators] });
    if (op.writes && this.state.phase === 'loading') throw new Problem('loading');
    request.person = person;
    return true;
  }
}

function lets(permission: Permission, { role }: Person): boolean {
  return permission === 'systemAdministrator' ? role === 'systemAdministrator' : true;
}
