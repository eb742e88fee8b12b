import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { AddressInfo, Socket } from 'node:net';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pino } from 'pino';
import type { Config } from '../platform/config.js';
import { loggingOptions } from '../platform/logging.js';
import type { Metrics } from '../platform/metrics.js';
import { limitersOf, type Limiters } from '../platform/rate-limit.js';
import { ApiModule } from './api.module.js';
import { languageOf } from './language.js';
import { NestLog } from './nest-log.js';
import { problemBody, problemOf } from './problem.js';
import { recognise } from './recognise.js';
import { takeAttachments } from './uploads.js';
import { sendProblem } from './reply.js';
import type { ServerState } from './server-state.js';

/** Bytes that a body may have. */
const BODY_LIMIT = 256 * 1024;
const LONGEST_PARAMETER = 200;
const REQUEST_TIMEOUT_MS = 30_000;
const HANDLER_TIMEOUT_MS = 60_000;
const YEAR_SECONDS = 31_536_000;

/** What the server needs beside the state it serves by. */
export interface ServerOptions {
  readonly config: Pick<Config, 'logLevel' | 'baseUrl' | 'rateLimit' | 'trustedProxies' | 'attachmentBytes'>;
  readonly metrics: Metrics;
  /** Adds the pages, which the API knows nothing of. */
  readonly addPages: (fastify: FastifyInstance, limits: Limiters) => Promise<void>;
}

/**
 * Makes the HTTP server, not listening yet. It may listen before there is a database: until the state says that the
 * program runs, every route but health and the page answers 503.
 */
export async function createServer(
  state: ServerState,
  { config, metrics, addPages }: ServerOptions,
): Promise<NestFastifyApplication> {
  const logger = pino(loggingOptions(config.logLevel));
  const adapter = new FastifyAdapter({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    handlerTimeout: HANDLER_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, problemOf(error).code, {}, spoken(request)),
    clientErrorHandler: (_error: Error, socket: Socket) => refuseSocket(socket),
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.of(state, metrics), adapter, {
    bodyParser: false,
    logger: new NestLog(logger),
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.removeContentTypeParser('text/plain');
  await fastify.register(helmet, securityOf(config.baseUrl));
  const limits = await limitersOf(fastify, config.rateLimit, () => state.runtime?.pool ?? null);
  fastify.decorateRequest('person');
  fastify.decorateRequest('reader');
  fastify.decorateRequest('scopes');
  fastify.addHook('onRequest', (request, reply) => recognise(state, limits, request, reply));
  await takeAttachments(fastify, config.attachmentBytes);
  observe(fastify, metrics);
  await addPages(fastify, limits);
  return app;
}

/** Lets the server listen. Gives the port (0 asks for any that is free); rejects when it is taken. */
export async function listen(app: NestFastifyApplication, port: number, host: string): Promise<number> {
  await app.init();
  await app.getHttpAdapter().getInstance().listen({ port, host });
  return (app.getHttpServer().address() as AddressInfo).port;
}

/** Nothing is loaded but the server's own style, fonts and pictures; no script runs; no page may be framed. */
const securityOf = (baseUrl: string) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  frameguard: { action: 'deny' as const },
  referrerPolicy: { policy: 'no-referrer' as const },
  // The server itself speaks plain HTTP; where people reach it over TLS they must go on doing so.
  strictTransportSecurity: baseUrl.startsWith('https:') && { maxAge: YEAR_SECONDS, includeSubDomains: true },
});

function observe(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    metrics.http.observe(labels, reply.elapsedTime / 1000);
    request.log.debug({ req: request, res: reply, responseTime: reply.elapsedTime }, 'answered');
  });
}

const spoken = (request: FastifyRequest) => languageOf(request.headers['accept-language']);

/** What could not be read as HTTP at all. */
function refuseSocket(socket: Socket): void {
  if (!socket.writable) return;
  const body = JSON.stringify(problemBody('malformed-request', {}, 'sv'));
  const head = [
    'HTTP/1.1 400 Bad Request',
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
