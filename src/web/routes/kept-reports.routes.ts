import { z } from 'zod';
import { ENGINE } from '../../engine/deciding.js';
import type { Person } from '../../engine/model.js';
import { isRefusal } from '../../engine/refusals.js';
import { audienceOf, sourceOf, titleOfKept } from '../../files/report-reader.js';
import type { Language } from '../../platform/language.js';
import { COMMAND_LINE_LOGIN } from '../../register/roles.js';
import type { Snapshot } from '../../register/snapshot.js';
import { check, keptList, keptReport, mayRead, reportNamed } from '../../reports/index.js';
import { sendingsOf } from '../../register/dialogue.queries.js';
import { nameIn, organisationIn } from '../around.js';
import { entries } from '../entry.js';
import { page, type Asked, type Shown } from '../page.js';
import type { PacksForm } from '../pages/packs-form.js';
import { keptReportPage } from '../pages/kept-report.page.js';
import { keptReportsPage } from '../pages/kept-reports.page.js';
import { text } from '../pages/kept.words.js';
import { text as dialogue } from '../pages/dialogue.words.js';
import { notFound, refused } from '../pages/messages.page.js';
import { answerKept, askedIn, differencesIn, tablesOf } from './kept-view.js';
import { accountView } from './report-account.js';
import { partiesOf } from './parties.js';
import { packsForm } from './packs-form.js';
import { address, addressOf } from './report-wish.js';

const PATH = '/reports/kept';
const PAGE = 50;

const list = page(
  {
    id: 'keptReports',
    method: 'GET',
    path: PATH,
    permission: 'colleague',
    audit: [],
    query: z.object({
      from: z
        .string()
        .regex(/^\d{1,6}$/)
        .default('0')
        .transform(Number),
    }),
  },
  async (asked) => keptPage(asked, asked.query.from, await packsForm(asked)),
);

/** The list of kept reports from one on, with the form by which the routine ones are made. */
export async function keptPage(
  { runtime, session, language }: Pick<Asked, 'runtime' | 'session' | 'language'>,
  from: number,
  form: PacksForm,
): Promise<Shown> {
  const reader = audienceOf(session.person as Person);
  const [found, snapshot] = await Promise.all([
    keptList(runtime.pool, reader, from, PAGE + 1),
    runtime.directory.snapshot(),
  ]);
  return keptReportsPage({
    language,
    form,
    lines: found.slice(0, PAGE).map((one) => ({
      ...{ id: one.id, report: titleOfKept(one, language), asked: askedIn(one, language) },
      ...{ by: keeperIn(snapshot, one.madeBy, language), at: one.madeAt },
    })),
    next: found.length > PAGE ? `${PATH}?from=${from + PAGE}` : null,
    first: from > 0 ? PATH : null,
  });
}

const one = page(
  {
    id: 'keptReport',
    method: 'GET',
    path: `${PATH}/:kept`,
    permission: 'colleague',
    audit: [],
    logs: ['report'],
    params: z.object({ kept: z.string().regex(/^[a-z][a-z0-9-]{0,99}$/) }),
    query: z.object({ sent: z.enum(['nobody']).optional() }),
  },
  async (asked) => {
    const { runtime, session, language, reader, params, query } = asked;
    const person = session.person as Person;
    const kept = await keptReport(runtime.pool, params.kept);
    if (kept === undefined || !mayRead(audienceOf(person), kept)) return notFound(language);
    const { id, sha256, madeAt } = kept;
    await runtime.accessLog.other(await reader(), 'report', {
      ...{ report: kept.report, format: 'page' },
      parameters: { kept: id },
    });
    const checked = await check(sourceOf(runtime), id);
    if (isRefusal(checked)) return refused(language, text[language].refused, checked);
    const { isWhole, isSame, isSameDefinition, then, now, runs } = checked;
    const answer = answerKept(kept, runs.then);
    const report = reportNamed(kept.report);
    const snapshot = await runtime.directory.snapshot();
    const mayNote = entries.dialogue.lets(person);
    const nameOf = (code: string): string => organisationIn(snapshot, code);
    return keptReportPage({
      token: session.formToken,
      sendings: (await sendingsOf(runtime.pool, id)).map(({ day, parties }) => ({
        ...{ day, to: parties.map(nameOf).join(', ') },
      })),
      parties: mayNote ? await partiesOf(asked) : [],
      faults: query.sent === 'nobody' ? [{ id: 'parties', message: dialogue[language].noParty }] : [],
      ...{ language, id, sha256, isWhole, isSame, isSameDefinition },
      title: answer.title[language],
      asked: askedIn(kept, language),
      by: keeperIn(snapshot, kept.madeBy, language),
      at: madeAt,
      present: isRefusal(report)
        ? '/reports'
        : address(`/reports/${kept.report}`, addressOf(runs.now, report, person)),
      then: differencesIn(then, answer, checked, language),
      now: differencesIn(now, answer, checked, language),
      tables: tablesOf(answer, language),
      account: accountView(answer, language),
    });
  },
);

const keeperIn = (snapshot: Snapshot, login: string, language: Language): string =>
  login === COMMAND_LINE_LOGIN
    ? text[language].commandLine
    : login === ENGINE.login
      ? dialogue[language].bySchedule
      : nameIn(snapshot, login);

/** Kept reports: the list of them, and each with what comes of it when it is run again. */
export const keptReportsPages = [list, one];
