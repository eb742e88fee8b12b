import type { Guard } from '../definition.js';
import { dataOf, text } from '../files/parts.js';
import type { ClosedFrom, ReferralContext } from './referral.context.js';

const wasClosedFrom = (from: ClosedFrom, sv: string, en: string): Guard<ReferralContext> => ({
  says: text(sv, en),
  needs: 'state',
  holds: ({ context }) => context.closedFrom === from,
});

/** Pause, and what decides where a closed referral opens again. The sentence of the first is what a placed family's referral answers. */
export const endGuards: Readonly<Record<string, Guard<ReferralContext>>> = {
  familyIsWaiting: {
    says: text('Familjen väntar på bostad.', 'The family is waiting for a home.'),
    needs: 'state',
    holds: ({ context }) => context.waiting,
  },
  waitingIsOver: {
    says: text('Familjen väntar inte längre.', 'The family is no longer waiting.'),
    needs: 'state',
    holds: ({ context }) => !context.waiting,
  },
  pauseEndsLater: {
    says: text('Uppehållet slutar en senare dag.', 'The pause ends on a later day.'),
    needs: ['until'],
    holds: ({ step }) => dataOf<{ until: string }>(step).until > step.meta.day,
  },
  wasClosedFromQueue: wasClosedFrom(
    'queued',
    'Remissen avslutades innan familjen fick bostad. Har den fått bostad skrivs en ny remiss i samma ärende.',
    'The referral was closed before the family got a home. A family that got one has a new referral in the same file.',
  ),
  wasClosedFromDraft: wasClosedFrom('draft', 'Remissen avslutades som utkast.', 'It was closed as a draft.'),
  isReopenedByShis: {
    says: text(
      'SHIS öppnar en remiss som har skickats dit. Be dem öppna den.',
      'SHIS reopens a referral that was sent there. Ask them to reopen it.',
    ),
    needs: 'state',
    holds: ({ step }) => step.meta.orgKind === 'shis',
  },
  wasClosedFromScreening: wasClosedFrom(
    'screening',
    'Remissen avslutades när den granskades.',
    'It was closed while being screened.',
  ),
  wasClosedFromSupplementing: wasClosedFrom(
    'supplementing',
    'Remissen avslutades i väntan på komplettering.',
    'It was closed while waiting for a supplement.',
  ),
  wasClosedFromReview: wasClosedFrom(
    'review',
    'Remissen avslutades vid den gemensamma genomgången.',
    'It was closed at the joint review.',
  ),
};
