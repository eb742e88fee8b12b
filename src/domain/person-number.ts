/**
 * Swedish personal numbers (personnummer) and coordination numbers (samordningsnummer: day of birth + 60).
 * Source: folkbokföringslagen (1991:481) § 18 and Skatteverket's rules on their parts. No number goes into a message or an error.
 */
import { isDay, parseDay, type Day } from './days.js';

/** Why a text is no personal number: its `format`, its birth `date`, its `checksum`, or a birth after today (`future`). */
export type PersonNumberFault = 'format' | 'date' | 'checksum' | 'future';

/** A number in twelve digits with the day of birth in it, or the fault. */
export type PersonNumberResult =
  | {
      readonly ok: true;
      readonly number: string;
      readonly born: Day;
      readonly kind: 'personal' | 'coordination';
    }
  | { readonly ok: false; readonly fault: PersonNumberFault };

const SHAPE = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+]?)((?!000)\d{3}\d)$/;
const COORDINATION = 60;

function luhnHolds(tenDigits: string): boolean {
  let sum = 0;
  for (let at = 0; at < tenDigits.length; at += 1) {
    const product = Number(tenDigits[at]) * (at % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === 0;
}

/** `-` or nothing: the latest such year not after today's; `+` stands from the year the person turns 100: a century earlier. */
function centuryOf(yearOfCentury: string, sign: string, today: Day): string {
  const { year } = parseDay(today);
  const latest = year - ((((year - Number(yearOfCentury)) % 100) + 100) % 100);
  return String(Math.floor((sign === '+' ? latest - 100 : latest) / 100)).padStart(2, '0');
}

/**
 * Reads a number written with ten or twelve digits, with or without `-` or `+` before the last four; spaces around it are ignored.
 * In twelve digits the century is told and the sign says nothing. `today` places ten digits in a century and refuses a birth after it.
 * Expected faults are returned. Throws `RangeError` only if `today` is no day.
 */
export function readPersonNumber(text: string, today: Day): PersonNumberResult {
  const [, toldCentury, year, month, writtenDay, sign, last] = SHAPE.exec(text.trim()) ?? [];
  if (!year || !month || !writtenDay || sign === undefined || !last) return { ok: false, fault: 'format' };
  const century = toldCentury ?? centuryOf(year, sign, today);
  const coordination = Number(writtenDay) > COORDINATION;
  const day = coordination ? String(Number(writtenDay) - COORDINATION).padStart(2, '0') : writtenDay;
  const born = `${century}${year}-${month}-${day}`;
  if (!isDay(born)) return { ok: false, fault: 'date' };
  if (!luhnHolds(year + month + writtenDay + last)) return { ok: false, fault: 'checksum' };
  if (born > today) return { ok: false, fault: 'future' };
  const kind = coordination ? 'coordination' : 'personal';
  return { ok: true, number: century + year + month + writtenDay + last, born, kind };
}

const CENTURIES = ['19', '20', '18'];

/** The ten figures that tell two persons apart, however their numbers are written. */
export const tenFigures = (number: string): string => number.replace(/\D/g, '').slice(-10);

/** The ways in which one personal number may have been written, spaces and hyphens left out. */
export function waysWritten(number: string): string[] {
  const written = number.replace(/[\s-]/g, '');
  const figures = written.replace(/\D/g, '');
  const short = figures.slice(-10);
  const long = figures.length === 12 ? [figures] : CENTURIES.map((century) => century + short);
  return [
    ...new Set([
      written,
      short,
      ...long,
      `${short.slice(0, -4)}+${short.slice(-4)}`,
      ...long.map((one) => `${one.slice(0, -4)}+${one.slice(-4)}`),
    ]),
  ];
}
