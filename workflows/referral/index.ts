import type { Workflow } from '../definition.js';
import { text } from '../files/parts.js';
import type { ReferralContext } from './referral.context.js';
import { deadlines } from './referral.deadlines.js';
import { deliveries } from './referral.deliveries.js';
import { documents } from './referral.documents.js';
import { effects } from './referral.effects.js';
import { events, openReferral } from './referral.events.js';
import { opening } from './referral.form.js';
import { guards } from './referral.guards.js';
import { machine } from './referral.machine.js';
import { messages } from './referral.messages.js';
import { policy } from './referral.policy.js';
import { referralReasons } from './referral.reasons.js';
import { states } from './referral.states.js';
import { updates } from './referral.updates.js';

/** The referral of a family to SHIS: draft, screening, queue, offers, home. */
const referral: Workflow<ReferralContext> = {
  name: 'referral',
  version: 1,
  label: text('Remiss', 'Referral'),
  file: 'household',
  open: openReferral,
  opening,
  seenBy: ['district', 'shis', 'administration'],
  discloses: ({ ground }) => ({
    shis: ground === null ? 'none' : ground === 'withdrawn' ? 'coded' : 'shared',
  }),
  form: 'transitional',
  machine,
  primary: 'stage',
  states,
  events: { ...events, ...deliveries },
  guards,
  deadlines,
  updates,
  effects,
  policy,
  reasons: referralReasons,
  documents,
  messages,
};
export default referral;
