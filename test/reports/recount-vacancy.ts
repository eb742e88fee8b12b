import { addDays } from '../../src/domain/days.js';
import type { FactRow } from './book.js';

const STRONGEST = ['out-of-service', 'turnaround', 'accepted-not-started', 'reserved', 'free'];

/** Empty days and their cost counted again: each flat, each day, by looking at it. Keys as `cause days|cost`, `base`. */
export function recountVacancy(
  facts: readonly FactRow[],
  {
    from,
    until,
    knownBefore,
  }: { readonly from: string; readonly until: string; readonly knownBefore: string },
): Record<string, number> {
  const known = facts.filter(
    (one) => one.recorded < knownBefore && (one.voided === null || one.voided >= knownBefore),
  );
  const all: Record<string, number> = {};
  const add = (key: string, value = 1) => (all[key] = (all[key] ?? 0) + value);
  const files = [...new Set(known.map((one) => one.file))];
  for (const own of files.map((file) => known.filter((one) => one.file === file)))
    for (let day = from; day <= until; day = addDays(day, 1)) {
      if (!isInStock(own, day)) continue;
      add('base');
      const cause = STRONGEST.find((one) => touched(own, one, day));
      if (cause === undefined) continue;
      const cost = costOn(own, day) ?? 0;
      for (const key of [cause, 'all']) {
        add(`${key} days`);
        add(`${key} cost`, cost);
      }
    }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== 0));
}

function isInStock(own: readonly FactRow[], day: string): boolean {
  const first = own.filter(({ kind }) => kind === 'vacancyBegan').map(({ on }) => on);
  const gone = own.filter(({ data }) => data.to === 'service.stopped').map(({ on }) => on);
  return first.some((one) => one <= day) && gone.every((one) => one >= day);
}

function touched(own: readonly FactRow[], cause: string, day: string): boolean {
  const told = own.filter(({ kind, data }) => kind.startsWith('vacancy') && data.cause === cause);
  return told.some(({ kind, on }, at) => {
    if (kind !== 'vacancyBegan' || on > day) return false;
    const end = told.slice(at).find((one) => one.kind === 'vacancyEnded');
    return end === undefined || end.on >= day;
  });
}

function costOn(own: readonly FactRow[], day: string): number | null {
  let latest: FactRow | undefined;
  for (const one of own)
    if (one.kind === 'dailyCost' && one.on <= day && (latest === undefined || one.on >= latest.on))
      latest = one;
  return latest?.data.value ?? null;
}
