import { z } from 'zod';
import { addressOf } from '../../notices/mail-address.js';
import { noticeKinds } from '../../notices/notice-words.js';
import { mailWishes, type Preference } from '../../notices/preferences.js';
import { page, type Asked, type Shown } from '../page.js';
import { settingsPage } from '../pages/settings.page.js';

const tick = z.literal('on').optional();
const hour = z
  .string()
  .regex(/^([01]?\d|2[0-3])$/)
  .transform(Number);
const template = z.string().max(80);
const several = z.union([template.transform((one) => [one]), z.array(template).max(100)]).default([]);

const settings = page(
  {
    id: 'settings',
    method: 'GET',
    path: '/settings',
    permission: 'colleague',
    audit: [],
    query: z.object({ saved: z.literal('1').optional().catch(undefined) }),
  },
  async (asked) =>
    shown(asked, {
      wish: await asked.runtime.preferences.of(asked.session.login),
      isSaved: asked.query.saved === '1',
    }),
);

const keepSettings = page(
  {
    id: 'keepSettings',
    method: 'POST',
    path: '/settings',
    permission: 'colleague',
    audit: [],
    form: '/settings',
    body: z.strictObject({
      mail: z.enum(mailWishes),
      told: several,
      quietFrom: hour,
      quietTo: hour,
      language: z.enum(['sv', 'en']),
      shortcuts: tick,
      refresh: tick,
    }),
  },
  async ({ runtime, session, body }) => {
    const { told, shortcuts, refresh, ...rest } = body;
    const muted = [...noticeKinds(runtime.registry).keys()].filter((kind) => !told.includes(kind));
    const wish = { ...rest, muted, shortcuts: shortcuts === 'on', refresh: refresh === 'on' };
    await runtime.preferences.keep(session.login, wish, runtime.wall.now());
    return { go: '/settings?saved=1' };
  },
);

const makeCalendar = page(
  {
    id: 'makeCalendar',
    method: 'POST',
    path: '/settings/calendar',
    permission: 'colleague',
    audit: ['calendar-made'],
    fresh: '/settings',
    body: z.strictObject({}),
  },
  async (asked) => {
    const { runtime, session, record } = asked;
    const secret = await runtime.calendars.make(session.login);
    await record('calendar-made');
    const wish = await runtime.preferences.of(session.login);
    const made = `${runtime.config.baseUrl}/calendar/${secret}.ics`;
    return shown(asked, { wish, isSaved: false, made });
  },
);

const revokeCalendar = page(
  {
    id: 'revokeCalendar',
    method: 'POST',
    path: '/settings/calendar/revoke',
    permission: 'colleague',
    audit: ['calendar-revoked'],
    body: z.strictObject({}),
  },
  async ({ runtime, session, record }) => {
    if (await runtime.calendars.revoke(session.login)) await record('calendar-revoked');
    return { go: '/settings#calendar' };
  },
);

async function shown(
  { runtime, session, language }: Pick<Asked, 'runtime' | 'session' | 'language'>,
  { wish, isSaved, made }: { readonly wish: Preference; readonly isSaved: boolean; readonly made?: string },
): Promise<Shown> {
  const snapshot = await runtime.directory.snapshot();
  return settingsPage({
    ...{ language, wish, isSaved, token: session.formToken },
    address: addressOf(snapshot, session.login, runtime.clock.now()),
    calendarSince: (await runtime.calendars.madeAt(session.login))?.toISOString() ?? null,
    made: made ?? null,
    sendsMail: runtime.config.smtpUrl !== undefined,
    kinds: [...noticeKinds(runtime.registry)].map(([template, told]) => ({
      template,
      label: told[language],
    })),
  });
}

/** How somebody wants to be told, and to work at the pages. */
export const settingsPages = [settings, keepSettings, makeCalendar, revokeCalendar];
