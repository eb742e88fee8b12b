import type { Day, Deadline, Duration, Text } from '../definition.js';
import { onAWorkingDay, text } from '../files/parts.js';
import type { ReferralContext } from './referral.context.js';

const later = (one: Day, other: Day | null): Day => (other !== null && other > one ? other : one);

/** A term for an act, so many working days from when the other side could know. */
const term = (name: string, label: Text, since: Text): Deadline<ReferralContext> => ({
  label,
  rule: text(`{${name}} från det att ${since.sv}.`, `{${name}} from when ${since.en}.`),
  fires: 'past',
  due: ({ since, policy, calendar }) => calendar.workingDay(calendar.add(since, policy[name] as Duration)),
});

/** What runs out in a referral. `draftExpires` and `pauseEnds` move it; the others remind. */
export const deadlines: Readonly<Record<string, Deadline<ReferralContext>>> = {
  draftExpires: {
    label: text('Utkastet går ut', 'The draft expires'),
    rule: text(
      '{draftKeptFor} från den senaste ändringen av utkastet.',
      '{draftKeptFor} from the last change of the draft.',
    ),
    fires: 'on',
    due: ({ context, since, policy, calendar }) =>
      calendar.add(later(since, context.touchedOn), policy['draftKeptFor'] as Duration),
  },
  screeningTerm: {
    label: text('Remissen ska vara granskad', 'The referral is to be screened'),
    rule: text(
      '{screeningTerm} från det att remissen kom till SHIS. Tiden står still medan stadsdelen kompletterar.',
      '{screeningTerm} from when the referral came to SHIS. The time stands still while the district supplements.',
    ),
    fires: 'past',
    due: ({ context, since, policy, calendar }) => {
      const whole = policy['screeningTerm'] as Duration;
      const amount = Math.max(0, whole.amount - context.screeningUsed);
      return calendar.workingDay(calendar.add(since, { ...whole, amount }));
    },
  },
  supplementTerm: term(
    'supplementTerm',
    text('Kompletteringen ska komma', 'The supplement is to come'),
    text('SHIS bad om kompletteringen', 'SHIS asked for the supplement'),
  ),
  contactTerm: {
    label: text('Nästa kontakt med familjen', 'Next contact with the family'),
    rule: onAWorkingDay(
      '{contactEvery} från den senaste kontakten, eller från det att familjen kom i kön.',
      '{contactEvery} from the last contact, or from when the family came into the queue.',
    ),
    fires: 'past',
    due: ({ context, since, policy, calendar }) =>
      calendar.workingDay(
        calendar.add(later(since, context.lastContactOn), policy['contactEvery'] as Duration),
      ),
  },
  reviewTerm: term(
    'reviewTerm',
    text('Genomgången ska vara klar', 'The review is to be done'),
    text('genomgången började', 'the review began'),
  ),
  signTerm: term(
    'signTerm',
    text('Kontraktet ska vara skrivet', 'The lease is to be signed'),
    text('familjen tackade ja', 'the family accepted'),
  ),
  pauseEnds: {
    label: text('Uppehållet slutar', 'The pause ends'),
    rule: text('Den dag som uppehållet gjordes till.', 'The day that the pause was made for.'),
    fires: 'on',
    due: ({ context }) => context.pausedUntil,
  },
};
