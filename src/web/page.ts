import type { VNode } from 'preact';
import type { z } from 'zod';
import type { SecurityAbout, SecurityEvent } from '../access/security-log.js';
import type { Session, Typed } from '../access/session.js';
import type { SignIns } from '../access/sign-ins.js';
import type { Reader, What } from '../access/access-entry.js';
import type { Language } from '../platform/language.js';
import type { Runtime } from '../runtime.js';
import type { Entry } from './entry.js';
import type { LiveWish } from './live/stream.js';
import type { Fault } from './parts.js';

/**
 * Whom a page lets in. `signed-in`: whoever has a session, also before a role is chosen. `colleague`: whoever acts in a
 * role; further ones by what the role is for (`letsIn`). `provider`: the identity provider, which proves itself by what it
 * sends. A page without a permission lets nobody in.
 */
export type PagePermission = 'anyone' | 'provider' | 'signed-in' | Entry;

/** What a page is told. What it may not be without (`session`) is there where its permission asks for it. */
export interface Asked<R extends PageSpec = PageSpec> {
  readonly runtime: Runtime;
  readonly signIns: SignIns | null;
  readonly language: Language;
  readonly path: string;
  /** The query string as it came, with its question mark. */
  readonly search: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly session: Session;
  /** Who reads, as the log of readings knows them. */
  reader(): Promise<Reader>;
  /** The secret of the session's cookie. */
  readonly secret: string;
  readonly params: R['params'] extends z.ZodType ? z.output<R['params']> : undefined;
  readonly query: R['query'] extends z.ZodType ? z.output<R['query']> : undefined;
  readonly body: R['body'] extends z.ZodType ? z.output<R['body']> : undefined;
  /** What was typed into this form before the session timed out. */
  readonly kept: Typed | null;
  /** Writes one of the events that the page declares into the security log. */
  record(event: SecurityEvent, about?: SecurityAbout): Promise<void>;
}

/** A page to show: its title, and what stands on the sheet. */
export interface Shown {
  readonly title: string;
  readonly main: VNode;
  /** 200 where nothing is said, or 422 with faults. */
  readonly status?: number;
  /** What has to be corrected: told above all else on the sheet, and in the title. */
  readonly faults?: readonly Fault[];
  readonly cookies?: readonly string[];
  /** Seconds after which it loads itself again. */
  readonly again?: number;
  /** Whoever sees it has just left: nothing of their session stands round it. */
  readonly leaves?: true;
  /**
   * Told of others' changes while it is open: the version of the case that it is the page of, or that it is a list.
   */
  readonly live?: number | 'list';
}

/** A file to keep. Its name holds nothing of anybody. */
export interface Download {
  readonly name: string;
  readonly type: string;
  readonly body: string | Buffer;
}

/** What a page answers: itself, a way on, a file, a stream of changes, or data for the script. */
export type Answer =
  | Shown
  | { readonly go: string; readonly cookies?: readonly string[] }
  | { readonly download: Download }
  | { readonly live: LiveWish }
  | { readonly data: unknown; readonly status?: number };

/** One page, told once: its address, whom it lets in, what it writes into the security log, and what it reads. */
export interface PageSpec {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly permission: PagePermission;
  /** What may be written into the security log; empty when nothing of it changes. */
  readonly audit: readonly SecurityEvent[];
  /** What it writes into the log of readings; absent when it shows nothing of a case and of no log. */
  readonly logs?: readonly What[];
  /** The parts of the address. An address that they do not fit is none. */
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** The fields of a form. What it does not name is refused. */
  readonly body?: z.ZodObject;
  /** The form may bring a file, in the field `file`. */
  readonly upload?: true;
  /** Where the form stands that is sent here: what was typed into it outlives a session that has timed out. */
  readonly form?: string;
  /** Of what is grave: where one comes back to after showing anew who one is, if that was some time ago. */
  readonly fresh?: string;
}

/** A page with what it does. */
export interface Page extends PageSpec {
  does(asked: never): Promise<Answer> | Answer;
}

/** Makes a page, and keeps the exact types of what it reads. */
export const page = <const R extends PageSpec>(
  spec: R,
  does: (asked: Asked<R>) => Promise<Answer> | Answer,
): Page => ({ ...spec, does });
