import type { Pool, PoolClient } from 'pg';
import type { Instant } from '../../workflows/definition.js';
import { dayOf, midnight } from '../domain/zone.js';
import { knowsFamilies } from '../engine/about.js';
import type { FileKeys } from '../engine/file-keys.js';
import type { FileAbout } from '../engine/ports.js';
import { isRefusal, type Refusal } from '../engine/refusals.js';
import { acts, COMMAND_LINE_LOGIN } from '../register/roles.js';
import type { Snapshot } from '../register/snapshot.js';
import type { SealedValue, Vault } from '../engine/vault.js';
import type { FileNow } from './about-now.js';
import {
  entryText,
  streamOf,
  type Attempt,
  type Details,
  type FileReading,
  type NewEntry,
  type OtherReading,
  type Reader,
  type Why,
} from './access-entry.js';

/** Where an entry stands. */
export interface Place {
  readonly stream: string;
  readonly seq: number;
}

/** What the log keeps of a report: what it was asked with, as read. */
export interface ReportMade {
  readonly ok: true;
  readonly parameters: object;
  readonly rows: readonly unknown[];
}

/** What the log writes with. */
export interface LogPorts {
  readonly pool: Pool;
  readonly keys: FileKeys;
  readonly vault: Vault;
  readonly clock: { now(): Instant };
}

/** What was stated, or that it waited for the reader's organisation, earlier that day: either counts until midnight. */
const STATED = `
select reason from access_entry where stream = $1 and login = $2 and at >= $3 and at <= $4 and not refused
  and (reason is not null or why = 'queue') and what not in ('emergency', 'emergency-end') order by at desc, seq desc limit 1`;

/**
 * The log of every reading: who read what, when and why. An entry is there before its answer is sent: what cannot be
 * logged is not shown, so every method rejects when the database does not take the entry.
 */
export class AccessLog {
  constructor(private readonly ports: LogPorts) {}

  /** A file was read. Its reason is the one that came along, else the ground there is, else the one given earlier that day. */
  async read(reader: Reader, file: FileNow, what: FileReading, details?: Details): Promise<Place> {
    const at = this.ports.clock.now();
    const [why, reason] = await this.whyOf(reader, file, at);
    const entry = { ...ofFile(file), at, reader, what, why, ...(details && { details }) };
    return this.write(reason === undefined ? entry : { ...entry, reason });
  }

  /** Somebody asked for a file that is not there (`file` null: nothing of its number is kept), or not for them. */
  async refused(reader: Reader, what: Attempt, file: FileAbout | null): Promise<void> {
    const where = file === null ? { stream: streamOf(reader.person.login) } : ofFile(file);
    const why = { why: whoseWord(reader), ...(reader.purpose !== undefined && { reason: reader.purpose }) };
    await this.write({ ...where, at: this.ports.clock.now(), reader, what, ...why, refused: true });
  }

  /** Something was read that is no single file. */
  async other(reader: Reader, what: OtherReading, details: Details, refused = false): Promise<void> {
    const at = this.ports.clock.now();
    const stream = streamOf(reader.person.login);
    // Somebody who takes a report out as a file says what for; of what else is read here nobody is asked.
    const why =
      what === 'report-export' && reader.purpose !== undefined
        ? { why: whoseWord(reader), reason: reader.purpose }
        : { why: whoseWord({ ...reader, purpose: undefined }) };
    await this.write({
      stream,
      at,
      reader,
      what,
      ...why,
      details,
      ...(refused && { refused: true as const }),
    });
  }

  /** What a person has read was asked for. A login that no register has is somebody's typing, and is not kept. */
  async logOf(reader: Reader, login: string, registers: Snapshot, refused = false): Promise<void> {
    const isKnown = registers.people.has(login) || login === COMMAND_LINE_LOGIN;
    await this.other(reader, 'log-of-person', isKnown ? { login } : {}, refused);
  }

