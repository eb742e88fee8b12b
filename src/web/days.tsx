import type { VNode } from 'preact';
import { daysBetween } from '../domain/days.js';
import type { Language } from '../platform/language.js';

const count = (n: number, language: Language): string =>
  language === 'sv' ? (n === 1 ? '1 dag' : `${n} dagar`) : n === 1 ? '1 day' : `${n} days`;

/** How many days from today to a last day, in words: left, today, or late. */
export function daysLeft(today: string, day: string, language: Language): string {
  const left = daysBetween(today, day);
  if (left === 0) return language === 'sv' ? 'i dag' : 'today';
  if (left > 0) return `${count(left, language)} ${language === 'sv' ? 'kvar' : 'left'}`;
  return `${count(-left, language)} ${language === 'sv' ? 'försenad' : 'late'}`;
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

/** How urgent a last day is: late once it has passed, soon from `soon` days before. */
export const urgency = (today: string, day: string, soon = 7): 'is-late' | 'is-soon' | 'is-idle' => {
  const left = daysBetween(today, day);
  return left < 0 ? 'is-late' : left <= soon ? 'is-soon' : 'is-idle';
};

/** A last day with the days left of it, shape and colour by how urgent it is. */
export const Due = ({
  today,
  day,
  language,
  plate,
}: {
  readonly today: string;
  readonly day: string;
  readonly language: Language;
  readonly plate?: boolean;
}): VNode => (
  <span class={`due ${plate ? 'due-plate ' : ''}${urgency(today, day)}`}>
    <time dateTime={day}>{day}</time> <b>{daysLeft(today, day, language)}</b>
  </span>
);
