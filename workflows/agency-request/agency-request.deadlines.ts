import type { Deadline, Duration } from '../definition.js';
import { text } from '../files/parts.js';
import type { RequestContext } from './agency-request.context.js';

const term = (name: string, sv: string, en: string): Deadline<RequestContext> => ({
  label: text(sv, en),
  rule: `policy ${name}`,
  fires: 'past',
  due: ({ since, policy, calendar }) => calendar.workingDay(calendar.add(since, policy[name] as Duration)),
});

/** What runs out in a request. Only `requestExpires` moves it; the proposals and answers in between do not prolong it. */
export const deadlines: Readonly<Record<string, Deadline<RequestContext>>> = {
  proposalTerm: term('proposalTerm', 'Förslag ska komma', 'A proposal is to come'),
  answerTerm: term('answerTerm', 'Förslaget ska besvaras', 'The proposal is to be answered'),
  requestExpires: {
    label: text('Framställan går ut', 'The request expires'),
    rule: 'policy requestHoldsFor, from the day it was sent',
    fires: 'on',
    due: ({ context, since, policy, calendar }) =>
      calendar.add(context.sentOn ?? since, policy['requestHoldsFor'] as Duration),
  },
};
