import type { Person } from '../../engine/model.js';
import { isRefusal } from '../../engine/refusals.js';
import { chaptersOf, reportNamed, type Answer, type Chapter, type Report } from '../../reports/index.js';
import type { FoundView } from '../pages/report-found.js';
import { accountView, sourceLine, sourceView } from './report-account.js';
import type { Asks } from './report-asked.js';
import { chartOf, comparedOf, copiedOf, rowKeyOf, tableOf } from './report-lines.js';
import { address, addressOf } from './report-wish.js';

/** What a report came to, for its page; beside it the same at another cut-off. */
export function foundIn(
  { session, language }: Asks,
  report: Report,
  made: Answer,
  beside: Answer | null,
): FoundView {
  const query = addressOf(made, report, session.person as Person);
  const table = tableOf(made, language, (row, column) =>
    address(`/reports/${report.name}/cases`, [
      ...query,
      ['row', rowKeyOf(made.columns, row)],
      ['column', column],
    ]),
  );
  return {
    lead: made.headline?.[language] ?? null,
    source: sourceView(made, language),
    table,
    chart: chartOf(made, report.chart, language),
    compared: beside && comparedOf([made, beside], report.compared ?? [], language),
    parts: chaptersOf(made, report).map((one) => partView(one, session.person as Person, language)),
    cannotTell: (report.cannotTell ?? []).map((one) => one[language]),
    account: accountView(made, language),
    copied: copiedOf(table, sourceLine(made, language)),
    parameters: query,
  };
}

/** A report among those that another is put together from. */
function partView(
  { part, heading }: Chapter,
  person: Person,
  language: Asks['language'],
): FoundView['parts'][number] {
  const report = reportNamed(part.report);
  const query = isRefusal(report) ? [] : addressOf(part, report, person);
  const path = `/reports/${part.report}`;
  return {
    ...{ name: part.report, title: heading[language], lead: part.headline?.[language] ?? null },
    href: address(path, query),
    table: tableOf(part, language, (row, column) =>
      address(`${path}/cases`, [...query, ['row', rowKeyOf(part.columns, row)], ['column', column]]),
    ),
    chart: isRefusal(report) ? null : chartOf(part, report.chart, language),
  };
}
