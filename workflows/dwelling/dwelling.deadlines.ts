import type { Deadline, Duration } from '../definition.js';
import type { Dwelling } from './dwelling.context.js';

/** The flat's dates. Only `leaseStarts` moves the chart; the others remind. */
export const dwellingDeadlines: Readonly<Record<string, Deadline<Dwelling>>> = {
  leaseStarts: {
    label: { sv: 'Kontraktet börjar gälla', en: 'The lease begins' },
    rule: 'The first day of the lease, as signed. A period: not rolled.',
    fires: 'on',
    due: ({ context }) => context.lease?.from ?? null,
  },
  turnaround: {
    label: { sv: 'Klar att hyra ut', en: 'Ready to let' },
    rule: 'Policy `turnaround` from the day it was known that the flat was vacated, rolled to a working day.',
    fires: 'past',
    due: ({ since, policy, calendar }) =>
      calendar.workingDay(calendar.add(since, policy.turnaround as Duration)),
  },
  backInService: {
    label: { sv: 'Beräknas i bruk', en: 'Expected in service' },
    rule: 'The day given when the flat was taken out of service, rolled to a working day; none if none was given.',
    fires: 'past',
    due: ({ context, calendar }) =>
      context.outOfService?.until == null ? null : calendar.workingDay(context.outOfService.until),
  },
};
