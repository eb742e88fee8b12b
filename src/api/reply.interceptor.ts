import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { isRefusal, type Refusal } from '../engine/refusals.js';
import type { SignedRequest } from './asked.js';
import { languageOf } from './language.js';
import { Problem } from './problem.js';
import type { Reply } from './reply.js';

/** Turns what a handler returned into an answer: a reply with its headers, or a refusal into its problem. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor<Reply | Refusal, unknown> {
  intercept(context: ExecutionContext, next: CallHandler<Reply | Refusal>): Observable<unknown> {
    const http = context.switchToHttp();
    const to = http.getResponse<FastifyReply>();
    const language = languageOf(http.getRequest<SignedRequest>().headers['accept-language']);
    return next.handle().pipe(
      map((result) => {
        if (isRefusal(result)) throw new Problem(result.code, result);
        const { body, headers, status } = result;
        void to.headers({
          'cache-control': 'no-store',
          'content-language': language,
          vary: 'Accept-Language',
          ...headers,
        });
        if (status !== undefined) void to.status(status);
        return body;
      }),
    );
  }
}
