import type { Pool, PoolClient } from 'pg';
import type { Instant } from '../../workflows/definition.js';
import type { FileAbout } from '../engine/ports.js';
import { BoundedMap } from '../engine/bounded-map.js';
import type { SealedValue } from '../engine/vault.js';
import type { Reader } from './access-entry.js';
import type { AccessLog, Place } from './access-log.js';
import { sendAlerts } from './alerts.js';
import { EMERGENCY_MINUTES } from './access.policy.js';
import { ruleQueries } from './review/rules.queries.js';

const REMEMBERED_MS = 2_000;
const MOST_REMEMBERED = 10_000;

const INSERT = `
insert into emergency_access (file_id, login, happened, at, until, stream, seq) values ($1, $2, $3, $4, $5, $6, $7)`;

/** Opened and not yet over: the last thing that happened to each file is its opening. */
const ACTIVE = `
select distinct on (file_id) file_id as file, happened, at, until from emergency_access
where login = $1 and until > $2 order by file_id, id desc`;

interface Row {
  readonly file: string;
  readonly happened: 'opened' | 'ended';
  readonly at: Date;
  readonly until: Date;
}
interface Remembered {
  readonly rows: readonly Row[];
  readonly ticks: number;
}

/** What an emergency access is opened with. */
export interface Opening {
  readonly reason: string;
  readonly note: SealedValue;
  /** The line of delegation by which it is opened. */
  readonly delegation: string;
  /** Logins of those who are told. */
  readonly alerts: readonly string[];
}

/** Emergency access: opened by a reader on their own word, logged, told to others at once, and over by itself. */
export class EmergencyAccess {
  private readonly remembered = new BoundedMap<string, Remembered>(MOST_REMEMBERED);

  constructor(
    private readonly pool: Pool,
    private readonly log: AccessLog,
    private readonly ticks: () => number = () => performance.now(),
  ) {}

  /** Opens a file for a reader and says until when. The entry, the opening, the alerts and what is to be reviewed are written together. */
  async open(
    reader: Reader,
    file: FileAbout,
    { reason, note, delegation, alerts }: Opening,
    now: Instant,
  ): Promise<Instant> {
    const until = new Date(Date.parse(now) + EMERGENCY_MINUTES.value * 60_000).toISOString();
    await this.together(async (client) => {
      const entry = {
        ...this.entryOf(reader, file, now),
        what: 'emergency' as const,
        reason,
        details: { until, delegation },
      };
      const place = await this.log.write(entry, note, client);
      await client.query(INSERT, rowOf(file.id, reader, 'opened', now, until, place));
      await sendAlerts(client, alerts, place, now);
      await client.query(ruleQueries.emergency, [now, until, now]);
    });
    this.remembered.delete(reader.person.login);
    return until;
  }

  /** Ends it early. False when none is open. */
  async end(reader: Reader, file: FileAbout, now: Instant): Promise<boolean> {
    const { login } = reader.person;
    const row = (await this.rowsOf(login, now)).find((one) => one.file === file.id && isOpen(one, now));
    if (row === undefined) return false;
    await this.together(async (client) => {
      const entry = { ...this.entryOf(reader, file, now), what: 'emergency-end' as const };
      const place = await this.log.write(entry, undefined, client);
      await client.query(INSERT, rowOf(file.id, reader, 'ended', now, row.until.toISOString(), place));
    });
    this.remembered.delete(login);
    return true;
  }

  /** Numbers of the files that a login has opened and may read at a moment. Remembered for two seconds of machine time. */
  async activeFor(login: string, now: Instant): Promise<readonly string[]> {
    return (await this.openFor(login, now)).map(({ file }) => file);
  }

  /** Until when a login may read a file that it has opened; null when it has not, or no longer may. */
  async until(login: string, file: string, now: Instant): Promise<Instant | null> {
    const row = (await this.openFor(login, now)).find((one) => one.file === file);
    return row?.until.toISOString() ?? null;
  }

  private async openFor(login: string, now: Instant): Promise<readonly Row[]> {
    const known = this.remembered.get(login);
    const ticks = this.ticks();
    const rows = known !== undefined && known.ticks > ticks ? known.rows : await this.rowsOf(login, now);
    if (rows !== known?.rows) this.remembered.set(login, { rows, ticks: ticks + REMEMBERED_MS });
    return rows.filter((row) => isOpen(row, now));
  }

  private async rowsOf(login: string, now: Instant): Promise<readonly Row[]> {
    const query = { name: 'emergency_active', text: ACTIVE, values: [login, now] };
    return (await this.pool.query<Row>(query)).rows;
  }

  private entryOf(reader: Reader, { id, kind, isProtected }: FileAbout, at: Instant) {
    const hidden = isProtected && { protected: true as const };
    return { stream: id, file: id, kind, at, reader, why: 'emergency' as const, ...hidden };
  }

  private async together(work: (client: PoolClient) => Promise<void>): Promise<void> {
    const client = await this.pool.connect();
    let broken = true;
    try {
      await client.query('begin');
      await work(client);
      await client.query('commit');
      broken = false;
    } finally {
      client.release(broken);
    }
  }
}

const isOpen = ({ happened, at, until }: Row, now: Instant): boolean =>
  happened === 'opened' && at.toISOString() <= now && now < until.toISOString();

const rowOf = (
  file: string,
  { person }: Reader,
  happened: Row['happened'],
  at: Instant,
  until: Instant,
  { stream, seq }: Place,
): unknown[] => [file, person.login, happened, at, until, stream, seq];
