import type { Party, Reason } from '../definition.js';
import { text } from '../files/parts.js';

type List = Record<string, readonly [sv: string, en: string]>;
const reasons = (party: Party, list: List): Reason[] =>
  Object.entries(list).map(([code, [sv, en]]) => ({ code, label: text(sv, en), party, from: '2000-01-01' }));

const ofTheFamily: List = {
  area: ['Läget passar inte', 'The area'],
  size: ['Storleken', 'Size'],
  access: ['Våning eller tillgänglighet', 'Floor or access'],
  rent: ['Hyran är för hög', 'Rent too high'],
  school: ['Skola eller förskola', 'School or preschool'],
  safety: ['Otryggt för familjen', 'Not safe for the family'],
  'own-housing': ['Har ordnat egen bostad', 'Found own housing'],
  'other-form': ['Vill ha annan boendeform', 'Wants another form of housing'],
  'no-answer': ['Inget svar', 'No answer'],
};
const ofTheCompany: List = {
  income: ['Inkomst', 'Income'],
  references: ['Referenser', 'References'],
  debt: ['Skuld', 'Debt'],
  'household-size': ['Hushållets storlek', 'Household size'],
  'let-to-other': ['Lägenheten uthyrd till annan', 'Flat let to another'],
};
const ofTheFlat: List = {
  condition: ['Lägenhetens skick', 'Condition'],
  time: ['Inflyttningstiden', 'Time to move in'],
};
const other = (sv: string): List => ({ other: [sv, 'Other reason (write)'] });

/** The reason lists of an offer. All refusals but `own-housing` and `other-form` count towards the referral's review. */
export const offerReasons: Readonly<Record<string, readonly Reason[]>> = {
  refusal: reasons('household', { ...ofTheFamily, ...other('Annat skäl (skriv)') }),
  fallThrough: [
    ...reasons('household', ofTheFamily),
    ...reasons('company', ofTheCompany),
    ...reasons('shis', { ...ofTheFlat, ...other('Annat skäl') }),
  ],
  withdrawOffer: reasons('shis', {
    'out-of-service': ['Lägenheten är ur bruk', 'The flat is out of service'],
    'referral-closed': ['Remissen avslutades', 'The referral was closed'],
    'tenancy-ended': ['Boendet avslutades', 'The tenancy ended'],
    'made-in-error': ['Gjordes av misstag', 'Made in error'],
    'let-to-other': ['Lägenheten uthyrd till annan', 'Flat let to another'],
    'needs-changed': ['Behovet har ändrats', 'The needs have changed'],
    other: ['Annat skäl', 'Other reason'],
  }),
};
