import { Catch } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language.js';
import { problemOf } from './problem.js';
import { sendProblem } from './reply.js';

/** The one place where anything thrown becomes an answer. What is no known problem is logged, without its message. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const { code, told } = problemOf(error);
    if (code === 'internal') request.log.error({ err: error }, 'request failed');
    sendProblem(http.getResponse<FastifyReply>(), code, told, languageOf(request.headers['accept-language']));
  }
}
