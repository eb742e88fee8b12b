import type { Effect, Seen, Step } from '../definition.js';
import { dataOf } from '../files/parts.js';
import type { Dwelling } from './dwelling.context.js';
import type { Approve, Decline, Let } from './dwelling.events.js';
import { answering } from './dwelling.parties.js';
import { vacancyEffects } from './dwelling.vacancy.js';

type DwellingEffect = (seen: Seen<Dwelling>) => Effect | readonly Effect[];

/** The form that a case answered for; a person says none. */
const forForm = (step: Step): { form?: string } => {
  const { form } = dataOf<Approve>(step);
  return step.meta.cause === 'process' && form !== undefined ? { form } : {};
};

/** What a step sets off beside the flat's own state. */
export const dwellingEffects: Readonly<Record<string, DwellingEffect>> = {
  ...vacancyEffects,
  flatAccepted: ({ step }) => ({
    do: 'fact',
    fact: { kind: 'accepted', party: answering(step), stage: 'flat', ...forForm(step) },
  }),
  // The board's question: why flats from the companies are turned down. The fact is written here and nowhere else.
  flatRefused: ({ step }) => ({
    do: 'fact',
    fact: {
      kind: 'refused',
      party: answering(step),
      stage: 'flat',
      reason: dataOf<Decline>(step).reason,
      ...forForm(step),
    },
  }),
  // The yearly goal counts a lease-in once, by its first signing; facility flats never.
  bookOnGoal: ({ context, step }) => {
    if (context.booked || context.source !== 'agency') return [];
    const { form, kind, signedOn } = dataOf<Let>(step);
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
