import type { FastifyInstance } from 'fastify';
import { readUpload, takeUploads } from '../platform/uploads.js';
import { Problem } from './problem.js';
import type { SignedRequest } from './asked.js';

/** Where the API takes a form with a file. */
export const ATTACHMENTS = '/api/v1/files/:file/attachments';

/** Reads forms with files where they are taken, from those who were recognised; everywhere else in the API they are refused. */
export async function takeAttachments(fastify: FastifyInstance, most: number): Promise<void> {
  await takeUploads(fastify);
  fastify.addHook('preValidation', async (request: SignedRequest) => {
    const { url = '' } = request.routeOptions;
    if (!url.startsWith('/api/')) return;
    if (url !== ATTACHMENTS) {
      if (request.isMultipart()) throw new Problem('unsupported-media-type');
      return;
    }
    if (request.method !== 'POST') return;
    if (!request.isMultipart()) throw new Problem('unsupported-media-type', NEEDS_FORM);
    if (request.person !== undefined)
      request.body = await readUpload(request, most).catch(() => {
        throw new Problem('malformed-request');
      });
  });
}

const NEEDS_FORM = {
  sentences: [
    {
      sv: 'Skicka filen som multipart/form-data, i fältet file.',
      en: 'Send the file as multipart/form-data, in the field file.',
    },
  ],
};
