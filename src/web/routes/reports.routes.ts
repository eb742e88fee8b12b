import { z } from 'zod';
import type { Reader } from '../../access/access-entry.js';
import { exportPurposes, isOffered, offered } from '../../access/purposes.js';
import { dayOf } from '../../domain/zone.js';
import type { Person } from '../../engine/model.js';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import { audienceOf, sourceOf } from '../../files/report-reader.js';
import {
  answer,
  chaptersOf,
  formatted,
  keep,
  mediaTypes,
  reportNamed,
  type Answer,
  type Chapter,
  type Report,
} from '../../reports/index.js';
import { nameIn } from '../around.js';
import { page, type Asked, type Shown } from '../page.js';
import { failed, notFound, refused } from '../pages/messages.page.js';
import { reportPage, type FoundView, type ReportPage } from '../pages/report.page.js';
import { reportsPage } from '../pages/reports.page.js';
import { text } from '../pages/reports.words.js';
import type { Fault } from '../parts.js';
import { accountView, sourceLine, sourceView } from './report-account.js';
import { ledgerOf, reportLines, reportsMade } from './report-overview.js';
import { chartOf, comparedOf, copiedOf, rowKeyOf, tableOf } from './report-lines.js';
import {
  address,
  addressOf,
  compareFields,
  comparedWith,
  completed,
  fieldsOf,
  wished,
  type Wish,
} from './report-wish.js';

const NAME = z.object({ name: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/) });
const YEARS = 4;

type Asks = Pick<Asked, 'runtime' | 'session' | 'language'>;

/** Asks a report in the reader's name. */
export function ask({ runtime, session }: Asks, name: string, parameters: Wish): Promise<Answer | Refusal> {
  const today = dayOf(runtime.clock.now());
  const reader = audienceOf(session.person as Person);
  return answer(sourceOf(runtime), name, { today, reader, parameters });
}

const overview = page(
  { id: 'reports', method: 'GET', path: '/reports', permission: 'colleague', audit: [], logs: ['report'] },
  async (asked) => {
    const { runtime, language, reader } = asked;
    const who = await reader();
    const lines = reportLines(await reportsMade(runtime, who), who, language);
    return reportsPage({ language, lines });
  },
);

const one = page(
  {
    id: 'report',
    method: 'GET',
    path: '/reports/:name',
    permission: 'colleague',
    audit: [],
    logs: ['report'],
    params: NAME,
    query: z.object({ ...wished, ...compareFields }),
  },
  async (asked) => {
    const { runtime, params, query, language, reader } = asked;
    const report = reportNamed(params.name);
    if (isRefusal(report)) return notFound(language);
    const wish = query as Wish;
    const given = completed(wish, report, dayOf(runtime.clock.now()));
    const second = report.compared === undefined ? null : comparedWith(wish, given);
    const made = await ask(asked, report.name, given);
    const beside = second === null ? null : await ask(asked, report.name, second);
    const who = await reader();
    for (const each of [made, beside])
      if (each !== null) await runtime.accessLog.report(who, report.name, 'page', each);
    if (isRefusal(made) || isRefusal(beside)) return faulty(asked, report, wish, [made, beside]);
    return reportPage({
      ...(await frameOf(asked, report, made)),
      fields: fieldsOf(report, wish, made, asked.session.person as Person, language),
      faults: [],
      found: foundIn(asked, report, made, beside),
    });
  },
);

async function faulty(
  asked: Asks,
  report: Report,
  wish: Wish,
  [made, beside]: readonly (Answer | Refusal | null)[],
) {
  const { language, session } = asked;
  if (isRefusal(made) && made.fields === undefined) return refused(language, report.title[language], made);
  const second: Readonly<Record<string, string>> = { asKnownOn: 'compareKnown' };
  const faults: Fault[] = [
    ...faultsIn(made, language).map(({ id, message }) => ({ id: id === 'year' ? 'until' : id, message })),
    ...faultsIn(beside, language).map(({ id, message }) => ({ id: second[id] ?? 'compareUntil', message })),
  ];
  return reportPage({
    ...(await frameOf(asked, report, null)),
    fields: fieldsOf(report, wish, null, session.person as Person, language),
    faults: faults.filter((fault, at) => faults.findIndex(({ id }) => id === fault.id) === at),
    found: null,
  });
}

const faultsIn = (made: Answer | Refusal | null | undefined, language: Asks['language']): Fault[] =>
  isRefusal(made)
    ? (made.fields ?? []).map(({ path, message }) => ({ id: path, message: message[language] }))
    : [];

async function frameOf(
  { runtime, session, language }: Asks,
  report: Report,
  made: Answer | null,
): Promise<Omit<ReportPage, 'fields' | 'faults' | 'found'>> {
  const now = runtime.clock.now();
  const today = dayOf(now);
  const year = Number(today.slice(0, 4));
  const snapshot = await runtime.directory.snapshot();
  const shown = made?.parameters.year;
  const asked = made === null ? [] : addressOf(made, report, session.person as Person);
  return {
    language,
    token: session.formToken,
    name: report.name,
    title: `${report.title[language]}${shown === undefined ? '' : ` ${shown}`}`,
    question: report.question[language],
    changes: made?.parameters.asKnownOn == null ? null : address(`/reports/${report.name}/changes`, asked),
    ledger: ledgerOf(report.name, session.person as Person, made?.period.until ?? today),
    printed: `${text[language].printed} ${today} · ${nameIn(snapshot, (session.person as Person).login)}`,
    years: Array.from({ length: YEARS }, (_, at) => year - at).map((one) => ({
      href: `/reports/${report.name}?year=${one}`,
      text: String(one),
      isNow: one === shown,
    })),
    purposes: offered(exportPurposes, now).map(({ code, label }) => ({ code, label: label[language] })),
  };
}

function foundIn(
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
    source: sourceView(made),
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

const exported = page(
  {
    id: 'exportReport',
    method: 'POST',
    path: '/reports/:name/export',
    permission: 'colleague',
    audit: [],
    logs: ['report-export'],
    params: NAME,
    body: z.strictObject({
      ...wished,
      purpose: z.string().max(60),
      format: z.enum(['csv', 'xlsx', 'pdf', 'kept']),
    }),
  },
  async (asked) => {
    const { runtime, params, body, language, reader } = asked;
    const { purpose, format, ...wish } = body;
    const report = reportNamed(params.name);
    if (isRefusal(report)) return notFound(language);
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

/** The reports, one by one, and as files. */
export const reportsPages = [overview, one, exported];
