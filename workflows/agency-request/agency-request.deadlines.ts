import type { Deadline, Duration, Text } from '../definition.js';
import { text } from '../files/parts.js';
import type { RequestContext } from './agency-request.context.js';

const term = (name: string, label: Text, rule: Text): Deadline<RequestContext> => ({
  label,
  rule,
  fires: 'past',
  due: ({ since, policy, calendar }) => calendar.workingDay(calendar.add(since, policy[name] as Duration)),
});

/** What runs out in a request. Only `requestExpires` moves it; the proposals and answers in between do not prolong it. */
export const deadlines: Readonly<Record<string, Deadline<RequestContext>>> = {
  proposalTerm: term(
    'proposalTerm',
    text('Förslag ska komma', 'A proposal is to come'),
    text(
      '{proposalTerm} från framställan, eller från det att det förra förslaget inte dög.',
      '{proposalTerm} from the request, or from when the last proposal did not do.',
    ),
  ),
  answerTerm: term(
    'answerTerm',
    text('Förslaget ska besvaras', 'The proposal is to be answered'),
    text('{answerTerm} från förslaget.', '{answerTerm} from the proposal.'),
  ),
  requestExpires: {
    label: text('Framställan går ut', 'The request expires'),
    rule: text('{requestHoldsFor} från framställan.', '{requestHoldsFor} from the request.'),
    fires: 'on',
    due: ({ context, since, policy, calendar }) =>
      calendar.add(context.sentOn ?? since, policy['requestHoldsFor'] as Duration),
  },
};
