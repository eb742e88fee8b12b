import type { Reason } from '../definition.js';
import {
  companyDoesNotAgree,
  flatIsNotReady,
  offerDoesNotSuit,
  other,
  reasons,
  otherExplained,
} from '../files/reasons.js';

/** The reason lists of an offer. All refusals but `own-housing` and `other-form` count towards the referral's review. */
export const offerReasons: Readonly<Record<string, readonly Reason[]>> = {
  refusal: reasons('household', { ...offerDoesNotSuit, ...otherExplained }),
  fallThrough: [
    ...reasons('household', offerDoesNotSuit),
    ...reasons('company', companyDoesNotAgree),
    ...reasons('shis', { ...flatIsNotReady, ...other }),
  ],
  withdrawOffer: reasons('shis', {
    'out-of-service': ['Lägenheten är ur bruk', 'The flat is out of service'],
    'referral-closed': ['Remissen avslutades', 'The referral was closed'],
    'tenancy-ended': ['Boendet avslutades', 'The tenancy ended'],
    'made-in-error': ['Gjordes av misstag', 'Made in error'],
    'let-to-other': ['Lägenheten uthyrd till annan', 'Flat let to another'],
    'needs-changed': ['Behovet har ändrats', 'The needs have changed'],
    ...other,
  }),
};
