import type { Carrying, FileEffect, FileEventSeen, ProcessRef, Step } from '../definition.js';
import { addDays } from '../../src/domain/days.js';
import { sharedStays } from '../../src/domain/five-year-clock.js';
import { sameFile } from '../refs.js';
import type { HouseholdRecord } from './household.data.js';
import { carriedPersons } from './household.whole.js';
import type { Merge, Split, Unmerge } from './parting.events.js';
import { dataOf } from './parts.js';
import type { Member } from './person.js';
import { withoutThoseHere } from './same-person.js';

/** What a split or a merger takes along: between which files, and the persons as the other one keeps them. */
interface Carried {
  readonly from: ProcessRef;
  readonly into: ProcessRef;
  readonly members: readonly Member[];
}
type Update = (record: HouseholdRecord, step: Step) => HouseholdRecord;

const carriedIn = (known: Step['known']): Carried => known.carried as unknown as Carried;
const present = ({ members }: HouseholdRecord): readonly Member[] => members.filter(({ to }) => to === null);
const isIn = (list: readonly string[] | undefined, { ref }: Member): boolean => list?.includes(ref) ?? false;

/** Those who leave and the children shared go into a new file; the persons of the other file come into this one. */
export const householdCarries: Readonly<Record<string, Carrying<HouseholdRecord>>> = {
  splitHousehold: {
    from: 'this',
    into: 'new',
    what: (record, data) => {
      const { leaving, shared } = data as unknown as Split;
      return { members: present(record).filter((one) => isIn(leaving, one) || isIn(shared, one)) };
    },
    schema: carriedPersons,
  },
  mergeHousehold: {
    from: 'with',
    into: 'this',
    what: (record) => ({ members: present(record), protected: record.protection !== null }),
    apart: withoutThoseHere,
    schema: carriedPersons,
  },
};

/** Those who leave were here to the day before; a child of both is here part of the time from then on. */
const split: Update = (record, step) => {
  const { leaving, shared, on, remains } = dataOf<Split>(step);
  const parted = (one: Member): Member => {
    if (one.to !== null) return one;
    if (isIn(leaving, one)) return { ...one, to: addDays(on, -1) };
    return isIn(shared, one) ? { ...one, share: 'part' } : one;
  };
  return {
    ...record,
    type: remains ?? record.type,
    members: record.members.map(parted),
    parts: [...(record.parts ?? []), { file: carriedIn(step.known).into, on }],
  };
};

/** Those who came, each with a short name that nobody here has; the stays of the other file count here as well. */
const merge: Update = (record, step) => {
  const { with: file, on, type } = dataOf<Merge>(step);
  const members = [...record.members];
  for (const one of carriedIn(step.known).members)
    members.push({ ...one, ref: freeRef(one.ref, members), from: on, to: null, of: file });
  const stays = (step.known.staysThere ?? []).map((one) => ({ ...one, of: file }));
  return {
    ...record,
    type: type ?? record.type,
    members,
    stays: [...(record.stays ?? []), ...stays],
    merged: [...(record.merged ?? []), { file, on }],
  };
};

/** Whoever came from the other file has never been here, and its stays no longer count. */
const unmerge: Update = (record, step) => {
  const { with: file, type } = dataOf<Unmerge>(step);
  const came = (one: Member): boolean => sameFile(one.of, file) && one.to === null;
  return {
    ...record,
    type: type ?? record.type,
    members: record.members.map((one) =>
      came(one) ? { ...one, to: addDays(one.from ?? step.meta.day, -1) } : one,
    ),
    stays: (record.stays ?? []).filter(({ of }) => !sameFile(of, file)),
    merged: (record.merged ?? []).filter((one) => !sameFile(one.file, file)),
  };
};

function freeRef(ref: string, members: readonly Member[]): string {
  const taken = new Set(members.map((one) => one.ref));
  if (!taken.has(ref)) return ref;
  let number = 2;
  while (taken.has(`${ref}-${number}`)) number += 1;
  return `${ref}-${number}`;
}

/** How a split, a merger and a birthday change the record. */
export const partingUpdates: Readonly<Record<string, Update>> = {
  splitHousehold: split,
  mergeHousehold: merge,
  unmergeHousehold: unmerge,
  merged: (record, step) => {
    const { into: file, on } = dataOf<{ into: ProcessRef; on: string }>(step);
    return { ...record, mergedInto: { file, on } };
  },
  unmerged: ({ mergedInto: _, ...record }) => record,
  comesOfAge: (record, step) => {
    const { ref } = dataOf<{ ref: string }>(step);
    const grown = (one: Member): Member =>
      one.ref === ref && one.to === null ? { ...one, adult: true } : one;
    return { ...record, members: record.members.map(grown) };
  },
};

/** What those who left begin with: what was known of the whole, who may see it, and the stays that they shared. */
function partedHousehold({ record, data, known, self }: FileEventSeen<HouseholdRecord>): object {
  const { shared, on, type } = data as unknown as Split;
  const { members } = carriedIn(known);
  const { district, registeredSince, insecureSince, insecureHousing, currentHousing, newlyArrived } = record;
  const { assignee, handlers, protection } = record;
  const isHere = members.some(({ ref }) => ref === protection?.ref);
  return {
    household: {
      ...{ type, registeredSince, insecureSince, insecureHousing, currentHousing, newlyArrived, district },
      members: members.map((one) => (isIn(shared, one) ? { ...one, share: 'part' } : one)),
    },
    parted: {
      from: { file: self, on },
      stays: sharedStays(known.stays ?? [], firstDayOf(members), addDays(on, -1)),
      ...{ assignee, handlers },
      protection: protection === null ? null : { ...protection, ref: isHere ? protection.ref : null },
    },
  };
}

/** The day on which the first of them came; null when one has been there since before the file was opened. */
function firstDayOf(members: readonly Member[]): string | null {
  const days = members.map(({ from }) => from);
  return days.includes(null) ? null : ((days as string[]).sort()[0] ?? null);
}

/** The first process of the case of those who leave, and what it is opened with beside the household. */
const OPENED: Readonly<
  Record<NonNullable<Split['opens']>, { readonly workflow: string; readonly kind?: string }>
> = {
  referral: { workflow: 'referral' },
  trial: { workflow: 'supported-housing', kind: 'trial' },
  training: { workflow: 'supported-housing', kind: 'training' },
  'housing-first': { workflow: 'housing-first' },
};

/** What a split and a merger set off: a new file, or the other one is told. */
export const partingEffects: Readonly<
  Record<string, (seen: FileEventSeen<HouseholdRecord>) => readonly FileEffect[]>
> = {
  splitHousehold: (seen) => {
    const { opens = 'referral' } = seen.data as unknown as Split;
    const { workflow, ...data } = OPENED[opens];
    const all = { ...partedHousehold(seen), ...data };
    return [{ do: 'open', workflow, in: carriedIn(seen.known).into, data: all }];
  },
  mergeHousehold: ({ data, self }) => {
    const { with: to, on } = data as unknown as Merge;
    return [{ do: 'send', to, type: 'merged', data: { into: self, on } }];
  },
  unmergeHousehold: ({ data, self }) => [
    { do: 'send', to: (data as unknown as Unmerge).with, type: 'unmerged', data: { from: self } },
  ],
};
