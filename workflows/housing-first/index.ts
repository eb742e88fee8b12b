import { z } from 'zod';
import { householdData } from '../files/household.js';
import { optional, text } from '../files/parts.js';
import { hasCaseManager } from '../supported/supported.guards.js';
import { supported } from '../supported/supported.workflow.js';

/** Housing First: a trial lease with a case manager who coordinates and supports; the housing unit alone provides it. */
export default supported({
  name: 'housing-first',
  label: text('Bostad Först', 'Housing First'),
  line: 'bostad-forst-1',
  called: text('Bostad Först', 'Housing First'),
  opening: {
    label: text('Ansökan om Bostad Först', 'Application for Housing First'),
    schema: z.strictObject({ household: optional(householdData) }),
  },
  providers: [{ org: 'housingUnit' }],
  beforeSublet: { hasCaseManager },
  whileSublet: {},
});
