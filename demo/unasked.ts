/** Flats that companies offered without having been asked, and that SHIS turned down: no need of them. */
import type { Book } from './book.js';
import { SHIS } from './cast.js';
import { Chance } from './chance.js';
import { unaskedFlat } from './course/request.js';
import { workdays, workdaysBetween, type Day } from './days.js';
import { DECLINES } from './months.js';
import { listed } from './book.js';

/** All of one year; the last is answered before the end of October. */
export function unaskedFlats(book: Book, year: string): void {
  const chance = new Chance(`unasked ${year}`);
  const days = workdaysBetween(`${year}-01-12`, `${year}-10-20`);
  for (const reason of chance.shuffled(listed(DECLINES[year]?.unasked ?? {})))
    unasked(book, chance.pick(days), chance.int(1, 5), reason);
}

function unasked(book: Book, day: Day, answeredAfter: number, reason: string): void {
  const name = book.agencyFlat();
  const by = new Chance(`answer ${name}`).pick(SHIS);
  book.flats.on(day, (stock) => unaskedFlat(stock, name, day));
  book.flats.on(workdays(day, answeredAfter), () => ({
    by,
    process: name,
    event: 'decline',
    data: { reason },
  }));
}
