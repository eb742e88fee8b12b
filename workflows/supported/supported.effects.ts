import type { Day, Effect, Fact, OrgKind, Party, Seen, Step } from '../definition.js';
import { dataOf, knownDay } from '../files/parts.js';
import { releasedBy } from '../files/releases.js';
import { followUpDay } from './supported.follow-ups.js';
import type { SupportedContext } from './supported.context.js';

type Told = Seen<SupportedContext>;
type Effects = Record<string, (seen: Told) => Effect | readonly Effect[]>;

const fact = (one: Fact): Effect => ({ do: 'fact', fact: one });
const reasonOf = (step: Step): string => dataOf<{ reason: string }>(step).reason;
const later = (one: Day, other: Day | null): Day => (other !== null && other > one ? other : one);
const toFlat = ({ context }: Told, type: string, data: object, must = true): Effect | readonly Effect[] =>
  context.dwelling === null ? [] : { do: 'send', to: context.dwelling, type, data, must };

/** Whether what is said against the flat could be told from the application; nothing in a case from before that was asked. */
const foreseen = ({ context: { foreseeable }, step }: Told): { readonly foreseen?: boolean } =>
  foreseeable == null ? {} : { foreseen: foreseeable.some((one) => one === reasonOf(step)) };

/** Before the lease has begun it is cancelled, after that the flat is vacated. */
const giveBack = (seen: Told, on: Day): Effect | readonly Effect[] => {
  const { leaseStart } = seen.context;
  return leaseStart !== null && knownDay(seen.step) < leaseStart
    ? toFlat(seen, 'cancelLet', {})
    : toFlat(seen, 'vacate', { on: later(on, leaseStart) });
};

/** What becomes of the flat. A flat that is declined is a fact of the flat, written there only. */
const flat = (form: string): Effects => {
  const letFlat = (seen: Told, signedOn: Day): Effect | readonly Effect[] => {
    const { kind, leaseStart: from, lessee } = seen.context;
    const { self } = seen.step;
    return toFlat(seen, 'let', {
      from,
      signedOn,
      form,
      ...(kind === null ? {} : { kind }),
      household: self,
      lessee,
    });
  };
  return {
    declineFlat: (seen) =>
      toFlat(seen, 'decline', {
        ...{ party: 'district', form, reason: reasonOf(seen.step) },
        ...foreseen(seen),
      }),
    approveFlat: (seen) =>
      seen.step.known.dwelling?.state === 'proposed'
        ? toFlat(seen, 'approve', { party: 'district', form })
        : [],
    releaseProposal: (seen) => toFlat(seen, 'withdrawProposal', {}, false),
    reserveFlat: (seen) => {
      const { self } = seen.step;
      return toFlat(seen, 'reserve', { offer: self, household: self, form });
    },
    releaseFlat: (seen) => toFlat(seen, 'release', { why: releasedBy(seen.step) }, false),
    letFlat: (seen) => letFlat(seen, dataOf<{ signedOn: Day }>(seen.step).signedOn),
    letAgain: (seen) => letFlat(seen, seen.step.meta.day),
    giveUpFlat: (seen) => giveBack(seen, seen.step.meta.day),
    vacateFlat: (seen) => giveBack(seen, dataOf<{ on: Day }>(seen.step).on),
    leaveStock: (seen) => toFlat(seen, 'leaveStock', {}),
  };
};

const answers: Effects = {
  tellGranted: () => fact({ kind: 'accepted', party: 'district', stage: 'assistance' }),
  tellDenied: ({ step }) =>
    fact({ kind: 'refused', party: 'district', stage: 'assistance', reason: reasonOf(step) }),
  tellRequested: () => fact({ kind: 'accepted', party: 'district', stage: 'requested' }),
  tellAccepted: () => fact({ kind: 'accepted', party: 'household', stage: 'offer' }),
  tellRefused: (seen) =>
    fact({
      ...{ kind: 'refused', party: 'household', stage: 'offer', reason: reasonOf(seen.step) },
      ...foreseen(seen),
    }),
  tellFellThrough: ({ step }) =>
    fact({
      kind: 'refused',
      party: dataOf<{ party: Party }>(step).party,
      stage: 'fallthrough',
      reason: reasonOf(step),
    }),
  tellSigned: ({ step }) =>
    fact({
      kind: 'accepted',
      party: 'household',
      stage: 'signed',
      on: dataOf<{ signedOn: Day }>(step).signedOn,
    }),
  tellWithdrawn: ({ step }) =>
    fact({ kind: 'refused', party: 'household', stage: 'withdrawn', reason: reasonOf(step) }),
};

/** The stay: it begins with the second-hand lease, and a flat taken over is a lease of one's own. */
const stay = (form: string): Effects => {
  const out = (on: Day, outcome: string): Effect =>
    fact({ kind: 'movedOut', form, channel: 'agency', outcome, on });
  return {
    placed: ({ step }) =>
      fact({ kind: 'movedIn', form, channel: 'agency', on: dataOf<{ from: Day }>(step).from }),
    tookOver: ({ step }) => out(dataOf<{ on: Day }>(step).on, 'own-lease'),
    movedOut: ({ step }) => {
      const { on, outcome } = dataOf<{ on: Day; outcome: string }>(step);
      return out(on, outcome);
    },
  };
};

const followUp = (due: Day | null, held: Day | null): Effect | readonly Effect[] =>
  due === null ? [] : fact({ kind: 'followUp', due, held });

/** A follow-up held, by the day it was due; and the next, from then on. */
const followUps: Effects = {
  followUpPlanned: ({ context, step }) => followUp(followUpDay(context, step.policy), null),
  followUpHeld: ({ context, step }) =>
    followUp(followUpDay(context, step.policy), dataOf<{ on: Day }>(step).on),
};

/** Support is for a grown-up: whoever provides it sees to a case in which none is left. */
const household = (providers: readonly OrgKind[]): Effects => ({
  tellNoAdultIsLeft: ({ context, step }) =>
    (context.adults ?? 0) > 0 && step.known.household?.adults === 0
      ? providers.map((whom) => ({ do: 'notify', whom, template: 'no-adult-left' }))
      : [],
});

/** What a case of the form sets off. Effects on the flat stand before the update that forgets it. */
export const effectsOf = (form: string, providers: readonly OrgKind[]): Readonly<Effects> => ({
  ...flat(form),
  ...answers,
  ...stay(form),
  ...followUps,
  ...household(providers),
});
