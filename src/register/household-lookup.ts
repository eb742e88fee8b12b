import type { Lookups, Sealed } from '../../workflows/definition.js';
import type { HouseholdRecord } from '../../workflows/files/household.js';
import { adults, childrenUnder18AtHome, roomsNeeded, type Member } from '../domain/household.js';
import type { LookupRequest } from '../engine/ports.js';

/** Gives the plain values behind digests of one file; a digest that can no longer be read is absent. */
export type Unseal = (file: string, digests: readonly string[]) => Promise<ReadonlyMap<string, unknown>>;

type Kept = HouseholdRecord['members'][number]['born'];

const digestOf = (born: Kept): string | null => (typeof born === 'string' ? null : (born as Sealed).sealed);

/** The digests of the members' birth dates. */
export function birthDigests(record: HouseholdRecord): string[] {
  return record.members.flatMap(({ born }) => digestOf(born) ?? []);
}

/**
 * The household as guards know it: counts, no birth dates.
 * @throws Error when a birth date can no longer be read (the file was culled): nothing may be decided on it.
 */
export function householdOn(
  { record, day }: LookupRequest,
  plain: ReadonlyMap<string, unknown>,
): Lookups['household'] {
  const household = record as HouseholdRecord;
  const members = household.members.map((one): Member => {
    const born = bornIn(one.born, plain);
    const { adult, share, from, to } = one;
    return { born, adult, from: from ?? born, to, ...(share === undefined ? {} : { share }) };
  });
  const [grown, children] = [adults(members, day), childrenUnder18AtHome(members, day)];
  return {
    adults: grown,
    childrenUnder18AtHome: children,
    registeredSince: household.registeredSince,
    insecureHousing: household.insecureHousing,
    rooms: roomsNeeded(grown, children),
  };
}

/**
 * A birth date of a record, in plain text.
 * @throws Error when it can no longer be read.
 */
export function bornIn(born: Kept, plain: ReadonlyMap<string, unknown>): string {
  const digest = digestOf(born);
  const value = digest === null ? born : plain.get(digest);
  if (typeof value !== 'string') throw new Error('a birth date of the household can no longer be read');
  return value;
}
