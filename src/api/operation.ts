import type { z } from 'zod';
import type { Text } from '../../workflows/definition.js';
import type { ProblemCode } from './problems.js';

/**
 * Whom a route lets in. `colleague`: whoever bears a token or has signed in. `gate`: likewise, and each file is asked for at the gate;
 * what is not let through there is answered as not there. `emergency`: whoever works with the cases of families.
 * `matching`: whoever offers flats at SHIS. `accessLog`: whoever works in cases, and security officers. `reviewer`: managers and security officers. A route without a
 * permission lets nobody in.
 */
export type Permission =
  | 'anyone'
  | 'colleague'
  | 'gate'
  | 'systemAdministrator'
  | 'emergency'
  | 'matching'
  | 'accessLog'
  | 'reviewer';

/**
 * What a call leaves in the log of readings. `reads-file`: one entry on the file, also when it is refused as not there.
 * `step`: its event tells of it; only an attempt at what is not there, a dry run and a repeated call are logged.
 * `lists`, `reports`, `reads-log`: one entry on the reader. `states`: the statement is the entry. `nothing`: nothing of a
 * case is shown.
 */
export type Logs = 'reads-file' | 'step' | 'lists' | 'reports' | 'reads-log' | 'states' | 'nothing';

/** What an answer is: JSON by a schema, or text or bytes of other media types. */
export interface AnswerSpec {
  readonly status: 200 | 201 | 503;
  readonly says: Text;
  readonly schema?: z.ZodType;
  readonly media?: readonly string[];
}

/**
 * One route, told once: the server routes and reads requests by it, and the description of the API is made from it.
 * `path` with parameters as `:name`; a parameter that its schema does not take is answered as not there.
 */
export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly permission: Permission;
  readonly logs: Logs;
  readonly summary: Text;
  readonly says?: Text;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  /** The body is a form with a file (multipart/form-data). */
  readonly upload?: true;
  /** A step: `required` when the caller must name it, so that a repeated call is taken once. */
  readonly key?: 'required' | 'optional';
  /** `If-Match` is honoured. */
  readonly ifMatch?: true;
  /** It writes, so it waits until the demo years are loaded. */
  readonly writes?: true;
  /** It is grave: with a session only soon after its owner has shown who they are. */
  readonly fresh?: true;
  readonly answer: AnswerSpec;
  readonly problems: readonly ProblemCode[];
}

/** Keeps the exact types of an operation's schemas, and holds them to the contract. */
export const operation = <const O extends Operation>(told: O): O => told;
