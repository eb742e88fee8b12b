import type { Guard } from '../definition.js';
import { text } from '../files/parts.js';
import { otherReasonIsExplained } from '../files/reasons.js';
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
  otherReasonIsExplained,
};
