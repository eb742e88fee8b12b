import type { FastifyReply } from 'fastify';
import type { Language } from './language.js';
import { problemBody, type Told } from './problem.js';
import { problems, type ProblemCode } from './problems.js';

/** A yes: its body, and headers beside those that every answer has. */
export interface Reply<B = unknown> {
  readonly body: B;
  readonly headers?: Readonly<Record<string, string>>;
  /** Another status than the operation's own. */
  readonly status?: number;
}

/** Makes a reply. */
export const reply = <B>(body: B, headers?: Reply['headers']): Reply<B> =>
  headers === undefined ? { body } : { body, headers };

/** Sends a problem, once. */
export function sendProblem(to: FastifyReply, code: ProblemCode, told: Told, language: Language): void {
  if (to.sent) return;
  const { status, retryAfter } = problems[code];
  void to.status(status).headers(problemHeaders(language));
  if (retryAfter !== undefined) void to.header('retry-after', String(retryAfter));
  if (code === 'unauthenticated') void to.header('www-authenticate', 'Bearer realm="husrum"');
  void to.send(problemBody(code, told, language));
}

/** The headers of every problem. */
export const problemHeaders = (language: Language): Record<string, string> => ({
  'content-type': 'application/problem+json; charset=utf-8',
  'content-language': language,
  vary: 'Accept-Language',
  'cache-control': 'no-store',
});
