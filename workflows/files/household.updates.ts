import type { z } from 'zod';
import type { Step } from '../definition.js';
import { namedIn, type HouseholdData, type HouseholdRecord } from './household.data.js';
import type {
  grantAccessData,
  memberJoinsData,
  memberLeavesData,
  revokeAccessData,
  setProtectionData,
  transferDistrictData,
  updateHouseholdData,
} from './household.events.js';
import { dataOf, isMerger } from './parts.js';
import { partingUpdates } from './parting.updates.js';
import type { Member } from './person.js';

type Joins = z.infer<typeof memberJoinsData>;
type Leaves = z.infer<typeof memberLeavesData>;
type Protect = z.infer<typeof setProtectionData>;
type Transfer = z.infer<typeof transferDistrictData>;
type Update = z.infer<typeof updateHouseholdData>;

/** What a household that parted from another brings along. */
type Parted = Pick<HouseholdRecord, 'assignee' | 'handlers' | 'protection' | 'stays'> & {
  readonly from: NonNullable<HouseholdRecord['partedFrom']>;
};

/** The first record; `{}` (no valid record) when the step brought no household, so that the engine refuses it. */
function opened(_: HouseholdRecord, step: Step): HouseholdRecord {
  const { household, parted } = dataOf<{ household?: HouseholdData; parted?: Parted }>(step);
  if (household === undefined) return {} as HouseholdRecord;
  const members = household.members.map((person): Member => ({ ...person, from: null, to: null }));
  const first = { ...household, members, assignee: null, protection: null, handlers: [] };
  if (parted === undefined) return first;
  const { from: partedFrom, ...kept } = parted;
  return { ...first, ...kept, partedFrom };
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

type Handlers = HouseholdRecord['handlers'];

/** Those who are let in from this step on: whoever is named, beside or instead of those before. */
function lettingIn(
  record: HouseholdRecord,
  step: Step,
  named: readonly (string | null | undefined)[],
): Handlers {
  const { recordedAt: from } = step.meta;
  const there = new Set(namedIn(record));
  const added = new Set(named.filter((one): one is string => one != null && !there.has(one)));
  return [...record.handlers, ...[...added].map((login) => ({ login, from, to: null }))];
}

/** Those who are let in no longer lose it with this step; that they had it stays told. */
function lettingOut({ handlers }: HouseholdRecord, step: Step, goes: (login: string) => boolean): Handlers {
  const { recordedAt: to } = step.meta;
  return handlers.map((one) => (one.to === null && goes(one.login) ? { ...one, to } : one));
}

/** The new district's handler is named with the transfer, or not yet: those of the old one have left the case either way. */
function transferred(record: HouseholdRecord, step: Step): HouseholdRecord {
  const { to, handler } = dataOf<Transfer>(step);
  const works = step.known.handlers ?? {};
  const goes = (one: string) => !isMerger(step) && (works[one] == null || works[one] === record.district);
  const after = { ...record, handlers: lettingOut(record, step, (one) => goes(one) && one !== handler) };
  return { ...after, district: to, assignee: handler ?? null, handlers: lettingIn(after, step, [handler]) };
}

/** Whoever protects a family is let in by name, and so is its handler: nobody else would see it. */
function protectedFrom(record: HouseholdRecord, step: Step): HouseholdRecord {
  const { kind, ref, until, handlers = [] } = dataOf<Protect>(step);
  if (kind === 'none') return { ...record, protection: null };
  const protection = { kind, ref: ref ?? null, since: step.meta.day, until: until ?? null };
  const named = [...handlers, record.assignee, step.meta.by];
  return { ...record, protection, handlers: lettingIn(record, step, named) };
}

function assigned(record: HouseholdRecord, step: Step): HouseholdRecord {
  const { handler } = dataOf<{ handler: string }>(step);
  const handlers = lettingIn(record, step, record.protection === null ? [] : [handler]);
  return { ...record, assignee: handler, handlers };
}

function granted(record: HouseholdRecord, step: Step): HouseholdRecord {
  const { to } = dataOf<z.infer<typeof grantAccessData>>(step);
  return { ...record, handlers: lettingIn(record, step, [to]) };
}

function revoked(record: HouseholdRecord, step: Step): HouseholdRecord {
  const { from } = dataOf<z.infer<typeof revokeAccessData>>(step);
  return { ...record, handlers: lettingOut(record, step, (one) => one === from) };
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
  assign: assigned,
  setProtection: protectedFrom,
  grantAccess: granted,
  revokeAccess: revoked,
  note: (record) => record,
  attach: (record) => record,
  ...partingUpdates,
};
