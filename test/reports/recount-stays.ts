import { limitBand } from '../../src/domain/five-year-clock.js';
import { addDays, daysBetween } from '../../src/domain/days.js';
import type { FactRow } from './book.js';
import type { Asked } from './recount.js';

/** Outcomes, follow-ups and the five-year limit counted again, slowly, stay by stay. Keys as `report row column`. */
export function recountStays(facts: readonly FactRow[], asked: Asked): Record<string, number> {
  const known = facts.filter(
    ({ recorded, voided }) =>
      recorded < asked.knownBefore && (voided === null || voided >= asked.knownBefore),
  );
  const all: Record<string, number> = {};
  const add = (key: string): void => {
    all[key] = (all[key] ?? 0) + 1;
  };
  for (const { file, process, own } of tenancies(known)) {
    outcomes({ file, process, own }, known, asked, add);
    followUps(own, asked, add);
    limits(own, asked, add);
  }
  return all;
}

interface Stay {
  readonly file: string;
  readonly process: number;
  readonly own: readonly FactRow[];
}
type Add = (key: string) => void;

function tenancies(known: readonly FactRow[]): Stay[] {
  const names = [...new Set(known.map(({ file, process }) => `${file}/${process}`))];
  return names.map((name) => {
    const own = known.filter(({ file, process }) => `${file}/${process}` === name);
    return { file: own[0]?.file ?? '', process: own[0]?.process ?? 0, own };
  });
}

const isOpen = (own: readonly FactRow[], day: string): boolean => {
  const begun = own.filter(({ kind }) => kind === 'movedIn').at(-1);
  return (
    begun !== undefined && begun.on <= day && !own.some(({ kind, on }) => kind === 'movedOut' && on <= day)
  );
};

function outcomes({ file, process, own }: Stay, known: readonly FactRow[], asked: Asked, add: Add): void {
  const within = (day: string): boolean => asked.from <= day && day <= asked.until;
  const byDay = (a: FactRow, b: FactRow): number => (a.on === b.on ? a.seq - b.seq : a.on < b.on ? -1 : 1);
  const ended = own.filter(({ kind }) => kind === 'movedOut').sort(byDay);
  const end = ended.find(({ on }) => within(on));
  if (end !== undefined) {
    add(`outcomes ${end.data.outcome} count`);
    add('outcomes all-ends count');
  }
  for (const days of [365, 730]) {
    const old = ended.find(({ on }) => within(addDays(on, days)));
    if (old === undefined) continue;
    add(`outcomes returned-${days} base`);
    const again = known.some(
      (one) =>
        one.file === file &&
        one.process > process &&
        one.stage === 'submitted' &&
        daysBetween(old.on, one.on) >= 0 &&
        daysBetween(old.on, one.on) <= days,
    );
    if (again) add(`outcomes returned-${days} count`);
  }
  if (own.some(({ stage, reason, on }) => stage === 'withdrawn' && reason === 'own-housing' && within(on)))
    add('outcomes withdrawn-own-housing count');
}

/** Each last day once: that of every follow-up held, the earliest if twice, and of the last plan if nothing came after it. */
function daysDue(own: readonly FactRow[]): Map<string, FactRow['data']> {
  const told = own.filter(({ kind }) => kind === 'followUp').map(({ data }) => data);
  const days = new Map<string, FactRow['data']>();
  for (const [at, one] of told.entries()) {
    if (one.held == null && at < told.length - 1) continue;
    const before = days.get(one.due ?? '');
    const isEarlier = (one.held ?? '9999') < (before?.held ?? '9999');
    if (before === undefined || isEarlier) days.set(one.due ?? '', one);
  }
  return days;
}

function followUps(own: readonly FactRow[], { from, until }: Asked, add: Add): void {
  for (const [due, { held, childrenHeard }] of daysDue(own)) {
    if (due < from || due > until || !isOpen(own, due)) continue;
    add('follow-ups due');
    if (held == null || held > until) {
      add('follow-ups missed');
      continue;
    }
    add(`follow-ups ${held <= due ? 'onTime' : 'late'}`);
    const heard = { true: 'childrenHeard', false: 'childrenNotHeard', undefined: 'noChildren' };
    add(`follow-ups ${heard[`${childrenHeard}`]}`);
  }
}

function limits(own: readonly FactRow[], { until }: Asked, add: Add): void {
  const told = own.filter(({ kind, on }) => kind === 'limit' && on <= until).at(-1);
  if (told === undefined || !isOpen(own, until)) return;
  const { day = '', exception } = told.data;
  add(`limit ${limitBand(day, until, exception ? { granted: told.on, until: day } : null)}`);
}
