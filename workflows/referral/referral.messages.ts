import type { Text } from '../definition.js';
import { text } from '../files/parts.js';

/** What people are told of a referral that they follow. */
export const messages: Readonly<Record<string, Text>> = {
  'is-elsewhere': text(
    'En person i en ny remiss finns också i ett annat ärende. Se om det är samma familj: slå ihop ärendena, eller avsluta det ena som dubblett.',
    'A person in a new referral is in another case as well. See whether it is the same family: merge the cases, or close one as a duplicate.',
  ),
  'no-child-left': text(
    'Inget barn under 18 år bor längre hemma i ett hushåll som väntar på bostad. Se om remissen ska vara kvar.',
    'No child under 18 lives at home any longer in a household that waits for a home. See whether the referral is to remain.',
  ),
};
