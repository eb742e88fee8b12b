import { z } from 'zod';
import type { EventSpec } from '../definition.js';
import { field, processRef } from '../fields.js';
import { householdEvents } from './household.events.js';
import { label, optional, text } from './parts.js';

/** Which event of the household it was; read by its name there. */
export const householdEvent = field(z.string().regex(/^[A-Za-z]{1,60}$/), {
  ...label('Händelse', 'Event'),
  choices: Object.fromEntries(Object.entries(householdEvents).map(([name, one]) => [name, one.label])),
});

/** What each open process is told after an event of its household: which, and the part of the family that left by it. */
export const householdChanged: EventSpec = {
  label: text('Hushållet ändrades', 'The household changed'),
  told: text('Hushållet ändrades.', 'The household changed.'),
  schema: z.strictObject({
    event: householdEvent,
    part: optional(field(processRef(), label('De som flyttade ut', 'Those who left'))),
  }),
  by: 'engine',
  known: ['household'],
};
