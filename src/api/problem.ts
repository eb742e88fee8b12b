import type { Text } from '../../workflows/definition.js';
import { faultOf } from '../engine/database-faults.js';
import type { Refusal } from '../engine/refusals.js';
import { UnknownCursor } from '../files/cursor.js';
import { SignInTooOld } from '../files/fresh-sign-in.js';
import { PurposeNeeded } from '../files/purpose-needed.js';
import type { Language } from './language.js';
import { problems, type ProblemCode } from './problems.js';
import { words } from './words.js';

/** What is told beside a code; all of it may be shown. */
export type Told = Partial<Pick<Refusal, 'sentences' | 'fields' | 'possibleIn' | 'at' | 'event'>> & {
  /** What can be chosen among. */
  readonly reasons?: readonly { readonly code: string; readonly label: Text }[];
};

/** A no that is known before a handler runs: the framework wants it thrown. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly code: ProblemCode,
    readonly told: Told = {},
  ) {
    super(code);
  }
}

/** The body of a problem (RFC 9457) in one language. `type` leads to the code's line on the page of the API. */
export function problemBody(code: ProblemCode, told: Told, language: Language): Record<string, unknown> {
  const { status, title, says } = problems[code];
  const sentences = told.sentences ?? (says === undefined ? [] : [says]);
  const inWords = (texts: readonly Text[]): string[] => texts.map((one) => one[language]);
  return {
    type: `/api#problem-${code}`,
    title: title[language],
    status,
    code,
    detail: inWords(sentences).join(' ') || title[language],
    sentences: inWords(sentences),
    ...(told.fields && {
      fields: told.fields.map(({ path, message }) => ({ path, message: message[language] })),
    }),
    ...(told.possibleIn && { possibleIn: inWords(told.possibleIn) }),
    ...(told.reasons && {
      reasons: told.reasons.map(({ code: reason, label }) => ({ code: reason, label: label[language] })),
    }),
    ...(told.at !== undefined && { at: told.at }),
    ...(told.event !== undefined && { event: told.event }),
  };
}

const BY_FASTIFY_CODE: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
  FST_ERR_BAD_URL: 'malformed-address',
  FST_ERR_MAX_PARAM_LENGTH: 'no-such-address',
  FST_ERR_ASYNC_CONSTRAINT: 'malformed-address',
  FST_ERR_HANDLER_TIMEOUT: 'timeout',
};
const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed-request',
  404: 'no-such-address',
  408: 'timeout',
  413: 'body-too-large',
  414: 'malformed-address',
  415: 'unsupported-media-type',
};

/** What the program itself throws to be told. */
function ownProblem(error: unknown): { readonly code: ProblemCode; readonly told: Told } | null {
  if (error instanceof Problem) return error;
  if (error instanceof SignInTooOld) return { code: 'sign-in-too-old', told: {} };
  if (error instanceof PurposeNeeded) return { code: 'purpose-needed', told: { reasons: error.reasons } };
  if (error instanceof UnknownCursor)
    return { code: 'malformed-request', told: { fields: [{ path: 'cursor', message: words.cursor }] } };
  return null;
}

/** What was thrown, as a problem. Anything unknown is `internal` and tells nothing of itself. */
export function problemOf(error: unknown): { readonly code: ProblemCode; readonly told: Told } {
  const own = ownProblem(error);
  if (own !== null) return own;
  if (!(error instanceof Error)) return { code: 'internal', told: {} };
  const { code, statusCode, status, cause } = error as Error & {
    code?: string;
    statusCode?: number;
    status?: number;
  };
  const known = code === undefined ? undefined : BY_FASTIFY_CODE[code];
  if (known !== undefined) return { code: known, told: {} };
  if (error instanceof SyntaxError && statusCode === 400) return { code: 'malformed-json', told: {} };
  const mapped = BY_STATUS[statusCode ?? status ?? 0];
  if (cause instanceof Error && mapped !== undefined) return problemOf(cause);
  if (mapped !== undefined) return { code: mapped, told: {} };
  return { code: faultOf(error) === null ? 'internal' : 'busy', told: {} };
}
