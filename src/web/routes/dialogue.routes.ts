import { z } from 'zod';
import { dayOf } from '../../domain/zone.js';
import type { Person } from '../../engine/model.js';
import { isRefusal } from '../../engine/refusals.js';
import { audienceOf, titleOfKept } from '../../files/report-reader.js';
import type { Language } from '../../platform/language.js';
import { dialogueKinds, type DialogueData, type DialogueKind } from '../../register/dialogue.js';
import { dialogueLog, type DialogueEntry } from '../../register/dialogue.queries.js';
import { keptList, reportNamed, reports, type KeptLine } from '../../reports/index.js';
import { sentIn, type Sent } from '../forms/read-form.js';
import { page, type Asked, type Shown } from '../page.js';
import { dialoguePage, type DialogueLineView, type DialogueWish } from '../pages/dialogue.page.js';
import { text } from '../pages/dialogue.words.js';
import type { Fault } from '../parts.js';
import { askedIn } from './kept-view.js';
import { chosenIn, partiesOf } from './parties.js';
import { refusedFields } from './refused-fields.js';

const PATH = '/dialogue';
const PAGE = 50;
/** Kept reports to choose from: the newest. */
const KEPT = 40;
type Here = Pick<Asked, 'runtime' | 'session' | 'language'>;

const log = page(
  {
    ...{ id: 'dialogue', method: 'GET', path: PATH, permission: 'dialogue', audit: [] },
    query: z.object({
      done: z.enum(['added']).optional(),
      from: z
        .string()
        .regex(/^\d{1,6}$/)
        .default('0')
        .transform(Number),
    }),
  } as const,
  async (asked) => {
    const { query, kept, runtime } = asked;
    const today = dayOf(runtime.clock.now());
    const wish = kept === null ? { date: today } : await wishIn(asked, sentIn(kept));
    return shown(asked, { wish, from: query.from, isAdded: query.done === 'added', wasKept: kept !== null });
  },
);

const add = page(
  {
    ...{ id: 'addDialogue', method: 'POST', path: PATH, permission: 'dialogue', audit: [], form: PATH },
    body: z.looseObject({}),
  } as const,
  async (asked) => {
    const { runtime, session, language } = asked;
    const wish = await wishIn(asked, sentIn(asked.body));
    const read = await readWish(asked, wish);
    if ('faults' in read) return shown(asked, { wish, faults: read.faults });
    const now = runtime.clock.now();
    const put = await runtime.registers.put('dialogue', read.data, {
      ...{ at: now, by: session.login, recordedAt: now },
    });
    if (!isRefusal(put)) return { go: `${PATH}?done=added` };
    return shown(asked, { wish, faults: refusedFields(put, 'date', language) });
  },
);

async function wishIn(asked: Here, sent: Sent): Promise<DialogueWish> {
  const of = (name: string): string => (sent[name] ?? '').trim();
  return {
    ...{ date: of('date'), kind: of('kind'), note: of('note'), kept: of('kept') },
    ...{ report: of('report'), until: of('until'), parties: chosenIn(sent, await partiesOf(asked)) },
  };
}

/** What is written, or what is wrong with it. A kept report says itself which it is, and until when. */
async function readWish(
  asked: Here,
  wish: DialogueWish,
): Promise<{ readonly data: DialogueData } | { readonly faults: readonly Fault[] }> {
  const say = text[asked.language];
  const kept = (await keptOf(asked)).find(({ id }) => id === wish.kept);
  const report = kept?.report ?? wish.report;
  const until = kept === undefined ? wish.until : String(kept.parameters['until'] ?? '');
  const isSent = wish.kind === 'statistics-sent';
  const wrong: readonly (readonly [boolean, string, string])[] = [
    [!isDay(wish.date), 'date', say.noDay],
    [!Object.hasOwn(dialogueKinds, wish.kind), 'kind', say.noKind],
    [wish.parties.length === 0, 'parties', say.noParty],
    [wish.note.length > 1000, 'note', say.longNote],
    [isSent && isRefusal(reportNamed(report)), 'report', say.noReport],
    [isSent && until !== '' && !isDay(until), 'until', say.badUntil],
  ];
  const faults = wrong.flatMap(([isWrong, id, message]) => (isWrong ? [{ id, message }] : []));
  if (faults.length > 0) return { faults };
  return {
    data: {
      ...{ date: wish.date, kind: wish.kind as DialogueKind, parties: [...wish.parties] },
      ...(wish.note !== '' && { note: wish.note }),
      ...(isSent && { report, ...(until !== '' && { until }), ...(kept && { kept: kept.id }) }),
    },
  };
}

const isDay = (day: string): boolean =>
  /^(19|20|21)\d\d-\d\d-\d\d$/.test(day) && z.iso.date().safeParse(day).success;

const keptOf = ({ runtime, session }: Here): Promise<readonly KeptLine[]> =>
  keptList(runtime.pool, audienceOf(session.person as Person), 0, KEPT);

async function shown(
  asked: Here,
  more: {
    readonly wish: Partial<DialogueWish>;
    readonly faults?: readonly Fault[];
    readonly from?: number;
    readonly wasKept?: boolean;
    readonly isAdded?: boolean;
  },
): Promise<Shown> {
  const { runtime, session, language } = asked;
  const { wish, faults = [], from = 0, wasKept = false, isAdded = false } = more;
  const blank = { date: '', kind: '', parties: [], note: '', kept: '', report: '', until: '' };
  const kept = await keptOf(asked);
  const found = await dialogueLog(runtime.pool, from, PAGE + 1);
  const { organisations } = await runtime.directory.snapshot();
  const nameOf = (code: string): string => organisations.get(code)?.name ?? code;
  return dialoguePage({
    ...{ language, token: session.formToken, wish: { ...blank, ...wish }, faults, wasKept, isAdded },
    kinds: Object.entries(dialogueKinds).map(([value, label]) => ({ value, label: label[language] })),
    parties: await partiesOf(asked),
    keptReports: kept.map((one) => ({
      value: one.id,
      label: `${titleOfKept(one, language)}, ${askedIn(one, language)}`,
    })),
    reports: reports.map(({ name, title }) => ({ value: name, label: title[language] })),
    lines: found.slice(0, PAGE).map((one) => lineOf(one, nameOf, language)),
    next: found.length > PAGE ? `${PATH}?from=${from + PAGE}` : null,
    first: from > 0 ? PATH : null,
  });
}

function lineOf(
  entry: DialogueEntry,
  nameOf: (code: string) => string,
  language: Language,
): DialogueLineView {
  const { day, kind, parties, note, report, until, kept } = entry;
  const named = report === null ? null : reportNamed(report);
  const title = named === null ? null : isRefusal(named) ? report : named.title[language];
  const label = [title, until].filter((one) => one !== null).join(' ');
  return {
    ...{ day, kind: dialogueKinds[kind][language], parties: parties.map(nameOf).join(', '), note },
    sent: title === null ? null : { label, href: kept === null ? null : `/reports/kept/${kept}` },
  };
}

/** The dialogue log, as those write it who keep it. */
export const dialoguePages = [log, add];
