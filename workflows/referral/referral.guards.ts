import { daysBetween } from '../../src/domain/days.js';
import { swedishCalendar } from '../../src/domain/calendar.js';
import type { Duration, Guard, Seen, Text } from '../definition.js';
import { dataOf, text } from '../files/parts.js';
import type { ReferralContext } from './referral.context.js';
import { choiceGuards } from './referral.choice.js';
import { endGuards } from './referral.end-guards.js';
import { counts } from './referral.updates.js';

type Guards = Record<string, Guard<ReferralContext>>;

/** Source: case 1.3.1-600/2021, the target group of transitional flats. */
const targetGroup = text(
  'Stadens målgrupp för genomgångsbostäder, ärende 1.3.1-600/2021',
  'The city’s target group of transitional flats, case 1.3.1-600/2021',
);

const eligibility: Guards = {
  householdHasChildAtHome: {
    says: text(
      'Hushållet ska ha barn under 18 år som bor hemma.',
      'The household must have a child under 18 at home.',
    ),
    source: targetGroup,
    needs: 'state',
    holds: ({ step }) => (step.known.household?.childrenUnder18AtHome ?? 0) > 0,
  },
  householdIsRegisteredLongEnough: {
    says: text(
      'Hushållet ska ha varit folkbokfört i Stockholm i minst två år.',
      'The household must have been registered in Stockholm for at least two years.',
    ),
    source: targetGroup,
    needs: 'state',
    holds: ({ step }) => {
      const since = step.known.household?.registeredSince ?? null;
      const required = step.policy['registeredFor'] as Duration;
      return since !== null && swedishCalendar.add(since, required) <= step.meta.day;
    },
  },
  householdIsInInsecureHousing: {
    says: text('Hushållet ska sakna tryggt boende.', 'The household must be in insecure housing.'),
    source: targetGroup,
    needs: 'state',
    holds: ({ step }) => step.known.household?.insecureHousing === true,
  },
  exceptionIsRecorded: {
    says: text(
      'Ett skäl till undantag ska vara registrerat om något villkor inte är uppfyllt.',
      'A ground of exception must be recorded if a condition is not met.',
    ),
    needs: 'state',
    holds: ({ context }) => context.asks.exception !== null,
  },
};

/** What a family is taken on by, as shown to those who refer it and those who screen it. */
export const CONDITIONS: readonly string[] = [
  'householdHasChildAtHome',
  'householdIsRegisteredLongEnough',
  'householdIsInInsecureHousing',
];

const elsewhere: Guards = {
  personsAreInNoOtherCase: {
    says: text(
      'Ingen i remissen ska finnas i ett annat ärende som pågår. Gör någon det får SHIS veta det när remissen skickas, och ser till att familjen inte står dubbelt. Du kan skicka remissen ändå.',
      'Nobody in the referral should be in another case that is going on. If somebody is, SHIS is told when the referral is sent, and sees to it that the family does not stand twice. You can send the referral all the same.',
    ),
    needs: 'state',
    holds: ({ step }) => step.known.elsewhere !== true,
  },
};

const noneOpen = (workflow: string, sv: string, en: string): Guard<ReferralContext> => ({
  says: text(sv, en),
  needs: 'state',
  holds: ({ step }) => (step.known.openProcesses?.[workflow] ?? 0) === 0,
});

/** Why a flat does not do, by the last search: null when it does, undefined when it was not free then. */
const reasonAgainst = ({ search }: ReferralContext, ref: string): string | null | undefined =>
  search?.results.find(({ dwelling }) => dwelling.ref === ref)?.reason;

/** So many flats are named in a sentence. */
const NAMED = 5;

