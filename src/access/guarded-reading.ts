import type { Pool, PoolClient } from 'pg';
import type { Instant } from '../../workflows/definition.js';
import { dayOf } from '../domain/zone.js';
import type { FileState, Person } from '../engine/model.js';
import { readFiles } from '../engine/read-files.js';

const AS = `select set_config('role', 'husrum_reader', true), set_config('husrum.login', $1, true),
  set_config('husrum.kind', $2, true), set_config('husrum.organisation', $3, true), set_config('husrum.role', $4, true),
  set_config('husrum.day', $5, true), set_config('husrum.emergency', $6, true), set_config('plan_cache_mode', $7, true)`;

/** A plan belongs to the role that it was made for: the engine's own reading has another name. */
const GUARDED = 'read_files_guarded';

/** What a reading may ask of the database. */
export type Reading = Pick<PoolClient, 'query'>;

/**
 * People's reading of files: in a transaction of its own that cannot write, as role `husrum_reader`, under the row policies
 * (src/migrations/0003-sight.sql.ts). Whatever the program asks, the database gives no row that the person may not see.
 */
export class GuardedReading {
  constructor(private readonly pool: Pool) {}

  /** One file, as far as its rows are the person's to see; undefined when there is none for them. */
  async file(person: Person, now: Instant, id: string): Promise<FileState | undefined> {
    // To plan the policies takes longer than to run them, and the plan is the same for every file and reader.
    const [file] = await this.as(person, now, (db) => readFiles(db, [id], GUARDED), 'force_generic_plan');
    return file;
  }

  /** Reads as a person at a moment; what was set for it ends with it. */
  async as<T>(
    person: Person,
    now: Instant,
    read: (db: Reading) => Promise<T>,
    plans: 'auto' | 'force_generic_plan' = 'auto',
  ): Promise<T> {
    const client = await this.pool.connect();
    let lost = true;
    try {
      await client.query('begin read only');
      await client.query({ name: 'read_as', text: AS, values: [...settings(person, now), plans] });
      const answer = await read(client);
      await client.query('commit');
      lost = false;
      return answer;
    } catch (error) {
      lost = await client.query('rollback').then(
        () => false,
        () => true,
      );
      throw error;
    } finally {
      client.release(lost);
    }
  }
}

/** Somebody's substitute is not let in by the other's name: a login that nobody has stands in its place. */
const settings = (person: Person, now: Instant): string[] => [
  person.onBehalfOf === undefined ? person.login : '',
  person.kind,
  person.organisation,
  person.role,
  dayOf(now),
  (person.emergency ?? []).join(','),
];
