import ical, { ICalCalendarMethod } from 'ical-generator';
import { z } from 'zod';
import { calendarOf, type CalendarDay } from '../../files/calendar.js';
import { personAt } from '../../register/people.js';
import { page } from '../page.js';
import { notFound } from '../pages/messages.page.js';
import { settingsWords as words } from '../pages/settings.words.js';

/** Read by a program of its owner, which can do nothing but hold the address. */
const calendar = page(
  {
    id: 'calendar',
    method: 'GET',
    path: '/calendar/:secret',
    permission: 'anyone',
    audit: [],
    logs: ['list'],
    params: z.object({ secret: z.string().regex(/^[A-Za-z0-9_-]{43}\.ics$/) }),
  },
  async ({ runtime, params, language }) => {
    const secret = params.secret.slice(0, -'.ics'.length);
    const login = await runtime.calendars.owner(secret);
    const person = login && personAt(await runtime.directory.snapshot(), login, runtime.clock.now());
    if (login === null || !person) return notFound(language);
    const { language: own } = await runtime.preferences.of(login);
    const days = await calendarOf(runtime, person, own);
    if (await runtime.calendars.says(secret, JSON.stringify(days))) {
      const files = [...new Set(days.flatMap(({ file }) => file ?? []))];
      await runtime.accessLog.other({ person, via: 'calendar', isSession: false }, 'list', { files });
    }
    const body = icsOf(days, words.calendarName[own], runtime.config.baseUrl);
    return { download: { name: 'husrum.ics', type: 'text/calendar; charset=utf-8', body } };
  },
);

/** Days as iCalendar (RFC 5545): each the whole day long, the same one by the same name every time. */
function icsOf(days: readonly CalendarDay[], name: string, baseUrl: string): string {
  const made = ical({
    ...{ name, method: ICalCalendarMethod.PUBLISH, ttl: 3_600 },
    prodId: { company: 'Husrum', product: 'Husrum' },
  });
  for (const { day, label, file, count } of days) {
    const start = new Date(`${day}T00:00:00Z`);
    const id = `${[day, label, file ?? 'all'].join('/')}@${new URL(baseUrl).hostname}`;
    const summary = file === null ? `${label}: ${count}` : `${label} (${file})`;
    made.createEvent({
      ...{ id, start, summary, stamp: start, allDay: true },
      ...(file !== null && { url: `${baseUrl}/files/${file}` }),
    });
  }
  return made.toString();
}

/** People's calendars. */
export const calendarPages = [calendar];
