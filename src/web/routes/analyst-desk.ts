import type { Person } from '../../engine/model.js';
import { dayOf } from '../../domain/zone.js';
import { audienceOf } from '../../files/report-reader.js';
import type { Language } from '../../platform/language.js';
import { deliveries, TOTAL, type Answer, type Column, type Delivery } from '../../reports/index.js';
import type { Runtime } from '../../runtime.js';
import { monthOf } from '../figures.js';
import type { AnalystDesk, DeliveryLine, MissingLine } from '../pages/analyst-sections.js';
import { analystText as text } from '../pages/analyst.words.js';
import { called, tableOf } from './report-lines.js';
import { address } from './report-wish.js';

/** What an analyst follows beside the goal, from the reports of this year as they were made for the overview. */
export async function analystDeskOf(
  { pool, clock }: Runtime,
  person: Person,
  made: ReadonlyMap<string, Answer>,
  language: Language,
): Promise<AnalystDesk> {
  const today = dayOf(clock.now());
  const due = await deliveries(pool, audienceOf(person), today);
  const forecast = made.get('forecast');
  return {
    forecast: forecast === undefined ? null : tableOf(beside(forecast), language, () => ''),
    missing: missingIn(made, Number(today.slice(0, 4)), language),
    deliveries: due.map((one) => lineOf(one, language)),
  };
}

/** What was expected beside what came; how much of the year is gone stands in the report. */
const beside = (answer: Answer): Answer => ({
  ...answer,
  opens: [],
  columns: answer.columns.filter(({ name }) => name !== 'elapsed'),
});

function missingIn(made: ReadonlyMap<string, Answer>, year: number, language: Language): MissingLine[] {
  const say = text[language];
  const handIn = { href: '/forecast', label: say.handIn };
  const [goal, survey] = ['yearly-goal', 'survey'].map((name) => made.get(name));
  const { names, isAll } = withoutForecast(made.get('forecast'), language);
  const says = (isSo: boolean, told: string, way: MissingLine['way']) => (isSo ? [{ says: told, way }] : []);
  return [
    ...says(goal?.rows.at(-1)?.['goal'] === null, say.noGoal(year), null),
    ...says(isAll, say.noForecasts(year), handIn),
    ...says(!isAll && names.length > 0, say.noForecast(names, year), handIn),
    ...says(survey !== undefined && survey.headline === null, say.noSurvey(year), {
      ...{ href: '/survey', label: say.readIn },
    }),
  ];
}

/** Who has handed in no forecast of the year. */
function withoutForecast(
  forecast: Answer | undefined,
  language: Language,
): { readonly names: readonly string[]; readonly isAll: boolean } {
  const column = forecast?.columns.find(({ key }) => key) as Column;
  const all = forecast?.rows.filter((row) => row['district'] !== TOTAL) ?? [];
  const without = all.filter((row) => row['low'] === null);
  return {
    names: without.map((row) => called(column, row, language)),
    isAll: all.length > 0 && without.length === all.length,
  };
}

/** A report that is to be delivered; whoever comes to it from there has said what it is for. */
function lineOf({ report, parameters, until, kept, sent }: Delivery, language: Language): DeliveryLine {
  const say = text[language];
  const { tertial = '', year = '' } = parameters;
  return {
    name: report === 'monthly' ? say.monthly(monthOf(until, language)) : say.tertial(tertial, year),
    href: address(`/reports/${report}`, [...Object.entries(parameters), ['purpose', 'delivery']]),
    kept: kept === null ? null : `/reports/kept/${kept}`,
    sent,
  };
}
