import { z } from 'zod';
import type { Reader } from '../../access/access-entry.js';
import { exportPurposes, isOffered } from '../../access/purposes.js';
import { dayOf } from '../../domain/zone.js';
import { isRefusal } from '../../engine/refusals.js';
import { audienceOf, sourceOf } from '../../files/report-reader.js';
import { formatted, keep, mediaTypes, reportNamed, type Report } from '../../reports/index.js';
import { page, type Shown } from '../page.js';
import { failed, notFound, refused } from '../pages/messages.page.js';
import { text } from '../pages/reports.words.js';
import { ask, NAME, type Asks } from './report-asked.js';
import { reportShown } from './reports.routes.js';
import { completed, wished, type Wish } from './report-wish.js';

const exported = page(
  {
    id: 'exportReport',
    method: 'POST',
    path: '/reports/:name/export',
    permission: 'colleague',
    audit: [],
    logs: ['report-export', 'report'],
    params: NAME,
    body: z.strictObject({
      ...wished,
      purpose: z.string().max(60).default(''),
      format: z.enum(['csv', 'xlsx', 'pdf', 'kept']),
    }),
  },
  async (asked) => {
    const { runtime, params, body, language, reader } = asked;
    const { purpose, format, ...wish } = body;
    const report = reportNamed(params.name);
    if (isRefusal(report)) return notFound(language);
    if (purpose === '') {
      const faults = [{ id: 'purpose', message: text[language].noPurpose }];
      return { ...(await reportShown(asked, report, wish as Wish, faults)), status: 422 };
    }
    if (!isOffered(exportPurposes, purpose, runtime.clock.now())) return failed(language, 400);
    const given = completed(wish as Wish, report, dayOf(runtime.clock.now()));
    const who = { ...(await reader()), purpose };
    if (format === 'kept') return keptBy(asked, who, report, given);
    const made = await ask(asked, report.name, given);
    await runtime.accessLog.report(who, report.name, format, made);
    if (isRefusal(made)) return refused(language, report.title[language], made);
    return {
      download: {
        name: `${made.report}-${made.period.until}.${format}`,
        type: mediaTypes[format],
        body: await formatted(made, format, language),
      },
    };
  },
);

/** Keeps a report as it is now, and shows it. */
async function keptBy(
  { runtime, language }: Asks,
  who: Reader,
  report: Report,
  parameters: Wish,
): Promise<Shown | { readonly go: string }> {
  const now = runtime.clock.now();
  const asking = { today: dayOf(now), reader: audienceOf(who.person), parameters };
  const kept = await keep(sourceOf(runtime), report.name, asking, { login: who.person.login, at: now });
  await runtime.accessLog.report(who, report.name, 'kept', isRefusal(kept) ? kept : kept.made);
  return isRefusal(kept)
    ? refused(language, report.title[language], kept)
    : { go: `/reports/kept/${kept.id}` };
}

/** Reports as files, and those that are kept. */
export const reportExportPages = [exported];
