/** The months of supported housing: who is granted a flat, who is not, and what waits on the last day. */
import { listed, type Book } from '../book.js';
import { Chance } from '../chance.js';
import { LAST, workdays, workdaysBetween } from '../days.js';
import { placingsIn } from '../placings.js';
import { applicant, applies, inCase, type FormName, type Kind } from './applicant.js';
import { lease, type Coming } from './case.js';
import { offerFor, type Detour } from './flat.js';
import {
  APPLICANTS_REFUSALS,
  BOARD_DECLINES,
  DENIALS,
  FALLEN_THROUGH,
  SUPPORTED_MONTHS,
  WITHDRAWALS,
  type SupportedMonth,
} from './numbers.js';

/** Every case of supported housing in the two years. What came to nothing did so in the year of the lease: it is well begun by then. */
export function supportedHousing(book: Book): void {
  const coming = SUPPORTED_MONTHS.flatMap(comingIn);
  for (const year of ['2020', '2021']) {
    const ofYear = coming.filter(({ placing }) => placing.signedOn.startsWith(year));
    const detours = new Chance(`supported detours ${year}`).shuffled(detoursIn());
    for (const one of ofYear) {
      const found = one.placing.signedOn < `${year}-03-15` ? undefined : detours.pop();
      lease(book, { ...one, detours: found === undefined ? [] : [found] });
    }
    turnedDown(book, year);
  }
  waiting(book);
}

function comingIn({ month, trial, training, housingFirst }: SupportedMonth): Omit<Coming, 'detours'>[] {
  const of = (form: FormName, kind: Kind | null, count: number): Omit<Coming, 'detours'>[] => {
    const chance = new Chance(`${form} ${kind} ${month}`);
    return placingsIn(month, 'agency', count, chance).map((placing) => ({ form, kind, placing }));
  };
  return new Chance(`supported ${month}`).shuffled([
    ...of('supported-housing', 'trial', trial),
    ...of('supported-housing', 'training', training),
    ...of('housing-first', null, housingFirst),
  ]);
}

const detoursIn = (): Detour[] => [
  ...listed(BOARD_DECLINES).map((reason) => ({ how: 'decline' as const, reason })),
  ...listed(APPLICANTS_REFUSALS).map((reason) => ({ how: 'refuse' as const, reason })),
  ...FALLEN_THROUGH.map((one) => ({ how: 'fallThrough' as const, ...one })),
];

/** Those who were denied, and those who withdrew once they had been granted. */
function turnedDown(book: Book, year: string): void {
  const chance = new Chance(`supported turned down ${year}`);
  const days = workdaysBetween(`${year}-02-01`, `${year}-11-15`);
  const kind = (): Kind => chance.pick(['trial', 'training'] as const);
  const begun = (grantedAfter?: number) => {
    const day = chance.pick(days);
    const one = applicant(book, { form: 'supported-housing', kind: kind(), on: workdays(day, -30) });
    applies(one, workdays(day, -25), grantedAfter === undefined ? undefined : workdays(day, -grantedAfter));
    return { one, day };
  };
  for (const reason of listed(DENIALS)) {
    const { one, day } = begun();
    one.family.diary.on(day, () => inCase(one, day, 'deny', { reason }));
  }
  for (const reason of listed(WITHDRAWALS)) {
    const { one, day } = begun(3);
    one.family.diary.on(day, () => inCase(one, day, 'withdraw', { reason }));
  }
}

/** On the last day nine have applied, seven wait for a flat, and three have been offered one. */
function waiting(book: Book): void {
  const chance = new Chance('supported waiting');
  const begin = (form: FormName, back: number, grantedBack?: number) => {
    const kind = form === 'housing-first' ? null : chance.pick(['trial', 'training'] as const);
    const one = applicant(book, { form, kind, on: workdays(LAST, -back) });
    applies(one, workdays(LAST, -back), grantedBack === undefined ? undefined : workdays(LAST, -grantedBack));
    return one;
  };
  for (let at = 0; at < 9; at += 1) begin(at < 2 ? 'housing-first' : 'supported-housing', chance.int(0, 30));
  for (let at = 0; at < 10; at += 1) {
    const one = begin('supported-housing', 38, 14);
    const requestedOn = workdays(LAST, -10 + at);
    one.family.diary.on(requestedOn, () => inCase(one, requestedOn, 'requestFlat'));
    if (at < 3) offerFor(one, workdays(LAST, at), book.supportedFlat());
  }
}
