import { z } from 'zod';
import type { EventSpec } from '../definition.js';
import { householdData } from '../files/household.js';
import { DISTRICT, choice, label, optional, text } from '../files/parts.js';
import { becomesTheOther } from '../supported/supported.guards.js';
import { converted } from '../supported/supported.updates.js';
import { supported } from '../supported/supported.workflow.js';

const kinds = { trial: text('försök', 'trial'), training: text('träning', 'training') } as const;

const convert: EventSpec = {
  label: text('Byt mellan försök och träning', 'Convert between trial and training'),
  told: text('Lägenheten blev en lägenhet för {to}.', 'The flat became one for {to}.'),
  schema: z.strictObject({ to: choice(kinds, label('Till', 'To')) }),
  by: DISTRICT,
};

/** Trial and training flats: a home with support under the Social Services Act, by a district or the housing unit. */
export default supported({
  name: 'supported-housing',
  label: text('Försöks- eller träningslägenhet', 'Trial or training flat'),
  line: 'fot-1',
  called: text('försöks- eller träningslägenhet', 'trial or training flat'),
  opening: {
    label: text('Ansökan om försöks- eller träningslägenhet', 'Application for a trial or training flat'),
    schema: z.strictObject({
      household: optional(householdData),
      kind: choice(kinds, label('Lägenhet för', 'Flat for')),
    }),
  },
  providers: DISTRICT,
  beforeSublet: {},
  whileSublet: {
    convert: {
      spec: convert,
      guard: ['becomesTheOther', becomesTheOther],
      update: ['converted', converted],
    },
  },
});
