import type { z } from 'zod';
import type { Guard } from '../definition.js';
import { namedIn, type HouseholdRecord } from './household.data.js';
import type {
  memberJoinsData,
  memberLeavesData,
  revokeAccessData,
  setProtectionData,
  transferDistrictData,
  updateHouseholdData,
} from './household.events.js';
import { dataOf, isMerger } from './parts.js';
import { partingGuards } from './parting.guards.js';
import type { Member } from './person.js';

type Joins = z.infer<typeof memberJoinsData>;
type Leaves = z.infer<typeof memberLeavesData>;
type Protect = z.infer<typeof setProtectionData>;
type Revoke = z.infer<typeof revokeAccessData>;
type Transfer = z.infer<typeof transferDistrictData>;
type Update = z.infer<typeof updateHouseholdData>;

const presentMember = (record: HouseholdRecord, ref: string): Member | undefined =>
  record.members.find((member) => member.ref === ref && member.to === null);

/** Those named in an update are known; each counts, also one who has left. */
const namedMembersAreKnown: Guard<HouseholdRecord> = {
  says: {
    sv: 'Alla som ändras ska finnas i hushållet.',
    en: 'Everyone changed must be known in the household.',
  },
  needs: ['members'],
  holds: ({ context, step }) =>
    (dataOf<Update>(step).members ?? []).every((one) =>
      context.members.some((member) => member.ref === one.ref),
    ),
};

/** Who joins is not here already. One who left may come back, after the last day of the time before. */
const personIsNotAtHome: Guard<HouseholdRecord> = {
  says: {
    sv: 'Personen får inte redan bo i hushållet den dagen.',
    en: 'The person must not be in the household already on that day.',
  },
  needs: ['person', 'on'],
  holds: ({ context, step }) => {
    const { person, on } = dataOf<Joins>(step);
    return context.members.every((one) => one.ref !== person.ref || (one.to !== null && one.to < on));
  },
};

const memberIsAtHome: Guard<HouseholdRecord> = {
  says: { sv: 'Personen ska finnas i hushållet.', en: 'The person must be in the household.' },
  needs: ['ref'],
  holds: ({ context, step }) => presentMember(context, dataOf<Leaves>(step).ref) !== undefined,
};

const leavesAfterJoining: Guard<HouseholdRecord> = {
  says: {
    sv: 'Sista dagen får inte ligga före den första dagen i hushållet.',
    en: 'The last day must not lie before the first day in the household.',
  },
  needs: ['ref', 'on'],
  holds: ({ context, step }) => {
    const { ref, on } = dataOf<Leaves>(step);
    const from = presentMember(context, ref)?.from ?? null;
    return from === null || from <= on;
  },
};

const someoneRemains: Guard<HouseholdRecord> = {
  says: {
    sv: 'Minst en person ska vara kvar i hushållet.',
    en: 'At least one person must remain in the household.',
  },
  needs: ['ref'],
  holds: ({ context, step }) => {
    const { ref } = dataOf<Leaves>(step);
    return context.members.some((one) => one.to === null && one.ref !== ref);
  },
};

const districtIsAnother: Guard<HouseholdRecord> = {
  says: {
    sv: 'Ärendet ska flyttas till en annan stadsdel än den som har det.',
    en: 'The case must go to another district than the one that has it.',
  },
  needs: ['to'],
  holds: ({ context, step }) => dataOf<Transfer>(step).to !== context.district,
};

/** Nobody would be left who may see the family otherwise: old handlers lose it with the transfer. */
const newHandlerIsNamed: Guard<HouseholdRecord> = {
  says: {
    sv: 'En ny handläggare ska namnges när familjen har skyddade personuppgifter.',
    en: 'A new handler must be named when the family’s identity is protected.',
  },
  needs: ['handler'],
  holds: ({ context, step }) =>
    context.protection === null || isMerger(step) || dataOf<Transfer>(step).handler !== undefined,
};

const protectedMemberIsKnown: Guard<HouseholdRecord> = {
  says: {
    sv: 'Den som skyddas ska finnas i hushållet.',
    en: 'Whoever is protected must be in the household.',
  },
  needs: ['ref'],
  holds: ({ context, step }) => {
    const { ref } = dataOf<Protect>(step);
    return ref === undefined || context.members.some((member) => member.ref === ref);
  },
};

const protectionEndsLater: Guard<HouseholdRecord> = {
  says: {
    sv: 'Skyddets sista dag får inte ha passerat.',
    en: 'The last day of protection must not have passed.',
  },
  needs: ['until'],
  holds: ({ step }) => (dataOf<Protect>(step).until ?? step.meta.day) >= step.meta.day,
};

const someoneHasAccess: Guard<HouseholdRecord> = {
  says: {
    sv: 'Minst en handläggare ska ha fått tillgång till ärendet vid namn.',
    en: 'At least one handler must have been granted access by name.',
  },
  needs: 'state',
  mendedBy: 'grantAccess',
  holds: ({ context }) => namedIn(context).length > 0,
};

const handlerHasAccess: Guard<HouseholdRecord> = {
  says: {
    sv: 'Handläggaren ska ha fått tillgång till ärendet.',
    en: 'The handler must have been granted access.',
  },
  needs: ['from'],
  holds: ({ context, step }) => namedIn(context).includes(dataOf<Revoke>(step).from),
};

const aHandlerRemains: Guard<HouseholdRecord> = {
  says: {
    sv: 'Minst en namngiven handläggare ska vara kvar när uppgifterna är skyddade.',
    en: 'At least one named handler must remain while the identity is protected.',
  },
  needs: ['from'],
  holds: ({ context, step }) =>
    context.protection === null || namedIn(context).some((one) => one !== dataOf<Revoke>(step).from),
};

/** What must hold for each event of a household file. */
export const householdGuards: Readonly<Record<string, readonly Guard<HouseholdRecord>[]>> = {
  updateHousehold: [namedMembersAreKnown],
  memberJoins: [personIsNotAtHome],
  memberLeaves: [memberIsAtHome, leavesAfterJoining, someoneRemains],
  transferDistrict: [districtIsAnother, newHandlerIsNamed],
  setProtection: [protectedMemberIsKnown, protectionEndsLater],
  revokeAccess: [someoneHasAccess, handlerHasAccess, aHandlerRemains],
  ...partingGuards,
};
