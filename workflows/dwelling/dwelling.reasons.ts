import type { Reason } from '../definition.js';
import { flatDoesNotDo, other, reasons, otherExplained } from '../files/reasons.js';

/** Why SHIS (or, by its own case, a district or the housing unit) turns a flat down. The first two: no flat was needed. */
const decline = reasons('shis', {
  'own-stock': ['Behovet täcks i egna anläggningar', 'Own stock suffices'],
  'no-family': ['Ingen familj i kön passar', 'No family in the queue fits'],
  ...flatDoesNotDo,
  ...otherExplained,
});

/** Why a flat cannot be lived in for a while. */
const outOfService = reasons('shis', {
  water: ['Vattenskada', 'Water damage'],
  fire: ['Brand', 'Fire'],
  pests: ['Skadedjur', 'Pests'],
  damage: ['Skadegörelse eller slitage', 'Damage or wear'],
  renovation: ['Renovering', 'Renovation'],
  inspection: ['Myndighets- eller säkerhetskrav', 'Required by inspection or safety'],
  ...other,
});

/** Coded reasons; never renamed in place. */
export const dwellingReasons: Readonly<Record<string, readonly Reason[]>> = { decline, outOfService };
