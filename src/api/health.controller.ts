import { Controller, Inject } from '@nestjs/common';
import { z } from 'zod';
import type { Text } from '../../workflows/definition.js';
import { isReachable } from '../platform/health.js';
import { Does } from './asked.js';
import { operation } from './operation.js';
import { reply, type Reply } from './reply.js';
import { ServerState } from './server-state.js';
import { said } from '../files/said.js';

const text = (sv: string, en: string): Text => ({ sv, en });

export const isLive = operation({
  id: 'isLive',
  method: 'GET',
  path: '/health/live',
  permission: 'anyone',
  logs: 'nothing',
  summary: text('Lever programmet?', 'Is the program alive?'),
  answer: {
    status: 200,
    says: text('Det lever', 'It is'),
    schema: z.object({ status: z.literal('live') }),
  },
  problems: [],
});

export const isReady = operation({
  id: 'isReady',
  method: 'GET',
  path: '/health/ready',
  permission: 'anyone',
  logs: 'nothing',
  summary: text('Kan programmet ta emot?', 'Is the program ready?'),
  says: text(
    'Svarar 503 tills databasen är i ordning och nås, och igen när programmet stängs.',
    'Answers 503 until the database is in order and reachable, and again while the program closes.',
  ),
  answer: {
    status: 200,
    says: text('Det är redo', 'It is ready'),
    schema: z.object({
      status: z.enum(['ready', 'not-ready']),
      phase: z.enum(['starting', 'loading', 'serving', 'stopping']),
      loaded: said(
        z.number(),
        'Andel av demoåren som är inläst, 0 till 1',
        'Share of the demo years that is loaded, 0 to 1',
      ).optional(),
    }),
  },
  problems: [],
});

export const healthOperations = [isLive, isReady] as const;

/** What machines ask to know whether to start, feed or replace the program. */
@Controller()
export class HealthController {
  constructor(@Inject(ServerState) private readonly state: ServerState) {}

  @Does(isLive)
  live(): Reply {
    return reply({ status: 'live' });
  }

  @Does(isReady)
  async ready(): Promise<Reply> {
    const { phase, loaded, runtime } = this.state;
    const serves = runtime !== null && phase !== 'stopping' && (await isReachable(runtime.pool));
    const body = {
      status: serves ? 'ready' : 'not-ready',
      phase,
      ...(phase === 'loading' && { loaded: Math.round(loaded * 100) / 100 }),
    };
    return { body, status: serves ? 200 : 503 };
  }
}
