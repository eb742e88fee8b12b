import type { StateSpec } from '../definition.js';
import { text } from '../files/parts.js';

/** What each state is called, who must act there, and its term. */
export const states: Readonly<Record<string, StateSpec>> = {
  'stage.draft': { label: text('Utkast', 'Draft'), waitsFor: 'district', open: true },
  'stage.screening': {
    label: text('Granskas av SHIS', 'Being screened by SHIS'),
    waitsFor: 'shis',
    due: 'screeningTerm',
    open: true,
  },
  'stage.supplementing': {
    label: text('Väntar på komplettering', 'Waiting for a supplement'),
    waitsFor: 'district',
    due: 'supplementTerm',
    open: true,
  },
  'stage.queued': { label: text('I kö', 'In the queue'), waitsFor: 'shis', due: 'contactTerm', open: true },
  'stage.offered': {
    label: text('Har ett erbjudande', 'Has an offer'),
    waitsFor: 'shis',
    restsBecause: text('Erbjudandet har sin egen svarstid.', 'The offer has a term of its own.'),
    open: true,
  },
  'stage.review': {
    label: text('Gemensam genomgång', 'Joint review'),
    waitsFor: 'shis',
    due: 'reviewTerm',
    open: true,
  },
  'stage.accepted': {
    label: text('Har tackat ja', 'Has accepted'),
    waitsFor: 'shis',
    due: 'signTerm',
    open: true,
  },
  'stage.placed': {
    label: text('Har fått bostad', 'Has got a home'),
    restsBecause: text(
      'Boendet följs i sitt eget förlopp.',
      'The tenancy is followed in a process of its own.',
    ),
    open: true,
  },
  'stage.closed': { label: text('Avslutad', 'Closed'), open: false },
  'hold.going': {
    label: text('Pågår', 'Going on'),
    restsBecause: text('Remissen löper utan uppehåll.', 'The referral runs without a pause.'),
    open: true,
  },
  'hold.paused': {
    label: text('Uppehåll', 'Paused'),
    restsBecause: text('Uppehållet slutar av sig självt.', 'The pause ends by itself.'),
    open: true,
  },
};
