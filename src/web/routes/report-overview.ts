import type { Reader } from '../../access/access-entry.js';
import { addDays } from '../../domain/days.js';
import { dayOf } from '../../domain/zone.js';
import type { Person } from '../../engine/model.js';
import { isRefusal } from '../../engine/refusals.js';
import { audienceOf, sourceOf } from '../../files/report-reader.js';
import type { Language } from '../../platform/language.js';
import { answer, reports, type Answer, type Column } from '../../reports/index.js';
import type { Runtime } from '../../runtime.js';
import { entries } from '../entry.js';
import type { ReportLine } from '../pages/reports.page.js';
import type { Goal } from '../pages/start-figures.js';
import { called } from './report-lines.js';

/** Every report of this year as it is for its reader, by name, each reading of one logged. */
export async function reportsMade(runtime: Runtime, reader: Reader): Promise<ReadonlyMap<string, Answer>> {
  const year = dayOf(runtime.clock.now()).slice(0, 4);
  const all = new Map<string, Answer>();
  for (const { name } of reports) {
    const made = await asked(runtime, reader, name, { year });
    if (made !== null) all.set(name, made);
  }
  return all;
}

/** What every report says. */
export const reportLines = (
  all: ReadonlyMap<string, Answer>,
  { person }: Pick<Reader, 'person'>,
  language: Language,
): ReportLine[] =>
  reports.flatMap(({ name, title, question }) => {
    const made = all.get(name);
    return made === undefined
      ? []
      : {
          ...{ name, title: title[language], question: question[language] },
          headline: made.headline?.[language] ?? null,
          ...{ until: made.period.until, known: made.basis.asKnownOn },
          ledger: ledgerOf(name, person, made.period.until),
        };
  });

/** Where the balance is told booking by booking, for those who may see that. */
export const ledgerOf = (name: string, person: Person, until: string): string | null =>
  name === 'goal-ledger' && entries.tenancies.lets(person) ? `/goal?month=${until.slice(0, 7)}` : null;

/** The yearly goal as its report of today has it, form by form, and beside the end of the month before. Null when there is none. */
export async function goalOf(
  runtime: Runtime,
  reader: Reader,
  made: Answer | undefined,
  language: Language,
): Promise<Goal | null> {
  const today = dayOf(runtime.clock.now());
  if (made === undefined) return null;
  const form = made.columns.find(({ key }) => key) as Column;
  const lines = made.rows.map((row) => ({ name: called(form, row, language), ...figuresIn(row) }));
  const total = lines.at(-1) ?? { goal: null, allocated: null, left: null };
  return {
    ...{ year: Number(today.slice(0, 4)), lines, ...total },
    until: made.period.until < today ? made.period.until : today,
    knownOn: made.basis.asKnownOn,
    since: await sinceLastMonth(runtime, reader, today, total.allocated),
  };
}

/** What came to the goal since the last month ended, and what became known since then of what was before. Null in January. */
async function sinceLastMonth(
  runtime: Runtime,
  reader: Reader,
  today: string,
  allocated: number | null,
): Promise<Goal['since']> {
  const until = addDays(`${today.slice(0, 7)}-01`, -1);
  const year = until.slice(0, 4);
  if (year !== today.slice(0, 4)) return null;
  const [now, then] = [
    await asked(runtime, reader, 'yearly-goal', { year, until }),
    await asked(runtime, reader, 'yearly-goal', { year, until, asKnownOn: until }),
  ];
  const [knownNow, knownThen] = [now, then].map((made) => figuresIn(made?.rows.at(-1) ?? {}).allocated);
  if (knownNow == null || knownThen == null || allocated === null) return null;
  return { day: until, since: allocated - knownNow, late: knownNow - knownThen };
}

async function asked(
  runtime: Runtime,
  reader: Reader,
  name: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Answer | null> {
  const today = dayOf(runtime.clock.now());
  const made = await answer(sourceOf(runtime), name, {
    today,
    reader: audienceOf(reader.person),
    parameters,
    isAlone: true,
  });
  if (isRefusal(made)) return null;
  await runtime.accessLog.report(reader, name, 'page', made);
  return made;
}

function figuresIn(
  row: Readonly<Record<string, unknown>>,
): Record<'goal' | 'allocated' | 'left', number | null> {
  const flats = (name: string): number | null => (typeof row[name] === 'number' ? row[name] : null);
  return { goal: flats('goal'), allocated: flats('allocated'), left: flats('left') };
}
