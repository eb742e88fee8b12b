import type { Guard } from '../definition.js';
import { dataOf } from '../files/parts.js';
import { otherReasonIsExplained } from '../files/reasons.js';
import { sameFile } from '../refs.js';
import type { Dwelling } from './dwelling.context.js';
import type { Let, OutOfService, Reserve, Unearmark, Vacate } from './dwelling.events.js';

/** What must be so, each with its sentence. */
export const dwellingGuards: Readonly<Record<string, Guard<Dwelling>>> = {
  comesFromAgency: {
    says: {
      sv: 'Lägenheten ska komma från Bostadsförmedlingen.',
      en: 'The flat must come from the housing agency.',
    },
    needs: 'state',
    holds: ({ context }) => context.source === 'agency',
  },
  isInYourCare: {
    says: {
      sv: 'Lägenheten ska skötas av er: SHIS sköter sina, nämnden eller enheten dem som den hyr eller har godtagit.',
      en: 'The flat must be in your care: SHIS looks after its own, a board or unit after those that it leases or accepted.',
    },
    needs: 'state',
    holds: ({ context, step }) =>
      context.keptBy === 'shis'
        ? step.meta.orgKind === 'shis'
        : step.known.dwelling?.keeper === step.meta.organisation,
  },
  isInService: {
    says: { sv: 'Lägenheten ska vara i bruk.', en: 'The flat must be in service.' },
    needs: 'state',
    mendedBy: 'putInService',
    holds: ({ context }) => context.outOfService === null,
  },
  hasLeftStock: {
    says: { sv: 'Lägenheten har lämnat beståndet.', en: 'The flat has left the stock.' },
    needs: 'state',
    holds: ({ context }) => context.left,
  },
  isFreeForHousehold: {
    says: {
      sv: 'Lägenheten får inte vara öronmärkt för en annan familj.',
      en: 'The flat must not be earmarked for another family.',
    },
    needs: ['household'],
    holds: ({ context, step }) =>
      context.earmarkedFor === null || sameFile(context.earmarkedFor, dataOf<Reserve>(step).household),
  },
  isReservedForHousehold: {
    says: {
      sv: 'Lägenheten ska vara reserverad för den familj som skriver kontraktet.',
      en: 'The flat must be reserved for the family that signs the lease.',
    },
    needs: ['household'],
    holds: ({ context, step }) => sameFile(context.household, dataOf<Let>(step).household),
  },
  isEarmarkedForHousehold: {
    says: {
      sv: 'Lägenheten ska vara öronmärkt för den familjen.',
      en: 'The flat must be earmarked for that family.',
    },
    needs: ['household'],
    holds: ({ context, step }) => sameFile(context.earmarkedFor, dataOf<Unearmark>(step).household),
  },
  vacatedAfterLeaseBegan: {
    says: {
      sv: 'Dagen då lägenheten tömdes får inte ligga före kontraktets första dag.',
      en: 'The day the flat was vacated must not lie before the first day of the lease.',
    },
    needs: ['on'],
    holds: ({ context, step }) => context.lease === null || dataOf<Vacate>(step).on >= context.lease.from,
  },
  otherReasonIsExplained,
  untilIsAhead: {
    says: {
      sv: 'Dagen då lägenheten beräknas vara klar får inte ha passerat.',
      en: 'The day the flat is expected to be ready must not have passed.',
    },
    needs: ['reason'],
    holds: ({ step }) => (dataOf<OutOfService>(step).until ?? step.meta.day) >= step.meta.day,
  },
};
