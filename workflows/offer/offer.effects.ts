import type { Day, Effect, Fact, Party, Seen } from '../definition.js';
import { dataOf } from '../files/parts.js';
import { releasedBy } from '../files/releases.js';
import type { OfferContext } from './offer.context.js';

type Told = Seen<OfferContext>;
type Effects = Record<string, (seen: Told) => Effect | readonly Effect[]>;
interface Signing {
  readonly signedOn: Day;
  readonly leaseStart: Day;
  readonly leaseEnd: Day;
}

const FORM = 'transitional';

const toFlat = ({ context }: Told, type: string, data: object, must: boolean): Effect | readonly Effect[] =>
  context.dwelling === null ? [] : { do: 'send', to: context.dwelling, type, data, must };
const toParent = ({ context }: Told, type: string, data: object, must: boolean): Effect => ({
  do: 'send',
  to: 'parent',
  type,
  data: { dwelling: context.dwelling, ...data },
  must,
});
const fact = (one: Fact): Effect => ({ do: 'fact', fact: one });
const partyOf = ({ step }: Told): Party => dataOf<{ party: Party }>(step).party;

/** The flat is held while the family considers, let when the lease is signed, freed by all else. */
const flat: Effects = {
  reserveFlat: (seen) => {
    const { self } = seen.step;
    return toFlat(seen, 'reserve', { offer: self, household: self, form: FORM }, true);
  },
  releaseFlat: (seen) => toFlat(seen, 'release', { why: releasedBy(seen.step) }, false),
  letFlat: (seen) => {
    const { signedOn, leaseStart } = dataOf<Signing>(seen.step);
    const lease = { from: leaseStart, signedOn, form: FORM, household: seen.step.self };
    return toFlat(seen, 'let', lease, true);
  },
};

/** Whether the household's reason could have been told from the referral before the offer. */
const foreseen = ({ foreseeable, reason }: OfferContext): { readonly foreseen?: boolean } =>
  foreseeable == null || reason === null ? {} : { foreseen: foreseeable.includes(reason) };

const facts: Effects = {
  tellOffered: () => fact({ kind: 'accepted', party: 'shis', stage: 'offered' }),
  tellAccepted: () => fact({ kind: 'accepted', party: 'household', stage: 'offer' }),
  tellRefused: ({ context }) =>
    fact({
      ...{ kind: 'refused', party: 'household', stage: 'offer', reason: context.reason ?? 'other' },
      ...foreseen(context),
    }),
  tellFellThrough: (seen) =>
    fact({
      kind: 'refused',
      party: partyOf(seen),
      stage: 'fallthrough',
      reason: seen.context.reason ?? 'other',
      ...(partyOf(seen) === 'household' && foreseen(seen.context)),
    }),
  tellSigned: ({ step }) =>
    fact({ kind: 'accepted', party: 'household', stage: 'signed', on: dataOf<Signing>(step).signedOn }),
};

/** The answers to the referral (or, for a transfer, the tenancy). Only a withdrawal may find it closed. */
const parent: Effects = {
  parentAccepted: (seen) => toParent(seen, 'offer.accepted', { channel: seen.context.channel }, true),
  parentRefused: (seen) => toParent(seen, 'offer.refused', { reason: seen.context.reason }, true),
  parentWithdrawn: (seen) => toParent(seen, 'offer.withdrawn', { reason: seen.context.reason }, false),
  parentFellThrough: (seen) =>
    toParent(seen, 'offer.fellThrough', { party: partyOf(seen), reason: seen.context.reason }, true),
  parentSigned: (seen) => {
    const { signedOn, leaseStart, leaseEnd } = dataOf<Signing>(seen.step);
    const { channel, rent } = seen.context;
    return toParent(seen, 'offer.signed', { channel, signedOn, leaseStart, leaseEnd, rent: rent ?? 0 }, true);
  },
};

/** What an offer sets off. */
export const effects: Readonly<Effects> = { ...flat, ...facts, ...parent };
