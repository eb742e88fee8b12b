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
    says: text('Familjen ska vänta på bostad.', 'The family must be waiting for a home.'),
    needs: 'state',
    holds: ({ context }) => context.waiting,
  },
  waitingIsOver: {
    says: text('Familjen väntar inte längre.', 'The family is no longer waiting.'),
    needs: 'state',
    holds: ({ context }) => !context.waiting,
  },
  pauseEndsLater: {
    says: text(
      'Uppehållet ska sluta en senare dag än i dag.',
      'The pause must end on a later day than today.',
    ),
    needs: ['until'],
    holds: ({ step }) => dataOf<{ until: string }>(step).until > step.meta.day,
  },
  wasClosedFromQueue: wasClosedFrom(
    'queued',
    'Remissen ska ha avslutats innan familjen fick bostad. Har den fått bostad skrivs en ny remiss i samma ärende.',
    'The referral must have been closed before the family got a home. A family that got one has a new referral in the same file.',
  ),
  wasClosedFromDraft: wasClosedFrom(
    'draft',
    'Remissen ska ha avslutats som utkast.',
    'It must have been closed as a draft.',
  ),
  isReopenedByShis: {
    says: text(
      'En remiss som har skickats till SHIS ska öppnas av SHIS. Be dem öppna den.',
      'A referral that was sent to SHIS must be reopened by SHIS. Ask them to reopen it.',
    ),
    needs: 'state',
    holds: ({ step }) => step.meta.orgKind === 'shis',
  },
  wasClosedFromScreening: wasClosedFrom(
    'screening',
    'Remissen ska ha avslutats när den granskades.',
    'It must have been closed while being screened.',
  ),
  wasClosedFromSupplementing: wasClosedFrom(
    'supplementing',
    'Remissen ska ha avslutats i väntan på komplettering.',
    'It must have been closed while waiting for a supplement.',
  ),
  wasClosedFromReview: wasClosedFrom(
    'review',
    'Remissen ska ha avslutats vid den gemensamma genomgången.',
    'It must have been closed at the joint review.',
  ),
};
