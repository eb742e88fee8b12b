import { daysBetween } from '../../src/domain/days.js';
import { swedishCalendar } from '../../src/domain/calendar.js';
import type { Duration, Guard } from '../definition.js';
import { dataOf, text } from '../files/parts.js';
import type { ReferralContext } from './referral.context.js';
import { endGuards } from './referral.end-guards.js';
import { counts } from './referral.updates.js';

type Guards = Record<string, Guard<ReferralContext>>;

const eligibility: Guards = {
  householdHasChildAtHome: {
    says: text(
      'Hushållet har barn under 18 år som bor hemma.',
      'The household has a child under 18 at home.',
    ),
    needs: 'state',
    holds: ({ step }) => (step.known.household?.childrenUnder18AtHome ?? 0) > 0,
  },
  householdIsRegisteredLongEnough: {
    says: text(
      'Hushållet har varit folkbokfört i Stockholm i minst två år.',
      'The household has been registered in Stockholm for at least two years.',
    ),
    needs: 'state',
    holds: ({ step }) => {
      const since = step.known.household?.registeredSince ?? null;
      const required = step.policy['registeredFor'] as Duration;
      return since !== null && swedishCalendar.add(since, required) <= step.meta.day;
    },
  },
  householdIsInInsecureHousing: {
    says: text('Hushållet saknar tryggt boende.', 'The household is in insecure housing.'),
    needs: 'state',
    holds: ({ step }) => step.known.household?.insecureHousing === true,
  },
  exceptionIsRecorded: {
    says: text(
      'Ett skäl till undantag från villkoren är registrerat.',
      'A ground of exception from the conditions is recorded.',
    ),
    needs: 'state',
    holds: ({ context }) => context.asks.exception !== null,
  },
};

const noneOpen = (workflow: string, sv: string, en: string): Guard<ReferralContext> => ({
  says: text(sv, en),
  needs: 'state',
  holds: ({ step }) => (step.known.openProcesses?.[workflow] ?? 0) === 0,
});

const queue: Guards = {
  referralIsNotPaused: {
    says: text('Remissen har inte uppehåll.', 'The referral is not paused.'),
    needs: 'state',
    holds: ({ context }) => context.pausedUntil === null,
  },
  noRequestIsOpen: noneOpen(
    'agency-request',
    'Familjen har ingen framställan som pågår.',
    'The family has no open request to the agency.',
  ),
  noOfferIsOpen: noneOpen('offer', 'Familjen har inget annat erbjudande.', 'The family has no other offer.'),
  noTenancyIsOpen: noneOpen(
    'tenancy',
    'Familjen bor inte redan i en genomgångsbostad.',
    'The family does not already have a transitional flat.',
  ),
  ownStockIsSearchedLately: {
    says: text(
      'De egna anläggningarna är genomsökta de senaste 14 dagarna.',
      'The own stock has been searched within the last 14 days.',
    ),
    needs: 'state',
    holds: ({ context, step }) => {
      const within = step.policy['searchHoldsFor'] as Duration;
      if (context.search === null) return false;
      const age = daysBetween(context.search.on, step.meta.day);
      return age >= 0 && age <= within.amount;
    },
  },
  everyFreeFlatHasItsReason: {
    says: text(
      'Varje ledig egen lägenhet har ett skäl till att den inte passar.',
      'Each free flat of the own stock has its reason why it does not do.',
    ),
    needs: 'state',
    holds: ({ context, step }) =>
      (step.known.freeFacilityDwellings ?? []).every((free) =>
        (context.search?.results ?? []).some((one) => one.dwelling.ref === free.ref && one.reason !== null),
      ),
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
};

const disclosure: Guards = {
  isDisclosedByConsent: {
    says: text(
      'Uppgifterna har lämnats ut till SHIS med familjens samtycke.',
      'The data was disclosed to SHIS by the family’s consent.',
    ),
    needs: 'state',
    holds: ({ context }) => context.ground === 'consent',
  },
  consentIsWithdrawn: {
    says: text('Familjen har tagit tillbaka sitt samtycke.', 'The family has withdrawn its consent.'),
    needs: 'state',
    holds: ({ context }) => context.ground === 'withdrawn',
  },
};

/** What must be so for a referral to go on. */
export const guards: Readonly<Guards> = { ...eligibility, ...queue, ...disclosure, ...endGuards };
