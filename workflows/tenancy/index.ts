import type { Workflow } from '../definition.js';
import type { Tenancy } from './tenancy.context.js';
import { tenancyDeadlines } from './tenancy.deadlines.js';
import { tenancyDocuments } from './tenancy.documents.js';
import { tenancyEffects } from './tenancy.effects.js';
import { tenancyGuards } from './tenancy.guards.js';
import { tenancyMachine } from './tenancy.machine.js';
import { tenancyMessages } from './tenancy.messages.js';
import { tenancyPolicy } from './tenancy.policy.js';
import { tenancyReasons } from './tenancy.reasons.js';
import { tenancyStates } from './tenancy.states.js';
import { openTenancy, tenancyEvents } from './tenancy.events.js';
import { tenancyUpdates } from './tenancy.updates.js';

/** A household's time in a transitional flat, from the signed lease to the follow-up a year after it moved out. */
const tenancy: Workflow<Tenancy> = {
  name: 'tenancy',
  version: 1,
  label: { sv: 'Boende', en: 'Tenancy' },
  file: 'household',
  open: openTenancy,
  seenBy: ['district', 'housingUnit', 'shis', 'administration'],
  form: 'transitional',
  machine: tenancyMachine,
  primary: 'lease',
  states: tenancyStates,
  events: tenancyEvents,
  guards: tenancyGuards,
  deadlines: tenancyDeadlines,
  updates: tenancyUpdates,
  effects: tenancyEffects,
  policy: tenancyPolicy,
  reasons: tenancyReasons,
  documents: tenancyDocuments,
  messages: tenancyMessages,
};
export default tenancy;
