import type { Pool } from 'pg';
import type { Day } from '../../workflows/definition.js';
import { isMember, type HouseholdRecord } from '../../workflows/files/household.js';
import { comesOfAgeOn, ofAgeWord } from '../domain/household.js';
import type { Engine } from '../engine/engine.js';
import type { Grown } from '../engine/sweep.js';
import { birthDigests, bornIn, type Unseal } from './household-lookup.js';

/** Open households in which somebody born on one of some days is, or has been, a member. */
const BORN = `
select f.id, f.record from term t join case_file f on f.id = t.file_id
where t.term = any($1) and f.kind = 'household'
  and exists (select from process p where p.file_id = f.id and p.is_open)
order by f.id`;

/** Knows which children of open households turn 18 on a day, by keyed hash: no day of a birth is kept in plain text. */
export class ComingOfAge {
  constructor(
    private readonly pool: Pool,
    private readonly term: (word: string) => Buffer,
    private readonly unseal: Unseal,
  ) {}

  /** What the files of those who turn 18 on a day are found by. */
  termOf(day: Day): Buffer {
    return this.term(ofAgeWord(day));
  }

  /** The children who turn 18 on one of the days, the earliest first; each is still marked as a child and at home. */
  async on(days: readonly Day[]): Promise<Grown[]> {
    const wanted = days.map((day) => this.termOf(day));
    const query = { name: 'coming_of_age', text: BORN, values: [wanted] };
    const { rows } = await this.pool.query<{ id: string; record: HouseholdRecord }>(query);
    const grown = await Promise.all(rows.map(({ id, record }) => this.grownIn(id, record, days)));
    return grown.flat().sort((one, other) => (one.on < other.on ? -1 : 1));
  }

  private async grownIn(file: string, record: HouseholdRecord, days: readonly Day[]): Promise<Grown[]> {
    const plain = await this.unseal(file, birthDigests(record));
    return record.members.flatMap((one) => {
      const on = comesOfAgeOn(bornIn(one.born, plain));
      return days.includes(on) && !one.adult && isMember(one, on) ? [{ file, ref: one.ref, on }] : [];
    });
  }
}

/** Who turns 18 in the households of an engine. */
export const birthdaysOf = ({ ports: { pool, vault }, keys }: Engine): ComingOfAge =>
  new ComingOfAge(
    pool,
    (word) => vault.term(word),
    (file, digests) => keys.unseal(file, digests),
  );
