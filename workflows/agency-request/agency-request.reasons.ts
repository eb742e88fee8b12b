import type { Party, Reason } from '../definition.js';
import { text } from '../files/parts.js';

const reasons = (party: Party, list: Record<string, readonly [sv: string, en: string]>): Reason[] =>
  Object.entries(list).map(([code, [sv, en]]) => ({ code, label: text(sv, en), party, from: '2000-01-01' }));

/**
 * The reason lists of a request. In `decline`, `own-stock` and `no-family` say that no flat was needed; the seven others
 * speak of the flat. That is the board's question: they are kept apart everywhere.
 */
export const requestReasons: Readonly<Record<string, readonly Reason[]>> = {
  decline: reasons('shis', {
    'own-stock': ['Behovet täcks i egna anläggningar', 'Own stock suffices'],
    'no-family': ['Ingen familj i kön passar', 'No family in the queue fits'],
    size: ['Storleken', 'Size'],
    area: ['Läget', 'Area'],
    condition: ['Lägenhetens skick', 'Condition'],
    access: ['Tillgänglighet', 'Access'],
    rent: ['Hyran är för hög för målgruppen', 'Rent too high for the group'],
    time: ['Inflyttningstiden', 'Time to move in'],
    other: ['Annat skäl (skriv)', 'Other reason (write)'],
  }),
  landlord: reasons('company', {
    income: ['Inkomst', 'Income'],
    references: ['Referenser', 'References'],
    debt: ['Skuld', 'Debt'],
    'household-size': ['Hushållets storlek', 'Household size'],
    'let-to-other': ['Lägenheten uthyrd till annan', 'Flat let to another'],
    other: ['Annat', 'Other'],
  }),
  cancel: reasons('shis', {
    'own-stock': ['Behovet täcks i egna anläggningar', 'Own stock suffices'],
    'referral-closed': ['Remissen avslutades', 'The referral was closed'],
    placed: ['Familjen har fått bostad', 'The family has got a home'],
    'needs-changed': ['Behovet har ändrats', 'The needs have changed'],
    mistake: ['Gjordes av misstag', 'Made in error'],
    other: ['Annat skäl', 'Other reason'],
  }),
};
