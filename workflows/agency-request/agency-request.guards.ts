import type { Guard } from '../definition.js';
import { dataOf, text } from '../files/parts.js';
import type { RequestContext } from './agency-request.context.js';

/** What must be so for a request to go on. */
export const guards: Readonly<Record<string, Guard<RequestContext>>> = {
  flatIsProposed: {
    says: text(
      'Lägenheten ska vara upplagd och ännu inte ha fått svar.',
      'The flat must have been added and not yet answered.',
    ),
    needs: ['dwelling'],
    holds: ({ step }) => step.known.dwelling?.state === 'proposed',
  },
  otherReasonIsExplained: {
    says: text(
      'Skriv vad skälet är när du väljer Annat skäl.',
      'Write what the reason is when it is another.',
    ),
    needs: ['reason'],
    holds: ({ step }) => {
      const { reason, note } = dataOf<{ reason: string; note?: unknown }>(step);
      return reason !== 'other' || note !== undefined;
    },
  },
};
