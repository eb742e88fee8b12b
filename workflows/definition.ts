/**
 * The contract that every folder under `workflows/` fills. Types only; `checkDefinition` (src/engine) proves at start
 * what types cannot. A folder `workflows/<name>/index.ts` exports its `Workflow` as default.
 *
 * Conventions that the engine relies on:
 * - The chart's `id` is the workflow's name. Its `context` is a literal; what the opening brings is put there by an
 *   update named in `entry` (the step is then in `event.input`, which the engine unwraps for every update, guard and effect).
 * - A context key `dwelling` or `household` that holds a `ProcessRef` says whom a fact is about.
 * - Personal fields arrive sealed, as `Sealed` marks; a chart may carry a mark along but never reads through it.
 */
import type { AnyStateMachine } from 'xstate';
import type { z } from 'zod';
import type { Actor, Day, Instant, OrgKind, OrgKinds, Party, ProcessRef, Text } from './basics.js';
import type { Decision } from './delegation.js';
import type { Document } from './documents.js';
import type { Effect, Fact } from './effects.js';
import type { Doubt, OpeningForm } from './forms.js';
import type { Lookups } from './lookups.js';
import type { Deadline, Duration, Guard, Seen, Step } from './steps.js';

export type * from './basics.js';
export type * from './delegation.js';
export type * from './documents.js';
export type * from './effects.js';
export type * from './forms.js';
export type { FreeFlat, Lookups, Proposal } from './lookups.js';
export type * from './steps.js';

/** Meta of one field, kept in the registry `fields` (workflows/fields.ts): label, help, sealing and picker. All else comes from the zod type. */
export interface Field {
  readonly label: Text;
  readonly hint?: Text;
  /** Sealed with the file's key before anything else happens; free text, names, birth dates and addresses always are. */
  readonly personal?: true;
  /** How a sealed value can be found again, by keyed hash: as a whole, or each whole word of it. */
  readonly find?: 'whole' | 'words' | 'address' | 'birthday';
  /** Stays with the organisation that answers for the household: not handed on to others who see the rest. */
  readonly within?: true;
  /** Large: read by itself alone, so that it never comes along where the data of an event are shown. */
  readonly apart?: true;
  readonly pick?:
    | { readonly from: 'process'; readonly workflow: string }
    /** A process of this very file. */
    | { readonly from: 'here' }
    | { readonly from: 'organisation'; readonly kind: OrgKinds }
    /** `named`: one who was let into this household's file by name. */
    | { readonly from: 'user'; readonly org?: OrgKinds; readonly named?: true }
    | { readonly from: 'reason'; readonly list: string }
    /** Another household's file, by its first process; `merged`: one that was merged into this. */
    | { readonly from: 'household'; readonly merged?: true }
    /** A person of this household, by the short name. */
    | { readonly from: 'member'; readonly children?: true };
  /** What each value of a short list is called; the value is then picked from the list. */
  readonly choices?: Readonly<Record<string, Text>>;
  /**
   * `copy`: what was asked and answered, as JSON; never asked for, the pages fill it in and show it. `told`: another process
   * tells it, and what a person says of it does not count; never asked for.
   */
  readonly widget?: 'textarea' | 'radios' | 'money' | 'copy' | 'told';
}
export interface EventSpec {
  readonly label: Text;
  /** One sentence in the past tense for the timeline; `{field}` is filled from the event's data. */
  readonly told: Text;
  readonly schema: z.ZodObject;
  /** Who may, or `engine`: only another process may send it; never offered to a person. */
  readonly by: readonly Actor[] | 'engine';
  readonly known?: readonly (keyof Lookups)[];
  /** Guards that do not stop it, each shown as met or not before it is taken: what the others will judge by. */
  readonly weighs?: readonly string[];
  /** Read by those alone who work in the kind of organisation that wrote it; or where the data say so. */
  readonly within?: true | ((data: Readonly<Record<string, unknown>>) => boolean);
  /** Takes effect when a second person repeats it with the same data; `oneOfEach`: the two come from different kinds in `by`. */
  readonly twoPersons?: true | 'oneOfEach';
  readonly grave?: true;
  /** The event of its process that it answers: what that asked stands above its form. */
  readonly answers?: string;
  /** Gives or takes access: a person before a page takes it only soon after showing who they are. */
  readonly fresh?: true;
  /** Taken by those to whom it is delegated; the event cites the line. */
  readonly decision?: Decision;
}
export interface StateSpec {
  readonly label: Text;
  /** Who must act. Absent on an open state only with `restsBecause`. */
  readonly waitsFor?: OrgKind;
  /** Names a deadline that moves nothing: it reminds, and makes the state overdue. */
  readonly due?: string;
  /** Why an open state needs no one, or no clock of its own. */
  readonly restsBecause?: Text;
  /** While here, the context key of this name (a ProcessRef) holds the file: one row per file and name, unique. */
  readonly heldBy?: string;
  readonly open: boolean;
}

