import type { Deadline, Duration, Text } from '../definition.js';
import { text } from '../files/parts.js';
import { followUpDay } from './supported.follow-ups.js';
import type { SupportedContext } from './supported.context.js';

type SupportedDeadline = Deadline<SupportedContext>;

/** A term for an act, so long from when the one who must act could know. */
const term = (name: string, label: Text, since: Text): SupportedDeadline => ({
  label,
  rule: text(
    `{${name}} från det att ${since.sv}. Är den dagen ledig gäller nästa arbetsdag.`,
    `{${name}} from when ${since.en}. If that is no working day, the next one.`,
  ),
  fires: 'past',
  due: ({ since: from, policy, calendar }) =>
    calendar.workingDay(calendar.add(from, policy[name] as Duration)),
});

/** What runs out in a case of supported housing. All of it reminds; nothing ends by itself. */
export const deadlines: Readonly<Record<string, SupportedDeadline>> = {
  decisionTerm: term(
    'decisionTerm',
    text('Beslut ska fattas', 'To be decided'),
    text('ansökan kom in', 'the application came in'),
  ),
  requestTerm: term(
    'requestTerm',
    text('Lägenhet ska begäras', 'A flat is to be requested'),
    text('beslutet fattades', 'the decision was made'),
  ),
  proposalTerm: term(
    'proposalTerm',
    text('Förslag ska komma', 'A proposal is to come'),
    text(
      'lägenheten begärdes, eller det förra förslaget inte dög',
      'the flat was requested, or the last proposal did not do',
    ),
  ),
  answerTerm: term(
    'answerTerm',
    text('Förslaget ska besvaras', 'The proposal is to be answered'),
    text('förslaget kom', 'the proposal came'),
  ),
  offerTerm: term(
    'offerTerm',
    text('Svar ska lämnas', 'An answer is to be given'),
    text('lägenheten erbjöds', 'the flat was offered'),
  ),
  signTerm: term(
    'signTerm',
    text('Förstahandskontraktet ska vara skrivet', 'The first-hand lease is to be signed'),
    text('den sökande tackade ja', 'the applicant accepted'),
  ),
  subletTerm: term(
    'subletTerm',
    text('Lägenheten ska hyras ut i andra hand', 'The flat is to be sublet'),
    text('förstahandskontraktet skrevs', 'the first-hand lease was signed'),
  ),
  followUp: {
    label: text('Uppföljning, eller kontraktets slut', 'Follow-up, or the end of the lease'),
    rule: text(
      '{firstFollowUp} från andrahandskontraktets första dag, därefter {followUpStep} från den senaste uppföljningen; kontraktets sista dag när den kommer först.',
      '{firstFollowUp} from the first day of the second-hand lease, then {followUpStep} from the last follow-up; the last day of the lease where that comes first.',
    ),
    fires: 'past',
    due: ({ context, policy, calendar }) => {
      const [next, last] = [followUpDay(context, policy, calendar), context.sublet?.to ?? null];
      return next !== null && last !== null && last < next ? last : next;
    },
  },
};
