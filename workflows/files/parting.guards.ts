import type { Guard } from '../definition.js';
import { sameFile } from '../refs.js';
import { isMember, type HouseholdRecord } from './household.data.js';
import type { Split, Unmerge } from './parting.events.js';
import { dataOf, text } from './parts.js';

type HouseholdGuard = Guard<HouseholdRecord>;

const presentRefs = ({ members }: HouseholdRecord): readonly string[] =>
  members.filter(({ to }) => to === null).map(({ ref }) => ref);

const twoAdultsAreAtHome: HouseholdGuard = {
  says: text(
    'Bara ett hushåll med minst två vuxna kan delas.',
    'Only a household with at least two adults can be split.',
  ),
  needs: 'state',
  holds: ({ context }) => context.members.filter(({ to, adult }) => to === null && adult).length > 1,
};

const everyoneIsAtHome: HouseholdGuard = {
  says: text('Alla som väljs ska finnas i hushållet.', 'Everyone chosen must be in the household.'),
  needs: ['leaving'],
  holds: ({ context, step }) => {
    const { leaving, shared = [] } = dataOf<Split>(step);
    const here = presentRefs(context);
    return [...leaving, ...shared].every((ref) => here.includes(ref));
  },
};

const nobodyIsNamedTwice: HouseholdGuard = {
  says: text(
    'Var och en kan bara väljas en gång: antingen flyttar personen ut, eller så bor barnet i båda hushållen.',
    'Each can be chosen once only: either the person leaves, or the child lives in both households.',
  ),
  needs: ['leaving'],
  holds: ({ step }) => {
    const { leaving, shared = [] } = dataOf<Split>(step);
    const all = [...leaving, ...shared];
    return new Set(all).size === all.length;
  },
};

const onlyChildrenAreShared: HouseholdGuard = {
  says: text('Bara barn kan bo i båda hushållen.', 'Only children can live in both households.'),
  needs: ['shared'],
  holds: ({ context, step }) =>
    (dataOf<Split>(step).shared ?? []).every(
      (ref) => context.members.find((one) => one.ref === ref)?.adult === false,
    ),
};

const anAdultIsOnBothSides: HouseholdGuard = {
  says: text(
    'Minst en vuxen ska vara med i vart och ett av hushållen. Registrera annars att personen lämnar hushållet.',
    'There must be at least one adult in each household. Otherwise record that the person leaves the household.',
  ),
  needs: ['leaving'],
  holds: ({ context, step }) => {
    const { leaving } = dataOf<Split>(step);
    const adults = context.members.filter(({ to, adult }) => to === null && adult);
    const going = adults.filter(({ ref }) => leaving.includes(ref)).length;
    return going > 0 && going < adults.length;
  },
};

const theyLivedTogetherBefore: HouseholdGuard = {
  says: text(
    'Första dagen som två hushåll ska ligga efter den dag då de som väljs kom till hushållet.',
    'The first day as two households must come after the day on which those chosen joined the household.',
  ),
  needs: ['leaving', 'on'],
  holds: ({ context, step }) => {
    const { leaving, shared = [], on } = dataOf<Split>(step);
    const chosen = context.members.filter(
      ({ ref, to }) => to === null && [...leaving, ...shared].includes(ref),
    );
    return chosen.every(({ from }) => from === null || from < on);
  },
};

/** Processes of the transitional flat: who is in one has been referred to SHIS. */
const REFERRED = ['referral', 'agency-request', 'offer', 'tenancy'] as const;
const SUPPORTED = ['supported-housing', 'housing-first'] as const;

const newCaseIsChosen: HouseholdGuard = {
  says: text(
    'Välj vad det nya ärendet börjar med: här pågår stöd i boendet och ingen remiss. Registrera annars att personen lämnar hushållet.',
    'Choose what the new case begins with: support in housing goes on here and no referral. Otherwise record that the person leaves the household.',
  ),
  needs: ['opens'],
  holds: ({ step }) => {
    const { openProcesses: open = {} } = step.known;
    const runs = (names: readonly string[]): boolean => names.some((name) => (open[name] ?? 0) > 0);
    const isHousingUnits = step.meta.orgKind === 'housingUnit';
    return dataOf<Split>(step).opens !== undefined || runs(REFERRED) || !(isHousingUnits || runs(SUPPORTED));
  },
};

const newCaseIsTheirs: HouseholdGuard = {
  says: text(
    'Det nya ärendet ska börja med något som ni själva tar upp: en stadsdel remitterar till SHIS, och bara boendeenheten har Bostad Först.',
    'The new case must begin with what you take up yourselves: a district refers to SHIS, and only the housing unit has Housing First.',
  ),
  needs: ['opens'],
  holds: ({ step }) => {
    const { opens } = dataOf<Split>(step);
    return step.meta.orgKind === 'housingUnit' ? opens !== 'referral' : opens !== 'housing-first';
  },
};

