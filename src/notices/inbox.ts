import type { Pool } from 'pg';
import type { GuardedReading } from '../access/guarded-reading.js';
import { dayOf } from '../domain/zone.js';
import { about, seenBy, seenByOf } from '../engine/about.js';
import { BoundedMap } from '../engine/bounded-map.js';
import type { Person } from '../engine/model.js';
import type { Message, Receiver } from '../engine/outbox.js';
import type { Clock } from '../engine/ports.js';
import { readFiles } from '../engine/read-files.js';
import type { Registry } from '../engine/registry.js';
import type { Snapshot } from '../register/snapshot.js';
import { sql, type NoticeRow } from './inbox.queries.js';
import { OVERDUE } from './notice-words.js';
import { addressOf } from './mail-address.js';
import { receiversOf } from './receivers.js';

/** What the inbox is kept in and asks. */
export interface InboxPorts {
  readonly pool: Pool;
  readonly guarded: GuardedReading;
  readonly registry: Registry;
  readonly directory: { snapshot(): Promise<Snapshot> };
  readonly clock: Clock;
}

/** Counted no further. */
export const MANY_NOTICES = 99;
/** How old a count beside every page may be, milliseconds. */
const REMEMBERED_MS = 10_000;
const MOST_PEOPLE = 2_000;

/**
 * What people are told, a row for each person: it takes messages out of the outbox, and is read through the row policies. A
 * substitute reads the inbox of whom they stand in for, as far as they see the cases.
 */
export class Inbox implements Receiver {
  private readonly counts = new BoundedMap<string, { readonly count: number; readonly until: number }>(
    MOST_PEOPLE,
  );

  constructor(private readonly ports: InboxPorts) {}

  /** Tells everybody whom a message concerns; a message that comes again changes nothing. */
  async deliver(message: Message): Promise<void> {
    const { pool, registry, directory, clock } = this.ports;
    const [file] = await readFiles(pool, [message.file]);
    const process = file?.processes.find(({ number }) => number === message.process);
    if (file === undefined || process === undefined) return;
    const [now, snapshot] = [clock.now(), await directory.snapshot()];
    const subject = {
      file: about(registry, file, dayOf(now)),
      seenBy: seenBy(registry, process),
      allSeenBy: seenByOf(registry, file),
      whom: message.whom,
      escalates: message.template === OVERDUE,
    };
    const logins = receiversOf(snapshot, subject, now);
    // Nothing that leaves the house points at a protected family.
    const mailed = logins.map(
      (login) => !subject.file.isProtected && addressOf(snapshot, login, now) !== null,
    );
    await pool.query(sql.tell, [message.file, message.key, logins, mailed, now]);
  }

  /** A page of somebody's notices, the newest first, as far as they see the cases. */
  page(
    person: Person,
    { unread, before, limit }: { unread: boolean; before: number | undefined; limit: number },
  ): Promise<NoticeRow[]> {
    const values = [inboxOf(person), unread, before ?? null, limit];
    return this.ports.guarded.as(
      person,
      this.ports.clock.now(),
      async (db) => (await db.query<NoticeRow>({ name: 'notices', text: sql.page, values })).rows,
    );
  }

  /** How many notices somebody has not read, `MANY_NOTICES` at most; some seconds old at most. */
  async unread(person: Person): Promise<number> {
    const key = keyOf(person);
    const known = this.counts.get(key);
    if (known !== undefined && known.until > performance.now()) return known.count;
    const query = { name: 'notices_unread', text: sql.unread, values: [inboxOf(person), MANY_NOTICES + 1] };
    const { rows } = await this.ports.guarded.as(person, this.ports.clock.now(), (db) =>
      db.query<{ count: number }>(query),
    );
    const count = rows[0]?.count ?? 0;
    this.counts.set(key, { count, until: performance.now() + REMEMBERED_MS });
    return count;
  }

  /** Whoever reads a case has read what they were told of it. */
  async readFile(person: Person, file: string): Promise<void> {
    await this.mark(person, sql.readFile, file);
  }

  /** Notes that somebody has read all that they were told up to one. */
  async readAll(person: Person, upTo: number): Promise<void> {
    await this.mark(person, sql.readAll, upTo);
  }

  private async mark(person: Person, text: string, what: string | number): Promise<void> {
    // A substitute's reading leaves it unread for whom they stand in for.
    if (person.onBehalfOf !== undefined) return;
    const { rowCount } = await this.ports.pool.query(text, [person.login, what, this.ports.clock.now()]);
    if (rowCount) this.counts.delete(keyOf(person));
  }
}

/** Whose inbox somebody reads. */
const inboxOf = ({ login, onBehalfOf }: Person): string => onBehalfOf ?? login;

const keyOf = ({ login, organisation, role, onBehalfOf }: Person): string =>
  [login, organisation, role, onBehalfOf].join('|');
