import type { Deadline, Duration } from '../definition.js';
import { onAWorkingDay, text } from '../files/parts.js';
import type { OfferContext } from './offer.context.js';

/** What runs out in an offer. `answerTerm` moves it; nobody is refused by it: a person decides what a missing answer means. */
export const deadlines: Readonly<Record<string, Deadline<OfferContext>>> = {
  answerTerm: {
    label: text('Svar ska lämnas', 'An answer is to be given'),
    rule: onAWorkingDay(
      '{answerWithin} från erbjudandet, eller den dag som svarstiden har förlängts till.',
      '{answerWithin} from the offer, or the day to which the term was extended.',
    ),
    fires: 'past',
    due: ({ context, since, policy, calendar }) =>
      context.answerBy ?? calendar.workingDay(calendar.add(since, policy['answerWithin'] as Duration)),
  },
  decisionTerm: {
    label: text('Ett uteblivet svar ska hanteras', 'A missing answer is to be dealt with'),
    rule: text(
      '{decideWithin} från den dag då svarstiden hade gått ut.',
      '{decideWithin} from the day when the term to answer had passed.',
    ),
    fires: 'past',
    due: ({ since, policy, calendar }) =>
      calendar.workingDay(calendar.add(since, policy['decideWithin'] as Duration)),
  },
  signTerm: {
    label: text('Kontraktet ska vara skrivet', 'The lease is to be signed'),
    rule: text(
      '{signWithin} från det att familjen tackade ja till bytet.',
      '{signWithin} from when the family accepted the transfer.',
    ),
    fires: 'past',
    due: ({ context, since, policy, calendar }) =>
      context.purpose === 'new'
        ? null
        : calendar.workingDay(calendar.add(since, policy['signWithin'] as Duration)),
  },
};
