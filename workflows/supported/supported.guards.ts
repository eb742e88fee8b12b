import type { Day, Guard, ProcessRef } from '../definition.js';
import { dataOf, text } from '../files/parts.js';
import { otherReasonIsExplained } from '../files/reasons.js';
import type { SupportedContext, SupportKind } from './supported.context.js';

type SupportedGuard = Guard<SupportedContext>;
interface On {
  readonly on: Day;
}

const flats: Readonly<Record<string, SupportedGuard>> = {
  flatIsLeasedByUs: {
    says: text(
      'Lägenheten ska vara ledig och redan hyras av den nämnd eller enhet som har ärendet.',
      'The flat must be free, and already leased by the board or unit that has the case.',
    ),
    needs: ['dwelling'],
    holds: ({ step: { known } }) =>
      known.dwelling?.state === 'available' &&
      known.dwelling.lessee != null &&
      known.dwelling.lessee === known.responsible,
  },
  flatIsProposed: {
    says: text(
      'Lägenheten ska vara upplagd och ännu inte ha fått svar.',
      'The flat must have been added and not yet answered.',
    ),
    needs: ['dwelling'],
    holds: ({ step }) => step.known.dwelling?.state === 'proposed',
  },
  flatCanBeOffered: {
    says: text(
      'Lägenheten ska komma från Bostadsförmedlingen, och vara föreslagen eller ledig.',
      'The flat must come from the housing agency, and be proposed or available.',
    ),
    needs: ['dwelling'],
    holds: ({ step: { known } }) =>
      known.dwelling?.source === 'agency' && ['proposed', 'available'].includes(known.dwelling.state),
  },
  flatWasProposedHere: {
    says: text(
      'Lägenheten ska vara den som Bostadsförmedlingen har föreslagit. Avböj den först om det ska bli en annan.',
      'The flat must be the one that the agency proposed. Decline that one first if it is to be another.',
    ),
    needs: ['dwelling'],
    holds: ({ context, step }) =>
      context.dwelling?.ref === dataOf<{ dwelling: ProcessRef }>(step).dwelling.ref,
  },
  flatWasLost: {
    says: text('Lägenheten går inte längre att bo i.', 'The flat can no longer be lived in.'),
    needs: 'state',
    holds: ({ step }) => step.meta.cause === 'process',
  },
};

const answers: Readonly<Record<string, SupportedGuard>> = {
  appealIsUpheld: {
    says: text('Överklagandet ska ha bifallits.', 'The appeal must have been upheld.'),
    needs: ['upheld'],
    holds: ({ step }) => dataOf<{ upheld: boolean }>(step).upheld,
  },
  otherReasonIsExplained,
  signingHasHappened: {
    says: text(
      'Dagen då kontraktet skrevs får inte ligga i framtiden.',
      'The day of signing must not lie ahead.',
    ),
    needs: ['signedOn'],
    holds: ({ step }) => dataOf<{ signedOn: Day }>(step).signedOn <= step.meta.day,
  },
};

const stay: Readonly<Record<string, SupportedGuard>> = {
  subletEndsAfterItBegins: {
    says: text('Kontraktet ska sluta efter att det har börjat.', 'The lease must end after it begins.'),
    needs: ['from', 'to'],
    holds: ({ step }) => {
      const { from, to } = dataOf<{ from: Day; to: Day }>(step);
      return from < to;
    },
  },
  subletBeginsWithTheLease: {
    says: text(
      'Andrahandskontraktet får inte börja före förstahandskontraktet.',
      'The second-hand lease must not begin before the first-hand lease.',
    ),
    needs: ['from'],
    holds: ({ context, step }) =>
      context.leaseStart !== null && dataOf<{ from: Day }>(step).from >= context.leaseStart,
  },
  renewalEndsLater: {
    says: text(
      'Den nya sista dagen ska ligga efter den nuvarande.',
      'The new last day must lie after the present one.',
    ),
    needs: ['to'],
    holds: ({ context, step }) => context.sublet !== null && dataOf<{ to: Day }>(step).to > context.sublet.to,
  },
  dayHasCome: {
    says: text('Dagen får inte ligga i framtiden.', 'The day must not lie ahead.'),
    needs: ['on'],
    holds: ({ step }) => dataOf<On>(step).on <= step.meta.day,
  },
  duringTheStay: {
    says: text(
      'Dagen får inte ligga före andrahandskontraktets första dag.',
      'The day must not lie before the first day of the second-hand lease.',
    ),
    needs: ['on'],
    holds: ({ context, step }) => context.sublet !== null && dataOf<On>(step).on >= context.sublet.from,
  },
};

/** What must be so, whatever the form. */
export const guards: Readonly<Record<string, SupportedGuard>> = { ...flats, ...answers, ...stay };

/** Trial and training: one becomes the other. */
export const becomesTheOther: SupportedGuard = {
  says: text(
    'Det ska bli det andra av försök och träning.',
    'It must become the other of trial and training.',
  ),
  needs: ['to'],
  holds: ({ context, step }) => dataOf<{ to: SupportKind }>(step).to !== context.kind,
};

/** Housing First: the flat comes with somebody who coordinates the support. */
export const hasCaseManager: SupportedGuard = {
  says: text(
    'En case manager ska vara utsedd innan lägenheten hyrs ut i andra hand.',
    'A case manager must be assigned before the flat is sublet.',
  ),
  needs: 'state',
  mendedBy: 'assignCaseManager',
  holds: ({ context }) => context.caseManager !== null,
};