const itHasHappened: HouseholdGuard = {
  says: text('Dagen får inte ligga i framtiden.', 'The day must not lie in the future.'),
  needs: ['on'],
  holds: ({ step }) => dataOf<{ on: string }>(step).on <= step.meta.day,
};

const neitherIsProtected: HouseholdGuard = {
  says: text(
    'Personerna är skyddade. Avsluta skyddet först, eller låt ärendena vara var för sig.',
    'The persons are protected. End the protection first, or leave the cases as they are.',
  ),
  needs: 'state',
  mendedBy: 'setProtection',
  holds: ({ context }) => context.protection === null,
};

const otherIsNotProtected: HouseholdGuard = {
  says: text(
    'Personerna i det andra ärendet får inte vara skyddade. Är de det: låt ärendena vara var för sig.',
    'The persons of the other case must not be protected. If they are, leave the cases as they are.',
  ),
  needs: ['with'],
  holds: ({ step }) => step.known.carried?.['protected'] !== true,
};

const otherHasSomebody: HouseholdGuard = {
  says: text(
    'Minst en person ska vara kvar i det andra ärendet.',
    'At least one person must be left in the other case.',
  ),
  needs: ['with'],
  holds: ({ step }) => {
    const { members = [], here = 0 } = (step.known.carried ?? {}) as { members?: unknown[]; here?: number };
    return members.length + here > 0;
  },
};

const somethingIsMerged: HouseholdGuard = {
  says: text('Inget ärende har slagits ihop med det här.', 'No case has been merged into this one.'),
  needs: 'state',
  holds: ({ context }) => (context.merged ?? []).length > 0,
};

const thatIsMerged: HouseholdGuard = {
  says: text('Välj ett ärende som har slagits ihop med det här.', 'Choose a case merged into this one.'),
  needs: ['with'],
  holds: ({ context, step }) =>
    (context.merged ?? []).some(({ file }) => sameFile(file, dataOf<Unmerge>(step).with)),
};

const somebodyStays: HouseholdGuard = {
  says: text(
    'Minst en person ska vara kvar i det här ärendet. Slå annars ihop åt andra hållet.',
    'At least one person must remain in this case. Otherwise merge the other way round.',
  ),
  needs: ['with'],
  holds: ({ context, step }) => {
    const { with: other } = dataOf<Unmerge>(step);
    return context.members.some(({ to, of }) => to === null && !sameFile(of, other));
  },
};

const nothingIsRunning: HouseholdGuard = {
  says: text(
    'I det andra ärendet pågår något: en remiss, ett boende eller en insats. Återkalla eller avsluta det där först, eller slå ihop åt andra hållet så att det ärendet blir kvar.',
    'Something is going on in the other case: a referral, a tenancy or a service. Withdraw or end it there first, or merge the other way round so that that case remains.',
  ),
  needs: 'state',
  holds: ({ step }) => Object.keys(step.known.openProcesses ?? {}).length === 0,
};

const othersAreNotMergedHere: HouseholdGuard = {
  says: text(
    'Det andra ärendet har självt slagits ihop med ett ärende. Ta isär dem först.',
    'The other case has itself been merged with one. Take those apart first.',
  ),
  needs: 'state',
  holds: ({ context }) => context.mergedInto === undefined && (context.merged ?? []).length === 0,
};

const isMergedThere: HouseholdGuard = {
  says: text('Ärendet är inte sammanslaget.', 'The case is not merged.'),
  needs: 'state',
  holds: ({ context }) => context.mergedInto !== undefined,
};

const isStillAChild: HouseholdGuard = {
  says: text('Personen ska vara ett barn i hushållet.', 'The person must be a child of the household.'),
  needs: ['ref'],
  holds: ({ context, step }) =>
    context.members.some(
      (one) => one.ref === dataOf<{ ref: string }>(step).ref && !one.adult && isMember(one, step.meta.day),
    ),
};

/** What must hold for a split or a merger, in either file. */
export const partingGuards: Readonly<Record<string, readonly HouseholdGuard[]>> = {
  splitHousehold: [
    twoAdultsAreAtHome,
    everyoneIsAtHome,
    nobodyIsNamedTwice,
    onlyChildrenAreShared,
    anAdultIsOnBothSides,
    theyLivedTogetherBefore,
    itHasHappened,
    newCaseIsChosen,
    newCaseIsTheirs,
  ],
  mergeHousehold: [neitherIsProtected, otherIsNotProtected, otherHasSomebody, itHasHappened],
  unmergeHousehold: [somethingIsMerged, thatIsMerged, somebodyStays],
  merged: [nothingIsRunning, othersAreNotMergedHere],
  unmerged: [isMergedThere],
  comesOfAge: [isStillAChild],
};
