import type { Instant, OrgKind, Step, Stored, Text } from '../../workflows/definition.js';
import type { Due } from './deadlines.js';

/** Who acts: a person in one role of one organisation. `system` for the engine itself. */
export interface Person {
  readonly login: string;
  readonly organisation: string;
  readonly kind: OrgKind;
  readonly role: string;
  readonly onBehalfOf?: string;
  /** The decisions for which the person's organisation has an order of delegation of its own. */
  readonly delegated?: readonly Delegated[];
  /** Numbers of the files that the person has opened in an emergency, for reading alone. */
  readonly emergency?: readonly string[];
}

/** What an organisation's own order of delegation says to one person. */
export interface Delegated {
  readonly decision: string;
  /** The line that lets them decide; null when none does. */
  readonly line: string | null;
  /** Who can, in words. */
  readonly holders: Text;
}

/** A first person's command for an event that takes two. */
export interface Proposal {
  readonly type: string;
  readonly by: string;
  readonly kind: OrgKind;
  readonly seq: number;
  /** HMAC of the plain data: the second person must say the same. */
  readonly same: string;
}

/** One running process of a file. Immutable. */
export interface Process {
  readonly number: number;
  readonly workflow: string;
  readonly version: number;
  readonly definition: string;
  readonly parent: string | null;
  /** Refs of children started in files of their own. */
  readonly children: readonly string[];
  readonly proposals: readonly Proposal[];
  readonly stored: Stored;
  readonly openedAt: Instant;
}

/** One case file as read. Immutable, so it may be cached by its version. */
export interface FileState {
  readonly id: string;
  readonly kind: 'household' | 'dwelling';
  readonly version: number;
  readonly record: object;
  readonly openedAt: Instant;
  /** When its last event was recorded. */
  readonly recordedAt: Instant;
  readonly processes: readonly Process[];
  readonly deadlines: readonly Due[];
}

/** What happened, as hashed: RFC 8785 of this object is the event's bytes. */
export interface EventBody {
  readonly format: 1;
  readonly file: string;
  readonly seq: number;
  /** Absent for an event of the file itself. */
  readonly process?: number;
  readonly workflow?: string;
  readonly version?: number;
  readonly definition?: string;
  /** The kind of file, on its first event. */
  readonly opens?: 'household' | 'dwelling';
  /** On the opening of a process: its parent's ref. */
  readonly parent?: string;
  readonly type: string;
  /** XState's own type, when a deadline was delivered. */
  readonly timer?: string;
  readonly data: Step['data'];
  readonly known: Step['known'];
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** When an import wrote it, if an import did. */
  readonly importedAt?: Instant;
  readonly by: string;
  readonly organisation: string;
  /** What kind of organisation that is: two persons have to come from different kinds. */
  readonly orgKind: OrgKind;
  readonly role: string;
  readonly onBehalfOf?: string;
  /** The line of delegation by which it was decided. */
  readonly delegation?: string;
  readonly cause: { readonly kind: 'person' | 'deadline' | 'process'; readonly event?: string };
  /** Id of the event that began the step. */
  readonly step: string;
  /** The organisation responsible for the household concerned, on this day. */
  readonly district: string | null;
  readonly command?: string;
  /** HMAC of the command's plain content. */
  readonly request?: string;
  /** A first person's proposal: recorded, not yet delivered. */
  readonly proposal?: string;
  /** Sequence number of the proposal that this second command delivers. */
  readonly proposed?: number;
  /** Deliveries that this event caused in other files. */
  readonly caused?: readonly string[];
  /** Sends that were not taken and need not be. */
  readonly notNeeded?: readonly { readonly to: string; readonly type: string; readonly code: string }[];
  /** On a correction: what of the file's history is known otherwise from here on. */
  readonly corrects?: Correction;
  /** On the sealing of an entry: its number. The first person's event asks for it, the second's takes its content away. */
  readonly seals?: Sealing;
}

/** The entry that must not be read any longer. */
export interface Sealing {
  readonly of: number;
  /** The entry stays within the kind of organisation that wrote it, and so does this. */
  readonly within?: true;
  /** The first person takes it back, or another declines it: the entry stays, until somebody asks anew. */
  readonly ends?: true;
}

/** What a correction makes of one file's history: its first events as they are known, and what follows them. */
export interface Correction {
  /** Id of the corrected event, which began a step; in the other files of the step too. */
  readonly of: string;
  readonly how: 'replaced' | 'voided' | 'noted';
  /** How many of the file's events, as known before, stay. */
  readonly keeps: number;
  /**
   * Those that follow: one that stays as it was known by its number, one that is known otherwise whole. An event that
   * nobody knew of has a number of its own below the correction's: `21.001`.
   */
  readonly then: readonly (number | EventBody)[];
  /** For a note: the data by which the event's facts count, where it reclassifies them. */
  readonly counts?: Step['data'];
  /** The corrected event stays within the kind of organisation that wrote it, and so does this. */
  readonly within?: true;
}

/** A fact with everything the engine adds. Reports read nothing else. */
export interface FactRow {
  readonly seq: number;
  readonly ordinal: number;
  readonly process: number;
  readonly workflow: string;
  readonly form: string | null;
  readonly kind: string;
  readonly occurredOn: string;
  readonly recordedAt: Instant;
  readonly district: string | null;
  readonly household: string | null;
  readonly dwelling: string | null;
  readonly formKind: string | null;
  readonly channel: string | null;
  readonly party: string | null;
  readonly stage: string | null;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A message for people of an organisation kind: a template and where it concerns, never personal data. */
export interface OutboxRow {
  readonly key: string;
  readonly whom: OrgKind;
  readonly template: string;
  readonly process: number;
}
