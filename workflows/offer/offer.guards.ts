import type { Day, Guard } from '../definition.js';
import { dataOf, text } from '../files/parts.js';
import type { OfferContext } from './offer.context.js';

interface Signing {
  readonly signedOn: Day;
  readonly leaseStart: Day;
  readonly leaseEnd: Day;
}

/** What must be so for an offer to go on. */
export const guards: Readonly<Record<string, Guard<OfferContext>>> = {
  answerWasGivenInTime: {
    says: text(
      'Svaret gavs inom svarstiden. Ett senare svar kräver att svarstiden förlängs först.',
      'The answer was given within the term. For a later one the term is extended first.',
    ),
    needs: 'state',
    holds: ({ context, step }) => context.passedOn === null || step.meta.day < context.passedOn,
  },
  newTermEndsLater: {
    says: text('Den nya svarstiden slutar tidigast i dag.', 'The new term ends today at the earliest.'),
    needs: ['until'],
    holds: ({ step }) => (dataOf<{ until?: Day }>(step).until ?? step.meta.day) >= step.meta.day,
  },
  otherReasonIsExplained: {
    says: text(
      'Skriv vad skälet är när du väljer Annat skäl.',
      'Write what the reason is when it is another.',
    ),
    needs: ['reason'],
    holds: ({ step }) => {
      const { reason, note } = dataOf<{ reason: string; note?: unknown }>(step);
      return reason !== 'other' || note !== undefined;
    },
  },
  signingHasHappened: {
    says: text(
      'Dagen för kontraktet har inte varit senare än i dag.',
      'The day of signing is not after today.',
    ),
    needs: ['signedOn'],
    holds: ({ step }) => dataOf<Signing>(step).signedOn <= step.meta.day,
  },
  leaseEndsAfterItBegins: {
    says: text('Kontraktet slutar efter att det har börjat.', 'The lease ends after it begins.'),
    needs: ['leaseStart', 'leaseEnd'],
    holds: ({ step }) => dataOf<Signing>(step).leaseStart < dataOf<Signing>(step).leaseEnd,
  },
};
