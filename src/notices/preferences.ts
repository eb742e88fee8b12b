import type { Pool } from 'pg';
import type { Instant } from '../../workflows/definition.js';
import { BoundedMap } from '../engine/bounded-map.js';
import type { Language } from '../platform/language.js';

/** How somebody is told by mail: never, once a day, or as it happens. */
export const mailWishes = ['daily', 'at-once', 'off'] as const;
export type MailWish = (typeof mailWishes)[number];

/** How somebody wants to be told of what happens, and to work at the pages. */
export interface Preference {
  readonly mail: MailWish;
  /** Templates of which no mail is sent; they stand in the inbox all the same. */
  readonly muted: readonly string[];
  /** Whole hours in Stockholm between which no mail is sent, as it may go past midnight; the same twice: none are. */
  readonly quietFrom: number;
  readonly quietTo: number;
  /** Of mail. */
  readonly language: Language;
  /** Whether single keys do something on a page. */
  readonly shortcuts: boolean;
  /** Whether a page that nobody is using is made new by itself. */
  readonly refresh: boolean;
}

/** What counts for whoever has said nothing. */
export const USUAL: Preference = {
  ...{ mail: 'daily', muted: [], quietFrom: 18, quietTo: 7, language: 'sv', shortcuts: true, refresh: true },
};

const COLUMNS = `mail, muted, quiet_from as "quietFrom", quiet_to as "quietTo", language, shortcuts, refresh`;
const READ = `select ${COLUMNS} from preference where login = $1`;
const KEEP = `
insert into preference (login, mail, muted, quiet_from, quiet_to, language, shortcuts, refresh, changed_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (login) do update set mail = excluded.mail, muted = excluded.muted,
  quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, language = excluded.language,
  shortcuts = excluded.shortcuts, refresh = excluded.refresh, changed_at = excluded.changed_at`;

/** How old what stands beside every page may be, milliseconds; longer only on another node than the one it was changed at. */
const REMEMBERED_MS = 10_000;
const MOST_PEOPLE = 2_000;

/** Each person's own settings. */
export class Preferences {
  private readonly known = new BoundedMap<string, { readonly read: Preference; readonly until: number }>(
    MOST_PEOPLE,
  );

  constructor(private readonly pool: Pool) {}

  /** Some seconds old at most. */
  async of(login: string): Promise<Preference> {
    const known = this.known.get(login);
    if (known !== undefined && known.until > performance.now()) return known.read;
    const query = { name: 'preference', text: READ, values: [login] };
    const read = (await this.pool.query<Preference>(query)).rows[0] ?? USUAL;
    this.remember(login, read);
    return read;
  }

  async keep(login: string, wish: Preference, at: Instant): Promise<void> {
    const { mail, muted, quietFrom, quietTo, language, shortcuts, refresh } = wish;
    const values = [login, mail, muted, quietFrom, quietTo, language, shortcuts, refresh, at];
    await this.pool.query(KEEP, values);
    this.remember(login, wish);
  }

  private remember(login: string, read: Preference): void {
    this.known.set(login, { read, until: performance.now() + REMEMBERED_MS });
  }
}
