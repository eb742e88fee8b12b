import type { Workflow } from '../definition.js';
import { text } from '../files/parts.js';
import type { RequestContext } from './agency-request.context.js';
import { deadlines } from './agency-request.deadlines.js';
import { effects } from './agency-request.effects.js';
import { events, openRequest } from './agency-request.events.js';
import { guards } from './agency-request.guards.js';
import { machine } from './agency-request.machine.js';
import { policy } from './agency-request.policy.js';
import { requestReasons } from './agency-request.reasons.js';
import { states } from './agency-request.states.js';
import { updates } from './agency-request.updates.js';

/** A request to the agency for a flat that the own stock cannot give: overflow, not demand. */
const agencyRequest: Workflow<RequestContext> = {
  name: 'agency-request',
  version: 1,
  label: text('Framställan', 'Request to the agency'),
  file: 'household',
  open: openRequest,
  seenBy: ['shis', 'agency', 'district', 'administration'],
  form: 'transitional',
  machine,
  states,
  events,
  guards,
  deadlines,
  updates,
  effects,
  policy,
  reasons: requestReasons,
};
export default agencyRequest;
