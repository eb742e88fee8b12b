import { z } from 'zod';
import { dayOf } from '../../domain/zone.js';
import type { Person } from '../../engine/model.js';
import { isRefusal } from '../../engine/refusals.js';
import { changesSeen } from '../../files/report-changes.js';
import type { Language } from '../../platform/language.js';
import { reportNamed, type Changed, type Changes } from '../../reports/index.js';
import { page } from '../page.js';
import { notFound, refused } from '../pages/messages.page.js';
import { reportChangesPage, type ChangedLine } from '../pages/report-changes.page.js';
import { text } from '../pages/report-changes.words.js';
import { differencesIn } from './kept-view.js';
import { called, layoutOf } from './report-lines.js';
import { address, addressOf, completed, wished, type Wish } from './report-wish.js';

const since = page(
  {
    id: 'reportChanges',
    method: 'GET',
    path: '/reports/:name/changes',
    permission: 'colleague',
    audit: [],
    logs: ['list'],
    params: z.object({ name: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/) }),
    query: z.object(wished),
  },
  async ({ runtime, params, query, language, reader, session }) => {
    const report = reportNamed(params.name);
    if (isRefusal(report)) return notFound(language);
    const parameters = completed(query as Wish, report, dayOf(runtime.clock.now()));
    const found = await changesSeen(runtime, await reader(), report.name, parameters);
    // What is wrong with what was asked for is told where it is asked.
    if (isRefusal(found) && found.code === 'invalid-data')
      return { go: address(`/reports/${report.name}`, given(query as Wish)) };
    if (isRefusal(found)) return refused(language, text[language].refused, found);
    const { then, now, differences, happenedSince } = found;
    return reportChangesPage({
      ...{ language, report: report.title[language], until: then.period.until, happenedSince },
      known: then.basis.asKnownOn,
      differences: differencesIn(differences, then, { runs: { then, now } }, language),
      lines: then.parameters.audience === 'public' ? null : linesOf(found, language),
      back: address(`/reports/${report.name}`, addressOf(then, report, session.person as Person)),
    });
  },
);

const given = (wish: Wish): [string, string][] =>
  Object.entries(wish).flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []));

function linesOf({ changed, now }: Changes, language: Language): ChangedLine[] {
  const { groups, along } = layoutOf(now);
  const figure = ({ row, column }: Changed): string =>
    [
      ...[...groups, along].map((key) => called(key, row, language)),
      now.columns.find(({ name }) => name === column)?.label[language] ?? column,
    ].join(' · ');
  return changed.map((one) => {
    const { as, day, file, event, isCorrection } = one;
    const [home = '', seq = ''] = event?.split(':') ?? [];
    const at = { href: `/files/${home}/events/${seq}`, seq, isCorrection };
    return { as, day, file, figure: figure(one), event: event === null ? null : at };
  });
}

/** What a report gives otherwise since it was known on a day. */
export const reportChangesPages = [since];
