import { z } from 'zod';
import { addDays } from '../../domain/days.js';
import { dayOf } from '../../domain/zone.js';
import { isRefusal } from '../../engine/refusals.js';
import { page } from '../page.js';
import { endCoverPage } from '../pages/cover-end.page.js';
import { text } from '../pages/cover.words.js';
import type { LastWish } from '../pages/last-day.js';
import { notFound } from '../pages/messages.page.js';
import type { Fault } from '../parts.js';
import { coverKey, coverLines, coversOn, furtherOn, postKey, postLines } from './cover-lines.js';
import { toldOf } from './told.js';
import { isDay } from './typed-day.js';

const end = page(
  {
    id: 'endCover',
    method: 'POST',
    path: '/cover/end',
    permission: 'systemAdministrator',
    audit: ['cover-ended', 'role-ended'],
    fresh: '/cover',
    body: z.strictObject({
      which: z.string().max(600),
      last: z.enum(['now', 'today', 'day', '']).default(''),
      day: z.string().max(40).default(''),
      do: z.enum(['ask', 'end']).default('ask'),
    }),
  },
  async (asked) => {
    const { runtime, session, body, language, record } = asked;
    const told = await toldOf(asked);
    const { now } = told;
    const cover = coversOn(told).find((one) => coverKey(one) === body.which);
    const held = cover ?? furtherOn(told).find((one) => postKey(one) === body.which);
    const line = [...coverLines(told), ...postLines(told)].find(({ which }) => which === body.which);
    if (held === undefined || line === undefined) return notFound(language);
    const shown = (faults: readonly Fault[]) =>
      endCoverPage({ language, token: session.formToken, line, wish: body, faults });
    if (body.do === 'ask') return shown([]);
    const to = lastDay(body, held.from, dayOf(now));
    if (to === null) {
      const say = text[language];
      return shown([
        body.last === '' ? { id: 'last', message: say.noLast } : { id: 'day', message: say.noLastDay },
      ]);
    }
    const entry = { at: now, by: session.login, recordedAt: now };
    const put = await runtime.registers.put(cover ? 'cover' : 'assignment', { ...held, to }, entry);
    if (isRefusal(put))
      return shown([{ id: 'last', message: put.sentences.map((one) => one[language]).join(' ') }]);
    if (put.changed)
      await record(cover ? 'cover-ended' : 'role-ended', { ref: `${refOf(body.which)} ${to}` });
    return { go: `/cover?done=${put.changed ? 'ended' : 'unchanged'}` };
  },
);

/** What a line is called in the log: its login, whom or which role it is about, and its first day. */
const refOf = (which: string): string => which.split('|').slice(1).join(' ');

/** The last day that was chosen, the day before the first where it never begins; null when none that may be. */
function lastDay({ last, day }: LastWish, from: string, today: string): string | null {
  if (last === 'now') return addDays(from < today ? today : from, -1);
  if (last === 'today') return from <= today ? today : null;
  const given = day.trim();
  return last === 'day' && isDay(given) && given >= today && given >= from ? given : null;
}

/** Ending cover and further roles, or changing when they end. */
export const coverEndPages = [end];
