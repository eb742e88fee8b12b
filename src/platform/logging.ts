import type { LoggerOptions } from 'pino';

/** What may be logged beside the message. A field that is not here is left out, whoever logs it. */
const SAFE_FIELDS = new Set([
  ...[
    'reqId',
    'req',
    'res',
    'responseTime',
    'err',
    'context',
    'event',
    'code',
    'count',
    'durationMs',
    'port',
    'host',
  ],
  ...[
    'workflow',
    'workflowVersion',
    'state',
    'fileId',
    'processId',
    'seq',
    'commandId',
    'report',
    'migration',
  ],
]);

/** Of a stack only the frames are kept: the lines above them are the error's message, which can tell values. */
const FRAME = /^\s+at /;

interface RequestLike {
  readonly method?: string;
  readonly routeOptions?: { readonly url?: string };
}

/**
 * Pino's options for the whole program (Fastify takes them as `logger`): an allow-list of fields; of a request its
 * method and route pattern, of an answer its status, of an error its kind, code and stack frames. Never a body,
 * a header, a query string or the message of an error, since those can hold personal data.
 */
export function loggingOptions(level: string): LoggerOptions {
  return {
    level,
    formatters: { log: onlySafe },
    serializers: { req: request, res: answer, err: failure },
    hooks: {
      logMethod(args, method) {
        method.apply(this, withSafeMessage(args) as Parameters<typeof method>);
      },
    },
  };
}

function onlySafe(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => SAFE_FIELDS.has(name)));
}

function request({ method, routeOptions }: RequestLike): object {
  return { method, route: routeOptions?.url ?? 'none' };
}

function answer({ statusCode }: { readonly statusCode?: number }): object {
  return { statusCode };
}

function failure(error: Error & { readonly code?: unknown }): object {
  const frames = (error.stack ?? '').split('\n').filter((line) => FRAME.test(line));
  return {
    type: error.name,
    code: typeof error.code === 'string' ? error.code : undefined,
    stack: frames.join('\n'),
  };
}

/** Pino takes an error's message for the line's when the line has none, and Fastify puts addresses into its own. */
function withSafeMessage(args: readonly unknown[]): unknown[] {
  const [first, second, ...rest] = args;
  if (typeof first === 'string') return [withoutAddress(first), second, ...rest];
  const fields = first instanceof Error ? { err: first } : first;
  return [fields, typeof second === 'string' ? withoutAddress(second) : 'event', ...rest];
}

function withoutAddress(message: string): string {
  return message.replace(/^Route .* not found$/, 'Route not found').replace(/\?\S*/g, '');
}
