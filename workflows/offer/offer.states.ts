import type { StateSpec } from '../definition.js';
import { text } from '../files/parts.js';

/** What each state is called and who must act there. */
export const states: Readonly<Record<string, StateSpec>> = {
  offered: { label: text('Erbjuden', 'Offered'), waitsFor: 'shis', open: true },
  unanswered: { label: text('Svar saknas', 'Unanswered'), waitsFor: 'shis', due: 'decisionTerm', open: true },
  accepted: { label: text('Tackat ja', 'Accepted'), waitsFor: 'shis', due: 'signTerm', open: true },
  signed: { label: text('Kontrakt skrivet', 'Signed'), open: false },
  refused: { label: text('Tackat nej', 'Refused'), open: false },
  fellThrough: { label: text('Blev inte av', 'Fell through'), open: false },
  withdrawn: { label: text('Tillbakadraget', 'Withdrawn'), open: false },
};
