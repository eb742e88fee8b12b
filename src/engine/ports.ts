import type { Actor, Day, Decision, Field, Lookups } from '../../workflows/definition.js';
import type { FactRow, Person, Process } from './model.js';
import type { Refusal } from './refusals.js';

/** Whose file it is and what runs there: what a permission may depend on. */
export interface FileAbout {
  readonly id: string;
  readonly kind: 'household' | 'dwelling';
  readonly responsible: string | null;
  readonly assignee: string | null;
  /** Logins of those who were let in by name. */
  readonly handlers: readonly string[];
  /** Whether on this day the named handlers alone may see it. */
  readonly isProtected: boolean;
}

/** Who may do and see what. Default deny. */
export interface Gate {
  /** Null when the person may send an event that `by` allows; else why not, and who can. */
  mayAct(person: Person, by: readonly Actor[], file: FileAbout): Refusal | null;
  /** The line of delegation by which the person takes a decision on a day; else who can. */
  mayDecide(
    person: Person,
    decision: Decision,
    day: Day,
  ): { readonly ok: true; readonly line: string } | Refusal;
  /** Whether the person may know that the file is there. */
  maySee(person: Person, file: FileAbout, seenBy: readonly (readonly string[])[]): boolean;
}

/** What a look-up needs to answer. */
export interface LookupRequest {
  readonly name: keyof Lookups;
  readonly file: string;
  readonly record: object;
  readonly day: Day;
  /** The file's own processes as they stand in this step. */
  readonly processes: readonly Process[];
  /** The process named by the step's data and its file's record, for look-ups about it; null when none is there. */
  readonly referenced: {
    readonly ref: string;
    readonly process: Process;
    readonly state: string;
    readonly record: object;
  } | null;
  /** Personal values sealed in this very step, by digest: not in the database yet. */
  readonly fresh: ReadonlyMap<string, unknown>;
  /** When a history is told anew: the facts of this file up to the step, which count instead of those that are stored. */
  readonly told?: readonly FactRow[];
}

/**
 * What guards must know from elsewhere. `now` answers at once, from what was read already, or undefined; then `read` is
 * asked. Both give coded truths without identity.
 */
export interface Lookup {
  now(request: LookupRequest): unknown;
  read(request: LookupRequest): Promise<unknown>;
}

/** Whether something that a field picks from a register exists on a day. */
export interface Directory {
  exists(pick: NonNullable<Field['pick']>, code: string, day: Day): Promise<boolean>;
}

/** The present moment, RFC 3339 UTC. */
export interface Clock {
  now(): string;
}