/** Persons on their way from one file to another: `from` this one, or the one that a field of the data names; `into` a new one or this one. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each folder has its own record type
export interface Carrying<R extends object = any> {
  readonly from: string;
  readonly into: 'new' | 'this';
  /** What of the record is carried, personal values as they are marked there. */
  readonly what: (record: R, data: Readonly<Record<string, unknown>>) => object;
  /** What is left of it in view of the record it comes to, both with their values in plain text; nothing of them may stay in what is coded. */
  readonly apart?: (what: object, record: object) => object;
  /** Which of it is personal, and how it is found again. */
  readonly schema: z.ZodType;
}
/** An event of a file as its effects see it, the record as it left it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each folder has its own record type
export interface FileEventSeen<R extends object = any> {
  readonly record: R;
  readonly data: Readonly<Record<string, unknown>>;
  readonly known: Step['known'];
  readonly self: ProcessRef;
  readonly day: Day;
}
/** A new file with its first process, whose number each open process of this one is told; or an event of another file, which must take it. */
export type FileEffect =
  | { readonly do: 'open'; readonly workflow: string; readonly in: ProcessRef; readonly data: object }
  | { readonly do: 'send'; readonly to: ProcessRef; readonly type: string; readonly data: object };

/** Finds what cannot be so of an event's data. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each folder has its own record type
export type Doubting<R extends object = any> = (
  data: Readonly<Record<string, unknown>>,
  seen: { readonly day: Day; readonly record: R | null },
) => readonly Doubt[];

/**
 * What every file of a kind can do, whatever runs in it: folded into the file's record, then told to each open process.
 * `apply.open` makes the first record from the step that opens the file.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each folder has its own record type
export interface FileKind<R extends object = any> {
  readonly name: 'household' | 'dwelling';
  readonly label: Text;
  readonly record: z.ZodObject;
  readonly events: Readonly<Record<string, EventSpec>>;
  readonly apply: Readonly<Record<string, (record: R, step: Step) => R>>;
  /** What reports learn from an event of the file. */
  readonly facts?: Readonly<Record<string, (step: Step) => readonly Fact[]>>;
  /** Facts that must hold for an event of the file; the record is the context. */
  readonly guards?: Readonly<Record<string, readonly Guard<R>[]>>;
  /**
   * What cannot be so, by event (`open`: what opens a file), on the day it happened: refused beside its field, whichever way it
   * comes. The data may be anything; `record` has its personal values in plain text as far as they are kept, null where the
   * event is judged by itself. Pure.
   */
  readonly doubts?: Readonly<Record<string, Doubting<R>>>;
  /** The event that every open process is told after an event of the file (processes whose workflow does not name it are left alone). */
  readonly tells?: string;
  /** What an event takes from one file into another, sealed anew for it: the step sees it as `known.carried`. */
  readonly carries?: Readonly<Record<string, Carrying<R>>>;
  /** What an event of the file sets off in other files, in the same step; from the event alone, so that it can be told again. */
  readonly effects?: Readonly<Record<string, (seen: FileEventSeen<R>) => readonly FileEffect[]>>;
  /** Why nothing can be done in a file any longer but what the engine itself sends it; null while something can. */
  readonly rests?: (record: R) => Text | null;
  /** The organisation responsible for the file, its code; null when none is. */
  readonly responsible: (record: R) => string | null;
  readonly assignee: (record: R) => string | null;
  /** Logins of those who were let into the file by name, whatever organisation they work for. */
  readonly handlers?: (record: R) => readonly string[];
  /** While the persons of the file are protected nobody but its named handlers sees it; `until` the last day, null = until ended. */
  readonly protection?: (record: R) => { readonly until: Day | null } | null;
  readonly reasons?: Workflow['reasons'];
}

