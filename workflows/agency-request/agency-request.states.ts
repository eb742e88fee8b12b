import type { StateSpec } from '../definition.js';
import { text } from '../files/parts.js';

/** What each state is called, who must act there, and its term. */
export const states: Readonly<Record<string, StateSpec>> = {
  sent: {
    label: text('Begärd, väntar på förslag', 'Requested, waiting for a proposal'),
    waitsFor: 'agency',
    due: 'proposalTerm',
    open: true,
  },
  evaluating: {
    label: text('Förslag att ta ställning till', 'A proposal to answer'),
    waitsFor: 'shis',
    due: 'answerTerm',
    open: true,
  },
  fulfilled: { label: text('Klar', 'Fulfilled'), open: false },
  cancelled: { label: text('Tillbakadragen', 'Cancelled'), open: false },
  expired: { label: text('Tiden gick ut', 'Expired'), open: false },
};
