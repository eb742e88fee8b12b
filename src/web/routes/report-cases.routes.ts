import { z } from 'zod';
import { dayOf } from '../../domain/zone.js';
import type { Person } from '../../engine/model.js';
import { isRefusal } from '../../engine/refusals.js';
import { casesSeen, type CasesSeen } from '../../files/report-reader.js';
import type { Snapshot } from '../../register/snapshot.js';
import { reportNamed } from '../../reports/index.js';
import { page } from '../page.js';
import { notFound, refused } from '../pages/messages.page.js';
import { reportCasesPage, type CaseLine } from '../pages/report-cases.page.js';
import { text } from '../pages/reports.words.js';
import { called, layoutOf, rowNamed } from './report-lines.js';
import { address, addressOf, completed, wished, type Wish } from './report-wish.js';
import { ask } from './report-asked.js';

const PAGE = 50;

const behind = page(
  {
    id: 'reportCases',
    method: 'GET',
    path: '/reports/:name/cases',
    permission: 'colleague',
    audit: [],
    logs: ['list'],
    params: z.object({ name: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/) }),
    query: z.object({
      ...wished,
      row: z.string().max(200),
      column: z.string().max(60),
      from: z
        .string()
        .regex(/^\d{1,6}$/)
        .default('0')
        .transform(Number),
    }),
  },
  async (asked) => {
    const { runtime, params, query, language, reader, session } = asked;
    const report = reportNamed(params.name);
    if (isRefusal(report)) return notFound(language);
    const { row: given, column, from, ...wish } = query;
    const parameters = completed(wish as Wish, report, dayOf(runtime.clock.now()));
    const made = await ask(asked, report.name, parameters);
    if (isRefusal(made)) return refused(language, text[language].refused, made);
    const row = rowNamed(
      made.columns.filter(({ key }) => key),
      given,
    );
    const opening = { report: report.name, parameters, row, column, from, limit: PAGE };
    const found = await casesSeen(runtime, await reader(), opening, language);
    if (isRefusal(found)) return refused(language, text[language].refused, found);
    const query_ = addressOf(made, report, session.person as Person);
    const here = (at: number): string =>
      address(`/reports/${report.name}/cases`, [
        ...query_,
        ...([
          ['row', given],
          ['column', column],
          ['from', String(at)],
        ] as const),
      ]);
    const layout = layoutOf(made);
    return reportCasesPage({
      language,
      report: report.title[language],
      column: found.column.label[language],
      row: [...layout.groups, layout.along].map((key) => called(key, found.row, language)).join(' · '),
      until: made.period.until,
      back: address(`/reports/${report.name}`, query_),
      lines: linesOf(found, await runtime.directory.snapshot()),
      seen: found.seen,
      next: from + PAGE < found.seen ? here(from + PAGE) : null,
      first: from > 0 ? here(0) : null,
    });
  },
);

function linesOf({ lines }: CasesSeen, { organisations, districts }: Snapshot): CaseLine[] {
  const nameOf = (code: string): string =>
    organisations.get(code)?.name ?? districts.get(code)?.at(-1)?.name ?? code;
  return lines.map(({ day, district, listed }) => ({
    day,
    file: listed.id,
    kind: listed.kind,
    states: listed.processes.map(({ label, stateLabel }) => `${label}: ${stateLabel}`),
    district: district === null ? '–' : nameOf(district),
  }));
}

/** The lists behind the figures of reports. */
export const reportCasesPages = [behind];
