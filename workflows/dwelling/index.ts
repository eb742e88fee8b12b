import type { Workflow } from '../definition.js';
import type { Dwelling } from './dwelling.context.js';
import { dwellingDeadlines } from './dwelling.deadlines.js';
import { dwellingEffects } from './dwelling.effects.js';
import { dwellingEvents, openDwelling } from './dwelling.events.js';
import { dwellingGuards } from './dwelling.guards.js';
import { dwellingMachine } from './dwelling.machine.js';
import { dwellingMessages } from './dwelling.messages.js';
import { dwellingPolicy } from './dwelling.policy.js';
import { dwellingReasons } from './dwelling.reasons.js';
import { dwellingStates } from './dwelling.states.js';
import { dwellingUpdates } from './dwelling.updates.js';

/** A flat, from the day it is proposed or belongs to the stock until it has left it. One file is one lease-in. */
const dwelling: Workflow<Dwelling> = {
  name: 'dwelling',
  version: 1,
  label: { sv: 'Lägenhet', en: 'Dwelling' },
  file: 'dwelling',
  open: openDwelling,
  seenBy: ['shis', 'agency', 'district', 'housingUnit', 'administration'],
  machine: dwellingMachine,
  primary: 'stock',
  states: dwellingStates,
  events: dwellingEvents,
  guards: dwellingGuards,
  deadlines: dwellingDeadlines,
  updates: dwellingUpdates,
  effects: dwellingEffects,
  policy: dwellingPolicy,
  reasons: dwellingReasons,
  messages: dwellingMessages,
};
export default dwelling;
