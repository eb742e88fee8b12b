import { z } from 'zod';
import type { Language } from '../../platform/language.js';
import type { Snapshot } from '../../register/snapshot.js';
import type { LogWish } from '../pages/access-log.page.js';
import { text } from '../pages/access-log.words.js';
import type { Fault } from '../parts.js';

/** The number of a file. */
export const FILE_NUMBER = /^[0-9a-hjkmnp-tv-z]{11}$/;

/** What is looked up: one of file and login, and the days. */
export interface Wanted {
  readonly file?: string | undefined;
  readonly login?: string | undefined;
  readonly lists: boolean;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

const aDay = z.iso.date().refine((day) => day >= '1900' && day < '2200');
const isDay = (day: string): boolean => day === '' || aDay.safeParse(day).success;

/** What somebody wants to see of the log, out of what they typed; else what has to be corrected. */
export function readWish(
  typed: LogWish,
  snapshot: Snapshot,
  { isOfficer, language }: { readonly isOfficer: boolean; readonly language: Language },
): Wanted | { readonly faults: readonly Fault[] } {
  const wish = { ...typed, file: typed.file.toLowerCase(), who: isOfficer ? typed.who : '' };
  const logins = wish.who === '' ? [] : loginsOf(snapshot, wish.who);
  const faults = [...whomFaults(wish, logins.length, { isOfficer, language }), ...dayFaults(wish, language)];
  if (faults.length > 0) return { faults };
  const days = { from: wish.from || undefined, to: wish.to || undefined };
  return wish.who === ''
    ? { file: wish.file, lists: wish.lists, ...days }
    : { login: logins[0], lists: false, ...days };
}

function whomFaults(
  { file, who }: LogWish,
  found: number,
  { isOfficer, language }: { readonly isOfficer: boolean; readonly language: Language },
): Fault[] {
  const say = text[language];
  if (file === '' && who === '')
    return [{ id: 'file', message: isOfficer ? say.missingOfficer : say.missing }];
  if (file !== '' && who !== '') return [{ id: 'who', message: say.both }];
  if (who === '') return FILE_NUMBER.test(file) ? [] : [{ id: 'file', message: say.noNumber }];
  return found === 1 ? [] : [{ id: 'who', message: found === 0 ? say.noPerson : say.several }];
}

function dayFaults({ from, to }: LogWish, language: Language): Fault[] {
  const say = text[language];
  const wrong = Object.entries({ from, to }).filter(([, day]) => !isDay(day));
  if (wrong.length > 0) return wrong.map(([id]) => ({ id, message: say.noDay }));
  return from !== '' && to !== '' && to < from ? [{ id: 'to', message: say.backwards }] : [];
}

/** Who has this login, else this name, now or before. */
function loginsOf({ people }: Snapshot, who: string): string[] {
  const wanted = who.toLowerCase();
  if (people.has(wanted)) return [wanted];
  return [...people]
    .filter(([, versions]) => versions.some(({ name }) => name.toLowerCase() === wanted))
    .map(([login]) => login);
}
