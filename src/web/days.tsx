import type { VNode } from 'preact';
import { daysBetween } from '../domain/days.js';
import type { Language } from '../platform/language.js';
import { figure } from './figures.js';

const DAYS = { sv: ['dag', 'dagar'], en: ['day', 'days'] } as const;
const count = (n: number, language: Language): string =>
  `${figure(n, language)} ${DAYS[language][n === 1 ? 0 : 1]}`;

/** Days left of a term from which on it is due soon. */
export const SOON = 3;
const A_QUARTER = 92;

/** How much is left of a term, in words: days for the next quarter, then months. `isLate`: somebody should have acted. */
export function leftWords(left: number, isLate: boolean, language: Language): string {
  const days = count(Math.abs(left), language);
  const months = Math.floor(left / 30.44);
  if (left === 0) return language === 'sv' ? 'i dag' : 'today';
  if (language === 'sv') {
    if (left < 0) return isLate ? `${days} försenat` : `för ${days} sedan`;
    return left < A_QUARTER ? `${days} kvar` : `${months} månader kvar`;
  }
  if (left < 0) return `${days} ${isLate ? 'late' : 'ago'}`;
  return left < A_QUARTER ? `${days} left` : `${months} months left`;
}

/** How many days ago a day was, in words. */
export function daysAgo(today: string, day: string, language: Language): string {
  const ago = daysBetween(day, today);
  if (ago === 0) return language === 'sv' ? 'i dag' : 'today';
  return language === 'sv' ? `${count(ago, language)} sedan` : `${count(ago, language)} ago`;
}

/** A number of days as years and months of 30.44 days, for what is read and not disputed; days below a month. */
export function roughly(days: number, language: Language): string {
  const months = Math.floor(days / 30.44);
  if (months < 1) return count(days, language);
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const sv = [years > 0 && `${years} år`, rest > 0 && (rest === 1 ? '1 månad' : `${rest} månader`)];
  const en = [
    years > 0 && (years === 1 ? '1 year' : `${years} years`),
    rest > 0 && (rest === 1 ? '1 month' : `${rest} months`),
  ];
  return (language === 'sv' ? sv : en).filter(Boolean).join(' ');
}

/** A last day with what is left of it, shape and colour by how urgent it is. */
export function Due(due: {
  readonly today: string;
  readonly day: string;
  readonly language: Language;
  readonly plate?: boolean;
}): VNode {
  const { today, day, language, plate } = due;
  const left = daysBetween(today, day);
  const shape = left < 0 ? 'is-late' : left <= SOON ? 'is-soon' : 'is-idle';
  return (
    <span class={`due ${plate ? 'due-plate ' : ''}${shape}`}>
      <time dateTime={day}>{day}</time> <b>{leftWords(left, left < 0, language)}</b>
    </span>
  );
}

/** Things with their days. */
export const DayPairs = ({
  all,
}: {
  readonly all: readonly { readonly label: string; readonly day: string }[];
}): VNode => (
  <dl class="pairs">
    {all.map(({ label, day }) => (
      <div>
        <dt>{label}</dt>
        <dd>
          <time dateTime={day}>{day}</time>
        </dd>
      </div>
    ))}
  </dl>
);
