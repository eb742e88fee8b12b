import { z } from 'zod';
import { exportPurposes, offered } from '../../access/purposes.js';
import { dayOf } from '../../domain/zone.js';
import type { Person } from '../../engine/model.js';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import { reportNamed, type Answer, type Report } from '../../reports/index.js';
import { nameIn } from '../around.js';
import { page, type Asked, type Shown } from '../page.js';
import { notFound, refused } from '../pages/messages.page.js';
import { reportPage, type ReportPage } from '../pages/report.page.js';
import { reportsPage } from '../pages/reports.page.js';
import { text } from '../pages/reports.words.js';
import type { Fault } from '../parts.js';
import { ask, NAME, type Asks } from './report-asked.js';
import { foundIn } from './report-found.js';
import { ledgerOf, reportLines, reportsMade } from './report-overview.js';
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

const YEARS = 4;

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
    query: z.object({ ...wished, ...compareFields, purpose: z.string().max(60).optional() }),
  },
  async (asked) => {
    const { params, query, language } = asked;
    const report = reportNamed(params.name);
    return isRefusal(report) ? notFound(language) : reportShown(asked, report, query as Wish);
  },
);

/** The page of a report, or of what is wrong with what it was asked for. `faults`: of taking it along. */
export async function reportShown(
  asked: Asks & Pick<Asked, 'reader'>,
  report: Report,
  wish: Wish,
  faults: readonly Fault[] = [],
): Promise<Shown> {
  const { runtime, language, reader } = asked;
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
    purpose: wish['purpose'],
    faults,
    found: foundIn(asked, report, made, beside),
  });
}

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
    purpose: undefined,
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
): Promise<Omit<ReportPage, 'fields' | 'faults' | 'found' | 'purpose'>> {
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

/** The reports, one by one. */
export const reportsPages = [overview, one];
