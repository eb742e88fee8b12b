import type { FileKind } from '../definition.js';
import { dwellingRecord, type DwellingRecord } from './dwelling.data.js';
import { dwellingEvents, dwellingGuards } from './dwelling.events.js';
import { dwellingFacts } from './dwelling.facts.js';
import { applyDwelling } from './dwelling.updates.js';

export { dwellingData, dwellingRecord, dwellingShape } from './dwelling.data.js';
export type { DwellingData, DwellingRecord } from './dwelling.data.js';
export { dwellingOn } from './dwelling.updates.js';

/** What every dwelling file can do. No organisation answers for a flat: those who may see its process see the file. */
export const dwelling: FileKind<DwellingRecord> = {
  name: 'dwelling',
  label: { sv: 'Lägenhet', en: 'Dwelling' },
  record: dwellingRecord,
  events: dwellingEvents,
  apply: applyDwelling,
  facts: dwellingFacts,
  guards: dwellingGuards,
  responsible: () => null,
  assignee: (record) => record.assignee,
};
