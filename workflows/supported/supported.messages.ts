import type { Text } from '../definition.js';
import { text } from '../files/parts.js';

/** What people are told of a case of supported housing that they follow. */
export const messages: Readonly<Record<string, Text>> = {
  'no-adult-left': text(
    'Ingen vuxen är kvar i ett hushåll som har ansökt om stöd i boendet eller har det. Se om ärendet ska vara kvar.',
    'No adult is left in a household that has applied for support in housing or has it. See whether the case is to remain.',
  ),
};
