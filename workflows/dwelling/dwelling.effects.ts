import type { Effect, Seen, Step } from '../definition.js';
import { dataOf } from '../files/parts.js';
import type { Dwelling } from './dwelling.context.js';
import type { Approve, Decline, Let, Release, Reserve } from './dwelling.events.js';
import { answering } from './dwelling.parties.js';
import { vacancyEffects } from './dwelling.vacancy.js';

type DwellingEffect = (seen: Seen<Dwelling>) => Effect | readonly Effect[];

/** The form that a case answered for; a person says none. */
const forForm = (step: Step): { form?: string } => {
  const { form } = dataOf<Approve>(step);
  return step.meta.cause === 'process' && form !== undefined ? { form } : {};
};

const isToBook = ({ context }: Seen<Dwelling>): boolean => !context.booked && context.source === 'agency';

/** What a step sets off beside the flat's own state. */
export const dwellingEffects: Readonly<Record<string, DwellingEffect>> = {
  ...vacancyEffects,
  flatAccepted: ({ step }) => ({
    do: 'fact',
    fact: { kind: 'accepted', party: answering(step), stage: 'flat', ...forForm(step) },
  }),
  // The board's question: why flats from the companies are turned down. The fact is written here and nowhere else.
  flatRefused: ({ step }) => {
    const { reason, foreseen } = dataOf<Decline>(step);
    const isTold = step.meta.cause === 'process' && foreseen !== undefined;
    return {
      do: 'fact',
      fact: {
        ...{ kind: 'refused', party: answering(step), stage: 'flat', reason, ...forForm(step) },
        ...(isTold && { foreseen }),
      },
    };
  },
  // Until its first signing a flat of the agency's is held against the goal while somebody considers it.
  holdOnGoal: (seen) => {
    const { form } = dataOf<Reserve>(seen.step);
    return isToBook(seen) ? { do: 'fact', fact: { kind: 'reserved', form, channel: 'agency' } } : [];
  },
  freeOnGoal: (seen) => {
    const { form } = seen.context;
    if (!isToBook(seen) || form === null) return [];
    const reason = dataOf<Release>(seen.step).why;
    return { do: 'fact', fact: { kind: 'released', form, channel: 'agency', reason } };
  },
  // The yearly goal counts a lease-in once, by its first signing; facility flats never.
  bookOnGoal: (seen) => {
    if (!isToBook(seen)) return [];
    const { form, kind, signedOn } = dataOf<Let>(seen.step);
    const formKind = kind === undefined ? {} : { formKind: kind };
    return { do: 'fact', fact: { kind: 'allocated', form, ...formKind, channel: 'agency', on: signedOn } };
  },
  withdrawOffer: ({ context }) =>
    context.offer === null
      ? []
      : { do: 'send', to: context.offer, type: 'withdraw', data: { reason: 'out-of-service' }, must: false },
  // Let or occupied: the lease stands, so a person has to find the family another home or mend the flat around it.
  raiseTask: ({ context }) =>
    context.lease === null ? [] : { do: 'notify', whom: 'shis', template: 'dwelling-out-of-service' },
};
