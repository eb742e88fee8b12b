import multipart, { type MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A file that was sent with a form. */
export class Upload {
  readonly #content: Buffer | null;

  constructor(
    /** As its sender called it. It says nothing of what it is. */
    readonly name: string,
    content: Buffer | null,
  ) {
    this.#content = content;
  }

  /** Null when it is larger than what was asked for. */
  get content(): Buffer | null {
    return this.#content;
  }
}

const MOST_FIELDS = 20;
const FIELD_BYTES = 64 * 1024;

/** Lets a server take forms with files. Nothing of them is read until `readUpload` is called. */
export async function takeUploads(fastify: FastifyInstance): Promise<void> {
  await fastify.register(multipart, { throwFileSizeLimit: false });
}

/**
 * Reads a form with a file (multipart/form-data). Fields by name, the one file as `file`. Of a file that is larger than
 * `most` bytes no more is kept, and the fields are read all the same, so that nothing typed is lost.
 */
export async function readUpload(request: FastifyRequest, most: number): Promise<Record<string, unknown>> {
  return read(request, most).catch(() => {
    throw new UnreadableForm('the form cannot be read');
  });
}

/** A form that is cut off, or not built as one. The fault is the sender's. */
export class UnreadableForm extends Error {
  override readonly name = 'UnreadableForm';
  readonly statusCode = 400;
}

async function read(request: FastifyRequest, most: number): Promise<Record<string, unknown>> {
  const limits = { fileSize: most, files: 1, fields: MOST_FIELDS, fieldSize: FIELD_BYTES };
  const sent = Object.create(null) as Record<string, unknown>;
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') sent[part.fieldname] = part.value;
    else if (part.fieldname === 'file') sent['file'] = await uploadIn(part);
    else part.file.resume();
  }
  return { ...sent };
}

async function uploadIn({ file, filename = '' }: MultipartFile): Promise<Upload> {
  const parts: Buffer[] = [];
  for await (const part of file) parts.push(part as Buffer);
  return new Upload(filename, file.truncated ? null : Buffer.concat(parts));
}
