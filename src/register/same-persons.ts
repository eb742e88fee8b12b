import type { Pool } from 'pg';
import type { Day, Sealed } from '../../workflows/definition.js';
import { membersOn, type HouseholdRecord } from '../../workflows/files/household.js';
import { tenFigures, waysWritten } from '../domain/person-number.js';
import type { Unseal } from './household-lookup.js';

/** A household as far as its persons go. */
interface Household {
  readonly file: string;
  readonly record: HouseholdRecord;
}

/** Other households that may have one of some numbers, that something is going on in which SHIS may know of, and that are not protected. */
const OTHERS = `
select f.id as file, f.record from (select distinct file_id from term where term = any($1)) as t
join case_file f on f.id = t.file_id
where f.id <> $2 and f.kind = 'household' and (f.protected_until is null or f.protected_until < $3::date)
  and exists (select from process p where p.file_id = f.id and p.is_open and 'shis' = any (p.seen_by))
order by f.id`;

/**
 * Finds the households in which the same person is, by personal number: each file is found by keyed hash and then looked
 * into with its own key. Never a protected one.
 */
export class SamePersons {
  constructor(
    private readonly pool: Pool,
    private readonly term: (word: string) => Buffer,
    private readonly unseal: Unseal,
  ) {}

  /** The other files in which somebody is who is at home here on a day, by their numbers. */
  async elsewhere(
    here: Household,
    day: Day,
    fresh: ReadonlyMap<string, unknown> = new Map(),
  ): Promise<string[]> {
    const own = await this.numbersIn(here, day, fresh);
    if (own.size === 0) return [];
    const terms = [...own].flatMap((number) => waysWritten(number)).map((one) => this.term(one));
    const query = { name: 'same_persons', text: OTHERS, values: [terms, here.file, day] };
    const { rows } = await this.pool.query<Household>(query);
    const ten = new Set([...own].map(tenFigures));
    const found = await Promise.all(
      rows.map(async (one) =>
        [...(await this.numbersIn(one, day))].some((number) => ten.has(tenFigures(number))),
      ),
    );
    return rows.flatMap(({ file }, n) => (found[n] === true ? [file] : []));
  }

  private async numbersIn(
    { file, record }: Household,
    day: Day,
    fresh: ReadonlyMap<string, unknown> = new Map(),
  ): Promise<Set<string>> {
    const marks = sealedNumbers(record, day);
    const stored = marks.filter((one) => !fresh.has(one));
    const plain = stored.length === 0 ? new Map<string, unknown>() : await this.unseal(file, stored);
    return new Set(marks.flatMap((one) => (fresh.get(one) ?? plain.get(one) ?? []) as string | string[]));
  }
}

/** The personal numbers, as they are sealed, of those who are at home on a day. */
export const sealedNumbers = (record: HouseholdRecord, day: Day): string[] =>
  membersOn(record, day).flatMap(({ personNumber: one }) =>
    one === undefined || typeof one === 'string' ? [] : (one as Sealed).sealed,
  );
