import { createParamDecorator, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Reader } from '../access/access-entry.js';
import type { Scope } from '../access/scopes.js';
import type { Person } from '../engine/model.js';
import { readData } from '../engine/read-data.js';
import { languageOf, type Language } from './language.js';
import type { Operation } from './operation.js';
import { Problem } from './problem.js';
import { words } from './words.js';

/** Under which key a handler's operation is kept. */
export const OPERATION = 'husrum:operation';

/** A request whose sender was recognised; `scopes` when their token may be used for those only. */
export type SignedRequest = FastifyRequest & {
  person?: Person;
  /** The same person as the log of readings knows them. */
  reader?: Reader;
  scopes?: readonly Scope[] | null;
};

type Read<S> = S extends z.ZodType ? z.output<S> : undefined;

/** A request as its operation reads it. `person` is set on every route that is not for anyone. */
export interface Asked<O extends Operation> {
  readonly person: Person;
  readonly reader: Reader;
  readonly language: Language;
  readonly params: Read<O['params']>;
  readonly query: Read<O['query']>;
  readonly body: Read<O['body']>;
  /** The step's own name, by the caller; empty when none was given. */
  readonly key: string;
  readonly expectedVersion?: number;
  readonly accept: string;
}

/** Makes a method the handler of an operation: its route, its status, and what the guard and the reading go by. */
export function Does(op: Operation): MethodDecorator {
  const decorators = [
    RequestMapping({ path: op.path, method: RequestMethod[op.method] }),
    HttpCode(op.answer.status),
    SetMetadata(OPERATION, op),
  ];
  return (target, name, descriptor) => decorators.forEach((one) => one(target, name, descriptor));
}

/** Hands a handler what was asked, read by its operation; what cannot be read is told with every fault at once. */
export const Ask = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<SignedRequest>();
  return askedOf(Reflect.getMetadata(OPERATION, context.getHandler()) as Operation, request);
});

function askedOf(op: Operation, request: SignedRequest): Asked<Operation> {
  const { headers } = request;
  const params = op.params?.safeParse(request.params, { reportInput: false });
  if (params?.success === false) throw new Problem('not-found', { sentences: [words.notFound] });
  const query = read(op.query ?? z.strictObject({}), request.query);
  const expectedVersion = op.ifMatch ? versionIn(headers['if-match']) : undefined;
  return {
    person: request.person as Person,
    reader: request.reader as Reader,
    language: languageIn(query, headers['accept-language']),
    params: params?.data as undefined,
    query: query as unknown as undefined,
    body: (op.body && readBody(op.body, request.body)) as unknown as undefined,
    key: keyIn(op, headers['idempotency-key'], query),
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    accept: headers.accept ?? '*/*',
  };
}

/** How deep a body may be nested; every schema is flatter. */
const DEEPEST = 32;

function isTooDeep(body: unknown): boolean {
  let level = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

function read(schema: z.ZodObject, given: unknown): Record<string, unknown> {
  const answer = readData(schema, given ?? {});
  if ('data' in answer) return answer.data;
  throw new Problem('malformed-request', { fields: answer.fields ?? [] });
}

function readBody(schema: z.ZodObject, body: unknown): Record<string, unknown> {
  if (isTooDeep(body)) throw new Problem('malformed-request', { sentences: [words.tooDeep] });
  return read(schema, body);
}

function languageIn(query: Record<string, unknown>, accepted: string | undefined): Language {
  return query['lang'] === 'sv' || query['lang'] === 'en' ? query['lang'] : languageOf(accepted);
}

const KEY = /^[A-Za-z0-9_.:-]{1,100}$/;

function keyIn(op: Operation, given: unknown, query: Record<string, unknown>): string {
  if (op.key === undefined) return '';
  if (given === undefined && (op.key === 'optional' || query['dryRun'] === true)) return '';
  if (typeof given === 'string' && KEY.test(given)) return given;
  throw new Problem('malformed-request', { fields: [{ path: 'Idempotency-Key', message: words.key }] });
}

const TAGS = /^(?:W\/)?"(\d{1,9})"$/;

/** The version in `If-Match`; `*` asks for none. */
function versionIn(given: string | undefined): number | undefined {
  if (given === undefined || given.trim() === '*') return undefined;
  const version = TAGS.exec(given.trim())?.[1];
  if (version !== undefined) return Number(version);
  throw new Problem('malformed-request', { fields: [{ path: 'If-Match', message: words.ifMatch }] });
}
