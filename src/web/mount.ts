import formbody from '@fastify/formbody';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Limiters } from '../platform/rate-limit.js';
import { assets } from './assets.js';
import { pages } from './pages.js';
import { PageServer } from './page-server.js';
import type { Site } from './site.js';

/** Bytes that a form may have. */
const FORM_LIMIT = 64 * 1024;
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Adds the pages, what they load, and the page that says that there is none, in a room of their own: only they take forms. */
export async function addPages(fastify: FastifyInstance, limits: Limiters, site: Site): Promise<void> {
  const failed = (error: unknown): void => fastify.log.error({ err: error }, 'live refresh failed');
  const server = new PageServer(site, limits, failed);
  fastify.addHook('preClose', (done) => {
    server.stop();
    done();
  });
  await fastify.register(async (room) => {
    room.removeContentTypeParser('application/json');
    await room.register(formbody, { bodyLimit: FORM_LIMIT });
    room.setErrorHandler((error: FastifyError, request, reply) => server.fault(error, request, reply));
    for (const page of pages)
      room.route({
        method: page.method,
        url: page.path,
        handler: (request, reply) => server.serve(page, request, reply),
      });
    for (const { path, type, body } of assets)
      room.get(path, (_request, reply) =>
        reply.headers({ 'content-type': type, 'cache-control': FOR_EVER }).send(body),
      );
    room.get('/*', (request, reply) => nowhere(server, request, reply));
  });
}

/** Whoever reads pages is told by one; other systems get the problem of the API. */
function nowhere(server: PageServer, request: FastifyRequest, reply: FastifyReply): unknown {
  const wantsPage = /\btext\/html\b/.test(request.headers.accept ?? '');
  if (!wantsPage || /^\/(api|health|assets)(\/|$)/.test(request.url)) return reply.callNotFound();
  return server.notFound(request, reply);
}
