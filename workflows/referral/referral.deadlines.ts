import type { Day, Deadline, Duration } from '../definition.js';
import { text } from '../files/parts.js';
import type { ReferralContext } from './referral.context.js';

const later = (one: Day, other: Day | null): Day => (other !== null && other > one ? other : one);

/** A term for an act, so many working days from when the other side could know. */
const term = (name: string, sv: string, en: string): Deadline<ReferralContext> => ({
  label: text(sv, en),
  rule: `policy ${name}`,
  fires: 'past',
  due: ({ since, policy, calendar }) => calendar.workingDay(calendar.add(since, policy[name] as Duration)),
});

/** What runs out in a referral. `draftExpires` and `pauseEnds` move it; the others remind. */
export const deadlines: Readonly<Record<string, Deadline<ReferralContext>>> = {
  draftExpires: {
    label: text('Utkastet går ut', 'The draft expires'),
    rule: 'policy draftKeptFor, from the last change of the draft',
    fires: 'on',
    due: ({ context, since, policy, calendar }) =>
      calendar.add(later(since, context.touchedOn), policy['draftKeptFor'] as Duration),
  },
  screeningTerm: {
    label: text('Remissen ska vara granskad', 'The referral is to be screened'),
    rule: 'policy screeningTerm, standing still while the district supplements',
    fires: 'past',
    due: ({ context, since, policy, calendar }) => {
      const whole = policy['screeningTerm'] as Duration;
      const amount = Math.max(0, whole.amount - context.screeningUsed);
      return calendar.workingDay(calendar.add(since, { ...whole, amount }));
    },
  },
  supplementTerm: term('supplementTerm', 'Kompletteringen ska komma', 'The supplement is to come'),
  contactTerm: {
    label: text('Nästa kontakt med familjen', 'Next contact with the family'),
    rule: 'policy contactEvery, from the last contact',
    fires: 'past',
    due: ({ context, since, policy, calendar }) =>
      calendar.workingDay(
        calendar.add(later(since, context.lastContactOn), policy['contactEvery'] as Duration),
      ),
  },
  reviewTerm: term('reviewTerm', 'Genomgången ska vara klar', 'The review is to be done'),
  signTerm: term('signTerm', 'Kontraktet ska vara skrivet', 'The lease is to be signed'),
  pauseEnds: {
    label: text('Uppehållet slutar', 'The pause ends'),
    rule: 'the day given with the pause',
    fires: 'on',
    due: ({ context }) => context.pausedUntil,
  },
};
