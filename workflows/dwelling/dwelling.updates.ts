import type { Seen } from '../definition.js';
import type { DwellingData } from '../files/dwelling.js';
import { dataOf } from '../files/parts.js';
import type { Dwelling } from './dwelling.context.js';
import { answering } from './dwelling.parties.js';
import type { Approve, Let, OutOfService, Reserve } from './dwelling.events.js';

type Update = (seen: Seen<Dwelling>) => Partial<Dwelling>;
const free = { offer: null, household: null, form: null, lease: null } as const;

/** How each step changes what is remembered. */
export const dwellingUpdates: Readonly<Record<string, Update>> = {
  opened: ({ step }) => ({ source: dataOf<DwellingData>(step).source }),
  earmark: ({ step }) => ({
    earmarkedFor: dataOf<Approve>(step).earmarkedFor ?? null,
    keptBy: answering(step),
    acceptedBy: answering(step) === 'shis' ? null : step.meta.organisation,
  }),
  unearmark: () => ({ earmarkedFor: null }),
  reserve: ({ step }) => {
    const { offer, household, form } = dataOf<Reserve>(step);
    return { offer, household, form };
  },
  release: () => free,
  let: ({ context, step }) => {
    const { from, signedOn, form, kind = null, household, lessee = null } = dataOf<Let>(step);
    const booked = context.booked || context.source === 'agency';
    return {
      lease: { from, signedOn, form, kind },
      household,
      lessee,
      offer: null,
      earmarkedFor: null,
      booked,
    };
  },
  cancelLet: () => ({ ...free, lessee: null }),
  vacate: () => free,
  becomeEmpty: () => ({ empty: true }),
  becomeLivedIn: () => ({ empty: false }),
  takeOutOfService: ({ step }) => {
    const { reason, until = null } = dataOf<OutOfService>(step);
    return { outOfService: { reason, until } };
  },
  putInService: () => ({ outOfService: null }),
  leave: () => ({ ...free, earmarkedFor: null, empty: false, left: true }),
};
