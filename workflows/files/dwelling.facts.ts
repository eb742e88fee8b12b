import type { FileKind } from '../definition.js';
import type { UpdateDwelling } from './dwelling.events.js';
import { dataOf } from './parts.js';

/** What reports learn of a flat's own data: what an empty day costs, from which day. The first is told by its opening. */
export const dwellingFacts: FileKind['facts'] = {
  updateDwelling: (step) => {
    const { from, dailyCost } = dataOf<UpdateDwelling>(step);
    return dailyCost === undefined ? [] : [{ kind: 'dailyCost', value: dailyCost, on: from }];
  },
};
