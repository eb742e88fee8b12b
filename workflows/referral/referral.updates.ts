import { swedishCalendar } from '../../src/domain/calendar.js';
import type { Duration, ProcessRef, Seen, Step } from '../definition.js';
import { dataOf, knownDay } from '../files/parts.js';
import { asksAfter, asksAnew } from './referral.needs.js';
import { workingDaysAfter } from './working-days.js';
import type { ClosedFrom, ReferralContext, Search } from './referral.context.js';

type Change = Partial<ReferralContext>;
type Update = (seen: Seen<ReferralContext>) => Change;
interface Searched {
  readonly results: readonly { readonly dwelling: ProcessRef; readonly reason?: string | null }[];
}

/** Reasons to refuse that say nothing about the flat, and so do not count towards a review. Source: DESIGN.md, referral. */
const DO_NOT_COUNT: readonly string[] = ['own-housing', 'other-form'];
/** Whether a household's refusal counts towards the review. */
export const counts = (reason: unknown): boolean => !DO_NOT_COUNT.includes(String(reason));

/** What a person said of a flat counts; of those that they said nothing of, what the match did. */
function searchOf(step: Step): Search {
  const said = dataOf<Searched>(step).results.map(({ dwelling, reason }) => ({
    dwelling: { ref: dwelling.ref },
    reason: reason ?? null,
  }));
  const matched = (step.known.freeFacilityDwellings ?? []).filter(
    ({ ref }) => !said.some(({ dwelling }) => dwelling.ref === ref),
  );
  return {
    on: step.meta.day,
    results: [...said, ...matched.map(({ ref, reason }) => ({ dwelling: { ref }, reason }))],
  };
}

/** How many live in the family, as far as the step knows it. */
const sizeOf = (
  { known: { household } }: Step,
  { roomsNeeded, childrenAtHome }: ReferralContext,
): Pick<ReferralContext, 'roomsNeeded' | 'childrenAtHome'> =>
  household == null
    ? { roomsNeeded, childrenAtHome }
    : { roomsNeeded: household.rooms, childrenAtHome: household.childrenUnder18AtHome };

const refOf = (step: Step): string => dataOf<{ dwelling: ProcessRef }>(step).dwelling.ref;
const without = (refs: readonly ProcessRef[], ref: string) => refs.filter((one) => one.ref !== ref);
const reasonOf = (step: Step): string | null => dataOf<{ reason?: string }>(step).reason ?? null;
const closedFrom = (from: ClosedFrom) => (): Change => ({ closedFrom: from });

const draft: Record<string, Update> = {
  opened: ({ context, step }) => ({
    asks: asksAfter(context.asks, step),
    ...sizeOf(step, context),
    touchedOn: knownDay(step),
  }),
  asked: ({ context, step }) => ({ asks: asksAfter(context.asks, step) }),
  askedAnew: ({ context, step }) => ({ asks: asksAnew(context.asks, step) }),
  touched: ({ step }) => ({ touchedOn: knownDay(step) }),
  submitted: ({ step }) => ({
    ground: dataOf<{ ground?: 'consent' | 'statute' }>(step).ground ?? 'consent',
    submittedOn: step.meta.day,
    screeningUsed: 0,
  }),
  discarded: () => ({ closedReason: 'discarded' }),
  expired: () => ({ closedReason: 'expired' }),
};

const screening: Record<string, Update> = {
  screeningBegins: ({ step }) => ({ screeningSince: knownDay(step) }),
  screeningRests: ({ context, step }) => ({
    screeningUsed: context.screeningUsed + workingDaysAfter(context.screeningSince, knownDay(step)),
    screeningSince: null,
  }),
  approved: ({ context, step }) => ({
    queueDate: context.queueDateKept ?? context.submittedOn,
    ...sizeOf(step, context),
  }),
};

const queue: Record<string, Update> = {
  contacted: ({ step }) => ({ lastContactOn: dataOf<{ on?: string }>(step).on ?? step.meta.day }),
  searched: ({ step }) => ({ search: searchOf(step) }),
  flatOffered: ({ step }) => ({ dwelling: { ref: refOf(step) } }),
  flatEarmarked: ({ context, step }) => ({
    earmarked: [...without(context.earmarked, refOf(step)), { ref: refOf(step) }],
  }),
  flatRefused: ({ context, step }) => ({
    refusals: context.refusals + (counts(reasonOf(step)) ? 1 : 0),
    earmarked: without(context.earmarked, refOf(step)),
    dwelling: null,
  }),
  earmarkGone: ({ context, step }) => ({ earmarked: without(context.earmarked, refOf(step)) }),
  flatGone: () => ({ dwelling: null }),
  viewGiven: ({ step }) => ({ viewGivenOn: step.meta.day }),
  countedAnew: () => ({ refusals: 0, viewGivenOn: null }),
  forgetEarmarks: () => ({ earmarked: [] }),
  forgetFlats: () => ({ earmarked: [], dwelling: null }),
  placed: () => ({ waiting: false }),
};

const ends: Record<string, Update> = {
  closedFromDraft: closedFrom('draft'),
  closedFromScreening: closedFrom('screening'),
  closedFromSupplementing: closedFrom('supplementing'),
  closedFromQueue: closedFrom('queued'),
  closedFromReview: closedFrom('review'),
  closedFromPlaced: closedFrom('placed'),
  closed: ({ context, step }) => ({ waiting: false, closedReason: reasonOf(step) ?? context.closedReason }),
  tenancyEnded: ({ step }) => ({ closedReason: dataOf<{ outcome: string }>(step).outcome }),
  reopened: () => ({ waiting: true, closedFrom: null, closedReason: null }),
};

const throughout: Record<string, Update> = {
  householdChanged: ({ context, step }) => ({
    ...sizeOf(step, context),
  }),
  queueDateKept: ({ step }) => ({ queueDateKept: dataOf<{ on: string }>(step).on }),
  consentWithdrawn: () => ({ ground: 'withdrawn' }),
  disclosed: ({ step }) => ({ ground: dataOf<{ ground: 'consent' | 'statute' }>(step).ground }),
  paused: ({ step }) => ({ pausedUntil: dataOf<{ until: string }>(step).until }),
  pausedByRefusal: ({ step }) => ({
    pausedUntil: swedishCalendar.add(step.meta.day, step.policy['pauseAfterRefusal'] as Duration),
  }),
  resumed: () => ({ pausedUntil: null }),
};

/** Every change of a referral's memory, by name. */
export const updates: Readonly<Record<string, Update>> = {
  ...draft,
  ...screening,
  ...queue,
  ...ends,
  ...throughout,
};
