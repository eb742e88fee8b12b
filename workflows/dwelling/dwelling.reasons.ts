import type { Party, Reason } from '../definition.js';
import { text } from '../files/parts.js';

const FROM = '2000-01-01';
const reason = (party: Party, code: string, sv: string, en: string): Reason => ({
  code,
  label: text(sv, en),
  party,
  from: FROM,
});

/** Why SHIS (or, by its own case, a district or the housing unit) turns a flat down. The first two: no flat was needed. */
const decline: readonly Reason[] = [
  reason('shis', 'own-stock', 'Behovet täcks i egna anläggningar', 'Own stock suffices'),
  reason('shis', 'no-family', 'Ingen familj i kön passar', 'No family in the queue fits'),
  reason('shis', 'size', 'Storleken', 'Size'),
  reason('shis', 'area', 'Läget', 'Area'),
  reason('shis', 'condition', 'Lägenhetens skick', 'Condition'),
  reason('shis', 'access', 'Tillgänglighet', 'Access'),
  reason('shis', 'rent', 'Hyran är för hög för målgruppen', 'Rent too high for the group'),
  reason('shis', 'time', 'Inflyttningstiden', 'Time to move in'),
  reason('shis', 'other', 'Annat skäl (skriv)', 'Other reason (write)'),
];

/** Why a flat cannot be lived in for a while. */
const outOfService: readonly Reason[] = [
  reason('shis', 'water', 'Vattenskada', 'Water damage'),
  reason('shis', 'fire', 'Brand', 'Fire'),
  reason('shis', 'pests', 'Skadedjur', 'Pests'),
  reason('shis', 'damage', 'Skadegörelse eller slitage', 'Damage or wear'),
  reason('shis', 'renovation', 'Renovering', 'Renovation'),
  reason('shis', 'inspection', 'Myndighets- eller säkerhetskrav', 'Required by inspection or safety'),
  reason('shis', 'other', 'Annat skäl', 'Other reason'),
];

/** Coded reasons; never renamed in place. */
export const dwellingReasons: Readonly<Record<string, readonly Reason[]>> = { decline, outOfService };
