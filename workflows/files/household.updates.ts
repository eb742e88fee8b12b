import type { z } from 'zod';
import type { Step } from '../definition.js';
import type { HouseholdData, HouseholdRecord } from './household.data.js';
import type {
  memberJoinsData,
  memberLeavesData,
  transferDistrictData,
  updateHouseholdData,
} from './household.events.js';
import { dataOf } from './parts.js';
import type { Member } from './person.js';

type Joins = z.infer<typeof memberJoinsData>;
type Leaves = z.infer<typeof memberLeavesData>;
type Transfer = z.infer<typeof transferDistrictData>;
type Update = z.infer<typeof updateHouseholdData>;

/** The first record; `{}` (no valid record) when the step brought no household, so that the engine refuses it. */
function opened(_: HouseholdRecord, step: Step): HouseholdRecord {
  const { household } = dataOf<{ household?: HouseholdData }>(step);
  if (household === undefined) return {} as HouseholdRecord;
  const members = household.members.map((person): Member => ({ ...person, from: null, to: null }));
  return { ...household, members, assignee: null };
}

function updated(record: HouseholdRecord, step: Step): HouseholdRecord {
  const { members = [], ...rest } = dataOf<Update>(step);
  const changed = (member: Member): Member => {
    const change = members.find((one) => one.ref === member.ref);
    return change === undefined ? member : { ...member, ...change };
  };
  return { ...record, ...rest, members: record.members.map(changed) };
}

function joined(record: HouseholdRecord, step: Step): HouseholdRecord {
  const { person, on } = dataOf<Joins>(step);
  return { ...record, members: [...record.members, { ...person, from: on, to: null }] };
}

function left(record: HouseholdRecord, step: Step): HouseholdRecord {
  const { ref, on } = dataOf<Leaves>(step);
  const leaves = (member: Member): Member =>
    member.ref === ref && member.to === null ? { ...member, to: on } : member;
  return { ...record, members: record.members.map(leaves) };
}

/** The new district's handler is named with the transfer, or not yet: the old one has left the case either way. */
function transferred(record: HouseholdRecord, step: Step): HouseholdRecord {
  const { to, handler } = dataOf<Transfer>(step);
  return { ...record, district: to, assignee: handler ?? null };
}

/** How each event changes the record. */
export const applyHousehold: Readonly<
  Record<string, (record: HouseholdRecord, step: Step) => HouseholdRecord>
> = {
  open: opened,
  updateHousehold: updated,
  memberJoins: joined,
  memberLeaves: left,
  transferDistrict: transferred,
  assign: (record, step) => ({ ...record, assignee: dataOf<{ handler: string }>(step).handler }),
  note: (record) => record,
};
