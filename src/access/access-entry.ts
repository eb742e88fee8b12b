import type { Instant } from '../../workflows/definition.js';
import { canonical } from '../engine/canonical.js';
import type { Person } from '../engine/model.js';
import { COMMAND_LINE_LOGIN } from '../register/roles.js';

/** What can be read of one file. `step`: what a step answers that was taken before, or the attempt at one. */
export type FileReading =
  | 'file'
  | 'file-as-of'
  | 'trail'
  | 'documents'
  | 'document'
  | 'dry-run'
  | 'step'
  | 'export'
  | 'readers'
  | 'log-of-file'
  | 'attachment'
  | 'proof'
  | 'chain'
  | 'evidence';

/** What a person reads that is no single file. */
export type OtherReading =
  | 'list'
  | 'search'
  | 'dry-run-opening'
  | 'form-draft'
  | 'report'
  | 'report-export'
  | 'casebook'
  | 'log-of-person'
  | 'reviews'
  | 'alerts'
  | 'sample'
  | 'chains';

/** What an entry tells: a reading, or that a purpose was stated, or an emergency access opened or ended. */
export type What = FileReading | OtherReading | 'purpose' | 'emergency' | 'emergency-end';

/** What may be tried at a file that is not there for the person. */
export type Attempt = FileReading | 'purpose' | 'emergency';

/**
 * Why: the reader handles the case, it waits for their organisation, they stated a reason, opened it in an emergency, are the
 * system, or said nothing.
 */
export type Why = 'assigned' | 'queue' | 'stated' | 'emergency' | 'system' | 'unstated';

/** Who reads, and by what way in. */
export interface Reader {
  readonly person: Person;
  /** `token:<id>`, `session:<id>`, or `cli` for the command line. */
  readonly via: string;
  /** Whether a person sits before a page, and so can be asked. */
  readonly isSession: boolean;
  /** Whether it was some time ago that they showed who they are; programs and the command line need not. */
  readonly isStale?: boolean;
  /** The code of a purpose that came with the request. */
  readonly purpose?: string;
}

/** Whoever runs the command line, of whom no more is known. */
export const COMMAND_LINE: Reader = {
  person: { login: COMMAND_LINE_LOGIN, organisation: COMMAND_LINE_LOGIN, kind: 'system', role: 'system' },
  via: 'cli',
  isSession: false,
};

/** Coded details of a reading. Never a name, a number of a person, or any text that somebody typed. */
export interface Details {
  /** Numbers of the files shown in a list. */
  readonly files?: readonly string[];
  /** By what a list was narrowed, and the keyed hash of with what. */
  readonly query?: { readonly by: readonly string[]; readonly mac: string };
  /** Which paper was read: the number of its event, and its name. */
  readonly document?: string;
  /** Which event was proven, or carried the attachment that was fetched: `<file>:<seq>`. */
  readonly event?: string;
  /** Which form under way. */
  readonly draft?: string;
  readonly report?: string;
  readonly parameters?: object;
  readonly format?: string;
  /** How many rows an export has. */
  readonly rows?: number;
  readonly at?: string;
  readonly knownOn?: string;
  /** Whose log was read. */
  readonly login?: string;
  /** When an emergency access ends, and the line of delegation by which it was opened. */
  readonly until?: Instant;
  readonly delegation?: string;
}

/** One entry before it has its number. */
export interface NewEntry {
  readonly stream: string;
  readonly at: Instant;
  readonly reader: Reader;
  readonly what: What;
  readonly why: Why;
  readonly refused?: true;
  readonly reason?: string;
  readonly file?: string;
  readonly kind?: 'household' | 'dwelling';
  readonly protected?: true;
  readonly details?: Details;
  /** SHA-256 of the sealed note (base64url). */
  readonly note?: string;
}

/** An entry as hashed: RFC 8785 of this object is its bytes. */
export interface EntryBody extends Omit<NewEntry, 'reader' | 'details'>, Pick<Details, 'files'> {
  readonly format: 1;
  readonly seq: number;
  readonly login: string;
  readonly organisation: string;
  readonly orgKind: string;
  readonly role: string;
  readonly onBehalfOf?: string;
  readonly via: string;
  readonly details?: Omit<Details, 'files'>;
}

/** The stream of what a person reads that is no file of theirs. */
export const streamOf = (login: string): string => `person:${login}`;

const GAP = '"seq":0,';

/** The canonical text of an entry, parted where its number will stand. */
export function entryText(entry: NewEntry): readonly [before: string, after: string] {
  const { reader, details, ...rest } = entry;
  const { login, organisation, kind: orgKind, role, onBehalfOf } = reader.person;
  const { files, ...coded } = details ?? {};
  const who = { login, organisation, orgKind, role, via: reader.via };
  const text = canonical({
    ...{ format: 1, seq: 0, ...rest, ...who },
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(files !== undefined && { files }),
    ...(Object.keys(coded).length > 0 && { details: coded }),
  });
  const at = text.indexOf(GAP);
  return [text.slice(0, at + GAP.length - 2), text.slice(at + GAP.length - 1)];
}
