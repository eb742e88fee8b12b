/** The demo years as a casebook. The same bytes every time: no clock, and chance of its own. */
import { MOST_COPIES, inCopy } from './copies.js';
import { demoYears } from './demo-years.js';
import { demo } from './main.js';
import { registerLines } from './registers.js';
import { Stock } from './stock.js';

export { MOST_COPIES };

/**
 * The lines of the book, each a JSON object ended by a line feed; the first names the book.
 * @param scale how many copies of all families and flats, 1 to 12, side by side; people in office are the same.
 * Throws RangeError for any other scale.
 */
export function* generate(scale = 1): Iterable<string> {
  if (!Number.isInteger(scale) || scale < 1 || scale > MOST_COPIES)
    throw new RangeError(`the demo is made in 1 to ${MOST_COPIES} copies`);
  yield written({ book: demo.book });
  for (const line of registerLines()) yield written(line);
  const stock = new Stock();
  for (const { at, recorded, tell } of demoYears()) {
    const told = [tell(stock)].flat();
    const when = recorded === at ? { at } : { at, recorded };
    for (let copy = 1; copy <= scale; copy += 1)
      for (const line of told) yield written({ ...when, ...inCopy(line, copy, scale) });
  }
}

const written = (line: object): string => `${JSON.stringify(line)}\n`;
