import type { Day, ProcessRef, Seen } from '../definition.js';
import { dataOf } from '../files/parts.js';
import type { OfferContext } from './offer.context.js';

interface Opening {
  readonly dwelling: ProcessRef;
  readonly purpose: OfferContext['purpose'];
  readonly foreseeable?: readonly string[];
}

/** How an offer's memory changes. */
export const updates: Readonly<Record<string, (seen: Seen<OfferContext>) => Partial<OfferContext>>> = {
  opened: ({ context, step }) => {
    const { dwelling, purpose, foreseeable } = dataOf<Opening>(step);
    const flat = step.known.dwelling;
    return {
      dwelling,
      purpose,
      foreseeable: foreseeable ?? null,
      channel: flat?.source ?? context.channel,
      rooms: flat?.rooms ?? null,
      rent: flat?.rent ?? null,
    };
  },
  viewed: ({ step }) => ({ viewedOn: dataOf<{ on?: Day }>(step).on ?? step.meta.day }),
  termPassed: ({ step }) => ({ passedOn: step.meta.day }),
  extended: ({ step }) => ({ answerBy: dataOf<{ until?: Day }>(step).until ?? null, passedOn: null }),
  ended: ({ step }) => ({ reason: dataOf<{ reason: string }>(step).reason }),
  endedUnanswered: () => ({ reason: 'no-answer' }),
  signed: ({ context, step }) => ({ rent: dataOf<{ rent?: number }>(step).rent ?? context.rent }),
};
