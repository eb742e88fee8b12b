import type { Reason } from '../definition.js';
import { companyDoesNotAgree, flatDoesNotDo, other, reasons, otherExplained } from '../files/reasons.js';

/**
 * The reason lists of a request. In `decline`, `own-stock` and `no-family` say that no flat was needed; the seven others
 * speak of the flat. That is the board's question: they are kept apart everywhere.
 */
export const requestReasons: Readonly<Record<string, readonly Reason[]>> = {
  decline: reasons('shis', {
    'own-stock': ['Behovet täcks i egna anläggningar', 'Own stock suffices'],
    'no-family': ['Ingen familj i kön passar', 'No family in the queue fits'],
    ...flatDoesNotDo,
    ...otherExplained,
  }),
  landlord: reasons('company', {
    ...companyDoesNotAgree,
    other: ['Annat', 'Other'],
  }),
  cancel: reasons('shis', {
    'own-stock': ['Behovet täcks i egna anläggningar', 'Own stock suffices'],
    'referral-closed': ['Remissen avslutades', 'The referral was closed'],
    placed: ['Familjen har fått bostad', 'The family has got a home'],
    'needs-changed': ['Behovet har ändrats', 'The needs have changed'],
    mistake: ['Gjordes av misstag', 'Made in error'],
    ...other,
  }),
};
