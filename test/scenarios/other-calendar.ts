import Holidays from 'date-holidays';

/**
 * Days, months and Stockholm's midnights reckoned by other means than the product's: JavaScript's own dates and zones, and
 * the holidays of a package. What the engine delivers is compared with it.
 */
const sweden = new Holidays('SE');
const EVES = ['midsommarafton', 'julafton', 'nyårsafton'];
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const daysOff = new Map<string, ReadonlySet<string>>();

const date = (day: string): Date => new Date(`${day}T00:00:00Z`);
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** The instant at which a day begins in Stockholm. */
export function beginning(day: string): string {
  for (const ahead of ['+01:00', '+02:00']) {
    const at = new Date(`${day}T00:00:00${ahead}`);
    if (clock.format(at) === `${day} 00:00:00`) return at.toISOString();
  }
  throw new Error(`${day} does not begin`);
}

/** So many days later; earlier if negative. */
export function days(day: string, n: number): string {
  const at = date(day);
  at.setUTCDate(at.getUTCDate() + n);
  return dayOf(at);
}

/** So many months later, on the month's last day if it is shorter. */
export function months(day: string, n: number): string {
  const first = date(`${day.slice(0, 8)}01`);
  first.setUTCMonth(first.getUTCMonth() + n);
  const last = days(dayOf(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1))), -1);
  const same = `${dayOf(first).slice(0, 8)}${day.slice(8)}`;
  return same <= last ? same : last;
}

/** The same day, or the next that is no Saturday, Sunday, public holiday or eve. */
export function working(day: string): string {
  const off = [0, 6].includes(date(day).getUTCDay()) || daysOffIn(day.slice(0, 4)).has(day);
  return off ? working(days(day, 1)) : day;
}

/** So many working days later. */
export function workingDays(day: string, n: number): string {
  return n === 0 ? day : workingDays(working(days(day, 1)), n - 1);
}

function daysOffIn(year: string): ReadonlySet<string> {
  const known = daysOff.get(year);
  if (known !== undefined) return known;
  const all = sweden
    .getHolidays(Number(year))
    .filter(({ type, name }) => type === 'public' || EVES.includes(name));
  const found = new Set(all.map((one) => one.date.slice(0, 10)));
  daysOff.set(year, found);
  return found;
}
