import type { Day, Guard } from '../definition.js';
import { dataOf, text } from '../files/parts.js';
import { otherReasonIsExplained } from '../files/reasons.js';
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
      'Svaret ska ha getts inom svarstiden. Kom det senare ska svarstiden förlängas först.',
      'The answer must have been given within the term. If it came later, extend the term first.',
    ),
    needs: 'state',
    mendedBy: 'extend',
    holds: ({ context, step }) => context.passedOn === null || step.meta.day < context.passedOn,
  },
  newTermEndsLater: {
    says: text(
      'Den nya svarstiden ska sluta tidigast i dag.',
      'The new term must end today at the earliest.',
    ),
    needs: ['until'],
    holds: ({ step }) => (dataOf<{ until?: Day }>(step).until ?? step.meta.day) >= step.meta.day,
  },
  otherReasonIsExplained,
  signingHasHappened: {
    says: text(
      'Dagen då kontraktet skrevs får inte ligga i framtiden.',
      'The day of signing must not lie ahead.',
    ),
    needs: ['signedOn'],
    holds: ({ step }) => dataOf<Signing>(step).signedOn <= step.meta.day,
  },
  leaseEndsAfterItBegins: {
    says: text('Kontraktet ska sluta efter att det har börjat.', 'The lease must end after it begins.'),
    needs: ['leaseStart', 'leaseEnd'],
    holds: ({ step }) => dataOf<Signing>(step).leaseStart < dataOf<Signing>(step).leaseEnd,
  },
};
