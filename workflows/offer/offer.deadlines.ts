import type { Deadline, Duration } from '../definition.js';
import { text } from '../files/parts.js';
import type { OfferContext } from './offer.context.js';

/** What runs out in an offer. `answerTerm` moves it; nobody is refused by it: a person decides what a missing answer means. */
export const deadlines: Readonly<Record<string, Deadline<OfferContext>>> = {
  answerTerm: {
    label: text('Svar ska lämnas', 'An answer is to be given'),
    rule: 'policy answerWithin, rolled to a working day; after an extension the day that was given',
    fires: 'past',
    due: ({ context, since, policy, calendar }) =>
      context.answerBy ?? calendar.workingDay(calendar.add(since, policy['answerWithin'] as Duration)),
  },
  decisionTerm: {
    label: text('Ett uteblivet svar ska hanteras', 'A missing answer is to be dealt with'),
    rule: 'policy decideWithin, from the day the term to answer had passed; rolled to a working day',
    fires: 'past',
    due: ({ since, policy, calendar }) =>
      calendar.workingDay(calendar.add(since, policy['decideWithin'] as Duration)),
  },
  signTerm: {
    label: text('Kontraktet ska vara skrivet', 'The lease is to be signed'),
    rule: 'policy signWithin, for a transfer; a new family’s term stands on its referral',
    fires: 'past',
    due: ({ context, since, policy, calendar }) =>
      context.purpose === 'new'
        ? null
        : calendar.workingDay(calendar.add(since, policy['signWithin'] as Duration)),
  },
};
