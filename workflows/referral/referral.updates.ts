import type { ProcessRef, Sealed, Seen, Step } from '../definition.js';
import { dataOf, knownDay } from '../files/parts.js';
import { workingDaysAfter } from './working-days.js';
import type { Asks, ClosedFrom, ReferralContext, Search } from './referral.context.js';

type Change = Partial<ReferralContext>;
type Update = (seen: Seen<ReferralContext>) => Change;
interface Asked {
  readonly rooms?: number;
  readonly lift?: boolean;
  readonly wishes?: Sealed;
  readonly exception?: string;
}
interface Searched {
  readonly results: readonly { readonly dwelling: ProcessRef; readonly reason?: string | null }[];
}

/** Reasons to refuse that say nothing about the flat, and so do not count towards a review. Source: DESIGN.md, referral. */
const DO_NOT_COUNT: readonly string[] = ['own-housing', 'other-form'];
/** Whether a household's refusal counts towards the review. */
export const counts = (reason: unknown): boolean => !DO_NOT_COUNT.includes(String(reason));

const asksAfter = (asks: Asks, step: Step): Asks => {
  const { rooms, lift, wishes, exception } = dataOf<Asked>(step);
  return {
    rooms: rooms ?? asks.rooms,
    lift: lift ?? asks.lift,
    wishes: wishes ?? asks.wishes,
    exception: exception ?? asks.exception,
  };
};

const searchOf = (step: Step): Search => ({
  on: step.meta.day,
  results: dataOf<Searched>(step).results.map(({ dwelling, reason }) => ({
    dwelling,
    reason: reason ?? null,
  })),
});

const refOf = (step: Step): string => dataOf<{ dwelling: ProcessRef }>(step).dwelling.ref;
const without = (refs: readonly ProcessRef[], ref: string) => refs.filter((one) => one.ref !== ref);
const reasonOf = (step: Step): string | null => dataOf<{ reason?: string }>(step).reason ?? null;
const closedFrom = (from: ClosedFrom) => (): Change => ({ closedFrom: from });

const draft: Record<string, Update> = {
  opened: ({ context, step }) => ({
    asks: asksAfter(context.asks, step),
    roomsNeeded: step.known.household?.rooms ?? null,
    childrenAtHome: step.known.household?.childrenUnder18AtHome ?? null,
    touchedOn: knownDay(step),
  }),
  asked: ({ context, step }) => ({ asks: asksAfter(context.asks, step) }),
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
  approved: ({ context }) => ({ queueDate: context.queueDateKept ?? context.submittedOn }),
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
    roomsNeeded: step.known.household?.rooms ?? context.roomsNeeded,
    childrenAtHome: step.known.household?.childrenUnder18AtHome ?? context.childrenAtHome,
  }),
  queueDateKept: ({ step }) => ({ queueDateKept: dataOf<{ on: string }>(step).on }),
  consentWithdrawn: () => ({ ground: 'withdrawn' }),
  disclosed: ({ step }) => ({ ground: dataOf<{ ground: 'consent' | 'statute' }>(step).ground }),
  paused: ({ step }) => ({ pausedUntil: dataOf<{ until: string }>(step).until }),
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