  /** A report was asked for. One that could not be made, as its name or parameters are at fault, is none. */
  async report(reader: Reader, report: string, format: string, made: ReportMade | Refusal): Promise<void> {
    const what = ['csv', 'xlsx', 'pdf', 'kept'].includes(format) ? 'report-export' : 'report';
    if (!isRefusal(made))
      await this.other(reader, what, {
        ...{ report, format, parameters: made.parameters },
        ...(what === 'report-export' && { rows: made.rows.length }),
      });
    else if (made.code === 'not-permitted') await this.other(reader, what, { report, format }, true);
  }

  /** A purpose was stated; it counts for that person and file until midnight in Stockholm. */
  async purpose(reader: Reader, file: FileAbout, reason: string, note?: SealedValue): Promise<Place> {
    const at = this.ports.clock.now();
    return this.write({ ...ofFile(file), at, reader, what: 'purpose', why: 'stated', reason }, note);
  }

  /** Appends one entry. `client`: within the caller's transaction. */
  async write(entry: NewEntry, note?: SealedValue, client?: PoolClient): Promise<Place> {
    const [before, after] = entryText(note === undefined ? entry : { ...entry, note: note.digest });
    const { rows } = await (client ?? this.ports.pool).query<{ seq: number }>({
      name: 'log_access',
      text: 'select log_access($1, $2, $3, $4) as seq',
      values: [entry.stream, before, after, note?.ciphertext ?? null],
    });
    return { stream: entry.stream, seq: (rows[0] as { seq: number }).seq };
  }

  /** Whether a reader has to be asked why: a page's reader of a household who came to it on no ground and did not say it today. */
  async purposeNeeded(reader: Reader, file: FileNow): Promise<boolean> {
    if (!reader.isSession || file.kind !== 'household') return false;
    return (await this.whyOf(reader, file, this.ports.clock.now()))[0] === 'unstated';
  }

  /** Seals a note with the file's key. Null when the file has none, as it holds nothing personal. */
  async sealNote(file: string, note: string): Promise<SealedValue | null> {
    const { key, wrapped } = await this.ports.keys.forSealing(file, false);
    return wrapped === undefined ? this.ports.vault.seal(key, note) : null;
  }

  private async whyOf(reader: Reader, file: FileNow, at: Instant): Promise<[Why, string?]> {
    const { person, purpose } = reader;
    if (person.kind === 'system') return ['system'];
    if (person.emergency?.includes(file.id)) return ['emergency'];
    const ground = groundOf(reader, file);
    if (purpose !== undefined) return [ground === 'assigned' ? ground : 'stated', purpose];
    if (ground !== null) return [ground];
    const { rows } = await this.ports.pool.query<{ reason: string | null }>({
      name: 'purpose_stated',
      text: STATED,
      values: [file.id, person.login, midnight(dayOf(at)), at],
    });
    if (rows[0] === undefined) return ['unstated'];
    return rows[0].reason === null ? ['queue'] : ['stated', rows[0].reason];
  }
}

/**
 * On what ground a reader comes to a case without being asked: it is assigned to them or to whoever they act for, or they were
 * let in by name; or it waits for their organisation, which does not answer for the family and so assigns it to nobody. The agency and the companies handle
 * what they see of it, which is a request that is theirs and nothing of the family. Null for none.
 */
export function groundOf({ person }: Reader, file: FileNow): 'assigned' | 'queue' | null {
  const { login, onBehalfOf, kind, organisation, role } = person;
  const { assignee, handlers, responsible, waitsFor } = file;
  if (assignee === login || handlers.includes(login)) return 'assigned';
  if (file.kind === 'household' && !knowsFamilies(person)) return 'assigned';
  if (onBehalfOf !== undefined && assignee === onBehalfOf) return 'assigned';
  return acts(role) && waitsFor.includes(kind) && responsible !== organisation ? 'queue' : null;
}

const whoseWord = ({
  person,
  purpose,
}: Pick<Reader, 'person'> & { readonly purpose?: string | undefined }): Why =>
  person.kind === 'system' ? 'system' : purpose === undefined ? 'unstated' : 'stated';

const ofFile = ({ id, kind, isProtected }: FileAbout) => ({
  ...{ stream: id, file: id, kind },
  ...(isProtected && { protected: true as const }),
});
