import type { Instant, Lookups } from '../../workflows/definition.js';
import type { Person } from './model.js';
import type { Term } from './seal.js';
import type { SealedValue } from './vault.js';

/** What a person asks for: open a process (in a new file, or in `file`), or one event of a process or of a file. */
export type Asked =
  | { readonly open: string; readonly file?: string; readonly data: unknown }
  | { readonly event: string; readonly file: string; readonly process?: number; readonly data: unknown };

/** One command. Its id is unique in its file for ever: the same id gives the first answer, and nothing happens twice. */
export interface Command {
  readonly id: string;
  readonly by: Person;
  readonly asked: Asked;
  /** When it happened, RFC 3339; default: when it is recorded. */
  readonly occurredAt?: string;
  /** When it is recorded; default: now. Only an import gives another. */
  readonly recordedAt?: string;
  readonly importedAt?: string;
  /** Refused as stale when the file is at another version. */
  readonly expectedVersion?: number;
}

/** What a command carries from one file into another, sealed with the key of the one that it goes to. */
export interface Carried {
  readonly into: string;
  readonly known: Lookups['carried'];
  /** The files that it was read from, at these versions. */
  readonly versions: ReadonlyMap<string, number>;
  readonly sealed: readonly SealedValue[];
  readonly terms: readonly Term[];
  readonly newKey?: Buffer;
  readonly fresh: ReadonlyMap<string, unknown>;
}

/** A command made ready for `decide`: valid, its personal values sealed, its file named. */
export interface Prepared {
  readonly id: string;
  readonly by: Person;
  readonly file: string;
  readonly process: number | null;
  /** The workflow to open, or null for an event. */
  readonly opens: string | null;
  readonly newFile: boolean;
  readonly type: string;
  /** The coded part, with marks in place of personal values. */
  readonly data: Record<string, unknown>;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly importedAt?: Instant;
  readonly expectedVersion?: number;
  /** HMAC of the whole request, and of its data alone. */
  readonly request: string;
  readonly same: string;
  readonly sealed: readonly SealedValue[];
  readonly terms: readonly Term[];
  /** A file key made for this step, wrapped; absent when the file has one or needs none. */
  readonly newKey?: Buffer;
  /** Plain values by digest, for look-ups of this very step; never stored. */
  readonly fresh: ReadonlyMap<string, unknown>;
  readonly carried?: Carried;
}

/** The answer to a command that was taken, now or (`repeated`) earlier under the same id. */
export interface Done {
  readonly ok: true;
  readonly file: string;
  /** Sequence number of the command's own event; its id is `<file>:<seq>`. */
  readonly seq: number;
  /** The process that took it; null for an event of the file. */
  readonly process: number | null;
  readonly repeated: boolean;
  /** Recorded as the first of two persons'; the second's equal command delivers it. */
  readonly proposed: boolean;
}
