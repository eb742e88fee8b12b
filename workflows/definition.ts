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

/** A sentence or word in both languages. */
export type Text = Readonly<Record<'sv' | 'en', string>>;
/** A calendar day in Europe/Stockholm, `YYYY-MM-DD`; an instant, RFC 3339 in UTC. Strings, because contexts and events are JSON. */
export type Day = string;
export type Instant = string;
/** A process, in this or another file: `<file id>/<number in the file>`. In a casebook: `{"ref":"d-3"}`. */
export type ProcessRef = { readonly ref: string };
/** What stands in place of a personal value: the SHA-256 (base64url) of its ciphertext, which lies beside the event. */
export type Sealed = { readonly sealed: string };
export type OrgKind =
  'district' | 'housingUnit' | 'shis' | 'agency' | 'company' | 'administration' | 'system';
/** Who may: a kind of organisation, and a rank in it where it matters. */
export interface Actor {
  readonly org: OrgKind;
  readonly rank?: 'manager';
}
export type Party = 'household' | 'shis' | 'agency' | 'company' | 'district';

/** When, who and why of a step. On every event, deadlines and sends included. */
export interface Meta {
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** The day of `occurredAt`. */
  readonly day: Day;
  readonly by: string;
  readonly role: string;
  readonly onBehalfOf?: string;
  readonly cause: 'person' | 'deadline' | 'process';
}

/** What the engine looked up for this step. Coded only, stored in the event, read back (never looked up again) in replay. */
export interface Lookups {
  /** The household of this file as it stands on the step's day. */
  household: {
    adults: number;
    childrenUnder18AtHome: number;
    registeredSince: Day | null;
    insecureHousing: boolean;
    rooms: number;
  };
  /** Earlier and present stays of this file's household, oldest first; `to` is the last day, null while open. */
  stays: readonly { form: string; from: Day; to: Day | null }[];
  /** Facility flats free to reserve on the step's day, in the order they should be offered. */
  freeFacilityDwellings: readonly (ProcessRef & { rooms: number; rent: number })[];
  /** How many processes of each workflow are open in this file (the one that takes the step included). */
  openProcesses: Readonly<Record<string, number>>;
  /** The flat named by the step's `data.dwelling`, null when there is none. */
  dwelling: {
    source: 'facility' | 'agency';
    rooms: number;
    rent: number;
    state: string;
    company: string | null;
  } | null;
}

/** A length of time with its unit and where the rule comes from; never a bare number. */
export interface Duration {
  readonly amount: number;
  readonly unit: 'days' | 'workingDays' | 'months' | 'years';
  readonly source: string;
}

/** The only shape that a chart ever sees. `data` is the coded part; personal fields were sealed before. */
export interface Step<D = Readonly<Record<string, unknown>>> {
  readonly type: string;
  readonly data: D;
  readonly known: Partial<Lookups>;
  readonly policy: Readonly<Record<string, Duration | number>>;
  readonly meta: Meta;
  readonly self: ProcessRef;
  readonly parent?: ProcessRef;
}
/** XState's own first event carries the step as its input. */
export type ChartEvent = Step | { readonly type: 'xstate.init'; readonly input: Step };
export interface Seen<C> {
  readonly context: C;
  readonly step: Step;
}

/**
 * One fact, positive. `state`: answerable before the form is filled (from context, known, policy and meta).
 * `data`: needs the named fields; until then the answer is "yes, if".
 */
export interface Guard<C> {
  readonly says: Text;
  readonly needs: 'state' | readonly string[];
  holds(seen: Seen<C>): boolean;
}

export interface Calendar {
  add(from: Day, duration: Duration): Day;
  /** The same day, or the next working day if it is none. */
  workingDay(day: Day): Day;
}

/** The rule behind a name used in `after`, or in a state's `due`. Asked anew after every step; null = no deadline at present. */
export interface Deadline<C> {
  readonly label: Text;
  readonly rule: string;
  /** `on`: fires at 00:00 of the due day. `past`: at 00:00 of the day after (the due day is the last good one). */
  readonly fires: 'on' | 'past';
  due(seen: {
    readonly context: C;
    readonly since: Day;
    readonly policy: Step['policy'];
    readonly calendar: Calendar;
  }): Day | null;
}

