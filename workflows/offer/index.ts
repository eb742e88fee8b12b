import type { Workflow } from '../definition.js';
import { text } from '../files/parts.js';
import type { OfferContext } from './offer.context.js';
import { deadlines } from './offer.deadlines.js';
import { documents } from './offer.documents.js';
import { effects } from './offer.effects.js';
import { events, openOffer } from './offer.events.js';
import { guards } from './offer.guards.js';
import { machine } from './offer.machine.js';
import { policy } from './offer.policy.js';
import { offerReasons } from './offer.reasons.js';
import { states } from './offer.states.js';
import { updates } from './offer.updates.js';

/** The offer of one flat to one family, new or as a transfer within SHIS. */
const offer: Workflow<OfferContext> = {
  name: 'offer',
  version: 1,
  label: text('Erbjudande', 'Offer'),
  file: 'household',
  open: openOffer,
  seenBy: ['district', 'shis', 'administration'],
  form: 'transitional',
  machine,
  states,
  events,
  guards,
  deadlines,
  updates,
  effects,
  policy,
  reasons: offerReasons,
  documents,
};
export default offer;
