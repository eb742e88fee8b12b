import type { FileKind } from '../definition.js';
import { householdRecord, namedIn, type HouseholdRecord } from './household.data.js';
import { householdDoubts } from './household.doubts.js';
import { householdEvents } from './household.events.js';
import { householdGuards } from './household.guards.js';
import { applyHousehold } from './household.updates.js';
import { householdCarries, partingEffects } from './parting.updates.js';
import { text } from './parts.js';

export {
  householdData,
  householdRecord,
  isMember,
  membersOn,
  namedIn,
  situations,
} from './household.data.js';
export type { HouseholdData, HouseholdRecord } from './household.data.js';

const mergedElsewhere = text(
  'Ärendet har slagits ihop med ett annat och fortsätter där. Gör det som ska göras i det ärendet.',
  'The case was merged into another and goes on there. Do what has to be done in that case.',
);

/** What every household file can do, whatever runs in it. The district answers for it; each open process is told. */
export const household: FileKind<HouseholdRecord> = {
  name: 'household',
  label: { sv: 'Hushåll', en: 'Household' },
  record: householdRecord,
  events: householdEvents,
  apply: applyHousehold,
  guards: householdGuards,
  doubts: householdDoubts,
  tells: 'householdChanged',
  carries: householdCarries,
  effects: partingEffects,
  rests: ({ mergedInto }) => (mergedInto === undefined ? null : mergedElsewhere),
  responsible: (record) => record.district,
  assignee: (record) => record.assignee,
  handlers: namedIn,
  protection: (record) => record.protection,
};