/**
 * `machine.getPersistedSnapshot` without children, plus since which day each term runs (an `after` by XState's id, a
 * state's `due` as `due.<leaf>`: the day when the other side could know) and when each leaf was entered (when it happened).
 */
export interface Stored {
  readonly value: unknown;
  readonly context: object;
  readonly status: 'active' | 'done';
  readonly since: Readonly<Record<string, Day>>;
  readonly entered: Readonly<Record<string, Instant>>;
}

/**
 * How much of a household another organisation is given with a process: `none`, not even that it is there; `coded`, what is
 * no personal data; `shared`, all but what stays within.
 */
export type Disclosure = 'none' | 'coded' | 'shared';

export interface Reason {
  readonly code: string;
  readonly label: Text;
  readonly party: Party;
  readonly from: Day;
  readonly to?: Day;
}
/** One value of a policy in force from a day on. */
export interface PolicyRow {
  readonly from: Day;
  readonly value: Duration | number;
  readonly source: string;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each folder has its own context type
export interface Workflow<C extends object = any> {
  readonly name: string;
  readonly version: number;
  readonly label: Text;
  /** Which kind of case file it lives in. `open.by` says whether a person may open it or only another process. */
  readonly file: 'household' | 'dwelling';
  readonly open: EventSpec;
  /** How people are asked for it, on short pages. */
  readonly opening?: OpeningForm;
  /** Whose people may see this process; others who reach the file do not learn that it exists. */
  readonly seenBy: readonly OrgKind[];
  /**
   * What the process discloses of the household to kinds of `seenBy`. For a kind that is left out: `shared`, but nothing
   * to the agency and the companies, who answer for a part of a case and not for the family.
   */
  readonly discloses?: (context: C) => Readonly<Partial<Record<OrgKind, Disclosure>>>;
  /** The housing form that reports count it under; absent for a helper process. */
  readonly form?: string;
  readonly machine: AnyStateMachine;
  /** The region whose leaf is shown as "the state"; absent for a machine without regions. */
  readonly primary?: string;
  /** By dotted path in the machine, leaves only. */
  readonly states: Readonly<Record<string, StateSpec>>;
  readonly events: Readonly<Record<string, EventSpec>>;
  readonly guards: Readonly<Record<string, Guard<C>>>;
  readonly deadlines: Readonly<Record<string, Deadline<C>>>;
  /** Named context changes: the charts' assigns. */
  readonly updates: Readonly<Record<string, (seen: Seen<C>) => Partial<C>>>;
  readonly effects: Readonly<Record<string, (seen: Seen<C>) => Effect | readonly Effect[]>>;
  /** Dated values; the row in force on the step's day counts. Overridable in the register from tomorrow on, never backwards. */
  readonly policy: Readonly<Record<string, readonly PolicyRow[]>>;
  readonly reasons?: Readonly<Record<string, readonly Reason[]>>;
  readonly documents?: Readonly<Record<string, Document>>;
  /** What each message of an effect `notify` says, by its template: one sentence, nothing of the family in it. */
  readonly messages?: Readonly<Record<string, Text>>;
  /** From each earlier version that still runs. */
  readonly upgrade?: Readonly<Record<number, (old: Stored) => Stored | { readonly cannot: Text }>>;
}
