import type { Deadline, Duration } from '../definition.js';
import { onAWorkingDay, text } from '../files/parts.js';
import type { Dwelling } from './dwelling.context.js';

/** The flat's dates. Only `leaseStarts` moves the chart; the others remind. */
export const dwellingDeadlines: Readonly<Record<string, Deadline<Dwelling>>> = {
  leaseStarts: {
    label: { sv: 'Kontraktet börjar gälla', en: 'The lease begins' },
    rule: text('Den första dagen i kontraktet.', 'The first day of the lease, as signed.'),
    fires: 'on',
    due: ({ context }) => context.lease?.from ?? null,
  },
  turnaround: {
    label: { sv: 'Klar att hyra ut', en: 'Ready to let' },
    rule: text(
      '{turnaround} från den dag då det blev känt att lägenheten var tömd.',
      '{turnaround} from the day when it was known that the flat was vacated.',
    ),
    fires: 'past',
    due: ({ since, policy, calendar }) =>
      calendar.workingDay(calendar.add(since, policy.turnaround as Duration)),
  },
  backInService: {
    label: { sv: 'Beräknas i bruk', en: 'Expected in service' },
    rule: onAWorkingDay(
      'Den dag som angavs när lägenheten togs ur bruk.',
      'The day given when the flat was taken out of service.',
    ),
    fires: 'past',
    due: ({ context, calendar }) =>
      context.outOfService?.until == null ? null : calendar.workingDay(context.outOfService.until),
  },
};
