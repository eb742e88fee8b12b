import type { Instant } from '../../../workflows/definition.js';
import { isDay } from '../../domain/days.js';
import { dayOf, hourOf, instantOf, midnight } from '../../domain/zone.js';
import type { Language } from '../../platform/language.js';
import { text } from '../pages/matches.words.js';
import type { Fault } from '../parts.js';

/** What was wished of another day; `moment` null: now, or what was written is no moment. */
export interface MomentWish {
  readonly at: string;
  readonly time: string;
  readonly moment: Instant | null;
  readonly faults: readonly Fault[];
}

/** Reads the moment at which somebody wants to see who was proposed: a day that has been, and a clock time of it. */
export function momentIn(
  { at = '', time = '' }: { at?: string; time?: string },
  now: Instant,
  language: Language,
): MomentWish {
  const say = text[language].then;
  if (at.trim() === '' && time.trim() === '') return { at: '', time: '', moment: null, faults: [] };
  const day = at.trim();
  const clock = time.trim().replace('.', ':');
  const isTime = clock === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(clock);
  const isPast = isDay(day) && day >= '1990-01-01' && day <= dayOf(now);
  const moment = isPast && isTime ? momentOn(day, clock) : null;
  const hasBeen = moment === null || moment <= now;
  const faults = [
    ...(isPast ? [] : [{ id: 'at', message: say.notDay }]),
    ...(isTime && hasBeen ? [] : [{ id: 'time', message: say.notTime }]),
  ];
  return { at: day, time: clock, moment: hasBeen ? moment : null, faults };
}

/** A clock time of a day in Stockholm: in winter time where the clock says so by that, else in summer time. */
function momentOn(day: string, clock: string): Instant {
  if (clock === '') return midnight(day);
  const inWinter = instantOf(`${day}T${clock}:00+01:00`);
  return hourOf(inWinter) === Number(clock.slice(0, 2)) ? inWinter : instantOf(`${day}T${clock}:00+02:00`);
}