/** Which flats stand in the way: those that do, and those that have become free since the search. */
function withoutReason({ context, step }: Seen<ReferralContext>): Text {
  const free = (step.known.freeFacilityDwellings ?? []).filter(
    ({ ref }) => reasonAgainst(context, ref) == null,
  );
  const names = (wanted: null | undefined): string | null => {
    const of = free.filter(({ ref }) => reasonAgainst(context, ref) === wanted).map(({ name }) => name);
    if (of.length === 0) return null;
    return `${of.slice(0, NAMED).join(', ')}${of.length > NAMED ? ` (+ ${of.length - NAMED})` : ''}`;
  };
  const [suits, since] = [names(null), names(undefined)];
  const said = (sv: string, en: string, what: string | null): Text[] =>
    what === null ? [] : [text(`${sv}: ${what}.`, `${en}: ${what}.`)];
  const all = [
    text(
      'Varje ledig egen lägenhet ska ha ett skäl till att den inte passar.',
      'Each free flat of the own stock must have its reason why it does not do.',
    ),
    ...said('Ledig och passar', 'Free, and does', suits),
    ...said('Ledig men inte med i sökningen', 'Free, but not in the search', since),
  ];
  return text(all.map(({ sv }) => sv).join(' '), all.map(({ en }) => en).join(' '));
}

const queue: Guards = {
  referralIsNotPaused: {
    says: text('Remissen får inte ha uppehåll.', 'The referral must not be paused.'),
    needs: 'state',
    mendedBy: 'resume',
    holds: ({ context }) => context.pausedUntil === null,
  },
  noRequestIsOpen: noneOpen(
    'agency-request',
    'Familjen får inte redan ha en framställan som pågår.',
    'The family must not have an open request to the agency already.',
  ),
  noOfferIsOpen: noneOpen(
    'offer',
    'Familjen får inte ha ett annat erbjudande.',
    'The family must not have another offer.',
  ),
  noTenancyIsOpen: noneOpen(
    'tenancy',
    'Familjen får inte redan ha en genomgångsbostad.',
    'The family must not have a transitional flat already.',
  ),
  ownStockIsSearchedLately: {
    says: text(
      'De egna anläggningarna ska vara genomsökta de senaste 14 dagarna.',
      'The own stock must have been searched within the last 14 days.',
    ),
    needs: 'state',
    mendedBy: 'searchOwnStock',
    holds: ({ context, step }) => {
      const within = step.policy['searchHoldsFor'] as Duration;
      if (context.search === null) return false;
      const age = daysBetween(context.search.on, step.meta.day);
      return age >= 0 && age <= within.amount;
    },
  },
  everyFreeFlatHasItsReason: {
    says: text(
      'Varje ledig egen lägenhet ska ha ett skäl till att den inte passar.',
      'Each free flat of the own stock must have its reason why it does not do.',
    ),
    tells: withoutReason,
    needs: 'state',
    mendedBy: 'searchOwnStock',
    holds: ({ context, step }) =>
      (step.known.freeFacilityDwellings ?? []).every(({ ref }) => reasonAgainst(context, ref) != null),
  },
  refusalFillsTheMeasure: {
    says: text(
      'Det är det tredje nej som räknas sedan start eller senaste genomgång.',
      'It is the third refusal that counts since the start or the last review.',
    ),
    needs: ['reason'],
    holds: ({ context, step }) =>
      counts(dataOf<{ reason: string }>(step).reason) &&
      context.refusals + 1 >= (step.policy['refusalsBeforeReview'] as number),
  },
  refusalPauses: {
    says: text(
      'Det är ett nej som räknas, och efter ett sådant görs uppehåll.',
      'It is a refusal that counts, and such a one is followed by a pause.',
    ),
    needs: ['reason'],
    holds: ({ step }) =>
      counts(dataOf<{ reason: string }>(step).reason) &&
      (step.policy['pauseAfterRefusal'] as Duration).amount > 0,
  },
};

const disclosure: Guards = {
  isDisclosedByConsent: {
    says: text(
      'Uppgifterna ska ha lämnats ut till SHIS med familjens samtycke.',
      'The data must have been disclosed to SHIS by the family’s consent.',
    ),
    needs: 'state',
    holds: ({ context }) => context.ground === 'consent',
  },
  consentIsWithdrawn: {
    says: text(
      'Familjen ska ha tagit tillbaka sitt samtycke.',
      'The family must have withdrawn its consent.',
    ),
    needs: 'state',
    holds: ({ context }) => context.ground === 'withdrawn',
  },
};

/** What must be so for a referral to go on. */
export const guards: Readonly<Guards> = {
  ...eligibility,
  ...elsewhere,
  ...queue,
  ...choiceGuards,
  ...disclosure,
  ...endGuards,
};
