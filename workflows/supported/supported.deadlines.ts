import type { Deadline, Duration, Text } from '../definition.js';
import { text } from '../files/parts.js';
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
  subletEnds: {
    label: text('Andrahandskontraktet går ut', 'The second-hand lease runs out'),
    rule: text(
      'Den sista dagen i andrahandskontraktet, som det skrevs eller senast förlängdes.',
      'The last day of the second-hand lease, as signed or last renewed.',
    ),
    fires: 'past',
    due: ({ context }) => context.sublet?.to ?? null,
  },
};