export type Fact = { readonly on?: Day } & (
  | {
      readonly kind: 'allocated';
      readonly form: string;
      readonly formKind?: 'trial' | 'training';
      readonly channel: 'agency' | 'facility';
    }
  | {
      readonly kind: 'movedIn' | 'movedOut';
      readonly form: string;
      readonly channel: 'agency' | 'facility';
      readonly outcome?: string;
    }
  | { readonly kind: 'refused'; readonly party: Party; readonly stage: string; readonly reason: string }
  | { readonly kind: 'accepted'; readonly party: Party; readonly stage: string }
  // written by the engine whenever a leaf of a process is left
  | {
      readonly kind: 'step';
      readonly state: string;
      readonly began: Instant;
      readonly ended: Instant | null;
      readonly waitsFor: OrgKind | null;
    }
  | { readonly kind: 'vacancyBegan' | 'vacancyEnded'; readonly cause: string }
  | { readonly kind: 'limit'; readonly day: Day; readonly exception: boolean }
  | {
      readonly kind: 'followUp';
      readonly due: Day;
      readonly held: Day | null;
      readonly childrenHeard?: boolean;
    }
);

/** What a named chart action means. Returned as data; the engine does it. `must: false` = if the receiver does not take it, go on. */
export type Effect =
  | {
      readonly do: 'start';
      readonly workflow: string;
      readonly data: object;
      readonly in?: 'thisFile' | 'newFile';
    }
  | {
      readonly do: 'send';
      readonly to: 'parent' | { readonly children: string } | ProcessRef;
      readonly type: string;
      readonly data: object;
      readonly must: boolean;
    }
  | { readonly do: 'fact'; readonly fact: Fact }
  | { readonly do: 'notify'; readonly whom: OrgKind; readonly template: string };

/** Meta of one field, kept in the registry `fields` (workflows/fields.ts): label, help, sealing and picker. All else comes from the zod type. */
export interface Field {
  readonly label: Text;
  readonly hint?: Text;
  /** Sealed with the file's key before anything else happens; free text, names, birth dates and addresses always are. */
  readonly personal?: true;
  /** How a sealed value can be found again, by keyed hash: as a whole, or each whole word of it. */
  readonly find?: 'whole' | 'words';
  readonly pick?:
    | { readonly from: 'process'; readonly workflow: string }
    | { readonly from: 'organisation'; readonly kind: OrgKind }
    | { readonly from: 'user'; readonly org: OrgKind }
    | { readonly from: 'reason'; readonly list: string };
  readonly widget?: 'textarea' | 'radios' | 'money';
}
export interface EventSpec {
  readonly label: Text;
  /** One sentence in the past tense for the timeline; `{field}` is filled from the event's data. */
  readonly told: Text;
  readonly schema: z.ZodObject;
  /** Who may, or `engine`: only another process may send it; never offered to a person. */
  readonly by: readonly Actor[] | 'engine';
  readonly known?: readonly (keyof Lookups)[];
  /** Takes effect when a second person repeats it with the same data; `oneOfEach`: the two come from different kinds in `by`. */
  readonly twoPersons?: true | 'oneOfEach';
  readonly grave?: true;
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
  /** Facts that must hold for an event of the file; the record is the context. */
  readonly guards?: Readonly<Record<string, readonly Guard<R>[]>>;
  /** The event that every open process is told after an event of the file (processes whose workflow does not name it are left alone). */
  readonly tells?: string;
  /** The organisation responsible for the file, its code; null when none is. */
  readonly responsible: (record: R) => string | null;
  readonly assignee: (record: R) => string | null;
  readonly reasons?: Workflow['reasons'];
}

export interface Document {
  readonly label: Text;
  readonly when: readonly string[];
  write(seen: {
    readonly context: unknown;
    readonly step: Step;
  }): readonly { readonly heading?: Text; readonly text: Text }[];
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
  /** Whose people may see this process; others who reach the file do not learn that it exists. */
  readonly seenBy: readonly OrgKind[];
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
  /** From each earlier version that still runs. */
  readonly upgrade?: Readonly<Record<number, (old: Stored) => Stored | { readonly cannot: Text }>>;
}
