import type { Day, Effect, Seen } from '../definition.js';
import { addDays } from '../../src/domain/days.js';
import type { DwellingData } from '../files/dwelling.js';
import { dataOf } from '../files/parts.js';
import type { Dwelling } from './dwelling.context.js';
import type { Let, Vacate } from './dwelling.events.js';

type Facts = (seen: Seen<Dwelling>) => readonly Effect[];
type Cause = 'free' | 'reserved' | 'accepted-not-started' | 'turnaround' | 'out-of-service';

const began = (cause: Cause, on: Day): Effect => ({ do: 'fact', fact: { kind: 'vacancyBegan', cause, on } });
const ended = (cause: Cause, on: Day): Effect => ({ do: 'fact', fact: { kind: 'vacancyEnded', cause, on } });
const before = (day: Day): Day => addDays(day, -1);
const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

/** Out of service counts on empty days only: it begins again with the emptiness, and ends with it. */
const alsoOutOfService = (seen: Seen<Dwelling>, on: Day): readonly Effect[] =>
  seen.context.outOfService !== null && !seen.context.empty ? [began('out-of-service', on)] : [];

/**
 * Why the flat stood empty, from which day to which. `vacancyBegan.on` is the first day of a cause, `vacancyEnded.on`
 * its last; a day that two causes touch has both, and the report takes the stronger. An end before its beginning is no
 * day. Days with a lease (its first day and the day vacated included) are never within. Source: REPORTS.md, vacancy.
 */
export const vacancyEffects: Readonly<Record<string, Facts>> = {
  costKnown: ({ step }) => {
    const { dailyCost = null } = dataOf<DwellingData>(step);
    return dailyCost === null ? [] : [{ do: 'fact', fact: { kind: 'dailyCost', value: dailyCost } }];
  },
  freeBegan: (seen) => [began('free', seen.step.meta.day), ...alsoOutOfService(seen, seen.step.meta.day)],
  freeEnded: ({ step }) => [ended('free', step.meta.day)],
  reservedBegan: ({ step }) => [began('reserved', step.meta.day)],
  reservedEnded: ({ step }) => [ended('reserved', step.meta.day)],
  reservedUntilSigned: ({ step }) => {
    const { signedOn, from } = dataOf<Let>(step);
    return [ended('reserved', earlier(signedOn, before(from)))];
  },
  acceptedBegan: ({ context: { lease } }) =>
    lease !== null && lease.signedOn < lease.from ? [began('accepted-not-started', lease.signedOn)] : [],
  acceptedEnded: ({ context: { lease }, step }) =>
    lease !== null && lease.signedOn < lease.from ? [ended('accepted-not-started', step.meta.day)] : [],
  emptyUntilLease: ({ context: { lease, outOfService } }) => {
    if (lease === null) return [];
    const last = before(lease.from);
    return [
      ...(lease.signedOn < lease.from ? [ended('accepted-not-started', last)] : []),
      ...(outOfService === null ? [] : [ended('out-of-service', last)]),
    ];
  },
  turnaroundBegan: (seen) => {
    const first = addDays(dataOf<Vacate>(seen.step).on, 1);
    return [began('turnaround', first), ...alsoOutOfService(seen, first)];
  },
  turnaroundEnded: ({ step }) => [ended('turnaround', step.meta.day)],
  outOfServiceBegan: ({ context, step }) => (context.empty ? [began('out-of-service', step.meta.day)] : []),
  outOfServiceEnded: ({ context, step }) =>
    context.empty && context.outOfService !== null ? [ended('out-of-service', step.meta.day)] : [],
};
