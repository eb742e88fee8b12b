/** Two families at the end of their five years on the last day: one past them, one with an exception. */
import type { Book } from '../book.js';
import { bringHome } from '../course/placed.js';
import { stay } from '../course/stay.js';
import { inTenancy } from '../course/steps.js';
import { workdays, type Day } from '../days.js';
import type { Family } from '../family.js';
import type { Wanted } from '../opening.js';
import type { Placing } from '../placings.js';

const lease = (signedOn: Day, from: Day, leaseEnd: Day): Placing => ({
  channel: 'facility',
  signedOn,
  leaseStart: from,
  leaseEnd,
  movedIn: from,
});
const PAST = lease('2016-09-19', '2016-10-03', '2018-10-02');
const EXCEPTED = lease('2016-11-07', '2016-11-21', '2018-11-20');

export const limitsWant: readonly Wanted[] = [PAST, EXCEPTED].map(({ signedOn }) => ({
  by: workdays(signedOn, -11),
}));

/** Nobody is turned out: the one is visible and escalated, the other stays with two persons' consent. */
export function limits(book: Book): void {
  lived(book, PAST, 'hasselby-vallingby');
  const family = lived(book, EXCEPTED, 'rinkeby-kista');
  const data = { until: '2022-03-31', ground: 'Nybyggd lägenhet med inflyttning i mars är bekräftad.' };
  family.diary.on('2021-10-20', () =>
    inTenancy(family, 'grantException', data, family.manager('2021-10-20')),
  );
  family.diary.on('2021-10-27', () => inTenancy(family, 'grantException', data));
}

function lived(book: Book, placing: Placing, district: string): Family {
  const family = book.family({ on: '2016-03-01', type: 'single-woman', children: 2, district });
  bringHome(family, { placing, waited: 30 });
  stay(family, { placing });
  return family;
}
