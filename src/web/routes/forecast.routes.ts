import { z } from 'zod';
import { dayOf } from '../../domain/zone.js';
import type { Person } from '../../engine/model.js';
import { organisationsToPick } from '../../files/picks.js';
import { forecastVersions, type ForecastVersion } from '../../register/forecasts.queries.js';
import { formWords, FORMS } from '../../reports/index.js';
import type { Snapshot } from '../../register/snapshot.js';
import { page, type Asked, type Shown } from '../page.js';
import { forecastPage, type ForecastPage, type ForecastWish } from '../pages/forecast.page.js';
import { text } from '../pages/forecast.words.js';
import type { Fault } from '../parts.js';
import { FIELDS, isFaulty, SIZES, toldIn, wishIn, type Told } from './forecast-wish.js';
import { refusedFields } from './refused-fields.js';
import { typed } from './typed.js';

const PATH = '/forecast';
/** Those who hand in: districts, units that refer like one, and the housing unit. */
const KINDS = ['district', 'housingUnit'] as const;
type Here = Pick<Asked, 'runtime' | 'session' | 'language'>;

const forecast = page(
  {
    id: 'forecast',
    method: 'GET',
    path: PATH,
    permission: 'forecast',
    audit: [],
    query: z.object({ done: z.enum(['added', 'unchanged']).optional() }),
  },
  (asked) =>
    shown(asked, {
      done: asked.query.done,
      ...(asked.kept !== null && { wish: wishIn(asked.kept), wasKept: true }),
    }),
);

const handIn = page(
  {
    id: 'handInForecast',
    method: 'POST',
    path: PATH,
    permission: 'forecast',
    audit: [],
    form: PATH,
    body: z.strictObject(Object.fromEntries(FIELDS.map((name) => [name, typed(60)]))),
  },
  async (asked) => {
    const { runtime, session, language } = asked;
    const wish = wishIn(asked.body);
    const now = runtime.clock.now();
    const told = toldIn(wish, language);
    const faults = [
      ...whoseFaults(wish, asked, await runtime.directory.snapshot()),
      ...(isFaulty(told) ? told : []),
    ];
    if (faults.length > 0 || isFaulty(told)) return shown(asked, { wish, faults });
    const of = { year: yearAfter(now), district: wish['district'], form: wish['form'] };
    if (isSame(await current(asked, of), told)) return { go: `${PATH}?done=unchanged` };
    const lines = told.map((one) => ({ ...of, ...one }));
    const refused = await runtime.registers.putAll('forecast', lines, {
      ...{ at: now, by: session.login, recordedAt: now },
    });
    if (refused === null) return { go: `${PATH}?done=added` };
    return shown(asked, { wish, faults: refusedFields(refused, 'district', language) });
  },
);

/** A forecast is of the year that has not begun. */
const yearAfter = (now: string): number => Number(dayOf(now).slice(0, 4)) + 1;

/** What counts of a form of a district or unit. */
async function current(
  { runtime }: Pick<Here, 'runtime'>,
  {
    year,
    district,
    form,
  }: { readonly year: number } & Partial<Record<'district' | 'form', string | undefined>>,
): Promise<readonly ForecastVersion[]> {
  const versions = await forecastVersions(runtime.pool, year);
  return versions.filter((one) => one.district === district && one.form === form && !one.isReplaced);
}

/** Whether what counts says the same already. */
const isSame = (counts: readonly ForecastVersion[], told: Told): boolean =>
  counts.length === told.length &&
  told.every(({ size, low, high }) =>
    counts.some((one) => one.size === (size ?? null) && one.low === low && one.high === high),
  );

/** Those whom somebody may hand in for: people of a board or unit for their own, the administration for each. */
function districtsFor(person: Person, snapshot: Snapshot, now: string): ForecastPage['districts'] {
  return organisationsToPick(snapshot, KINDS, now)
    .filter(({ value }) => person.kind === 'administration' || value === person.organisation)
    .map(({ value, label }) => ({ value, label }));
}

/** The forms that somebody may hand in for, the usual first: the housing unit refers nobody, and it alone has Housing First. */
function formsFor({ kind }: Person): readonly string[] {
  const usual = kind === 'housingUnit' ? [] : ['transitional'];
  const others = FORMS.filter(
    (form) => form !== 'transitional' && (form !== 'housing-first' || kind !== 'district'),
  );
  return [...usual, ...others];
}

function whoseFaults(wish: ForecastWish, { runtime, session, language }: Here, snapshot: Snapshot): Fault[] {
  const say = text[language];
  const person = session.person as Person;
  const mine = districtsFor(person, snapshot, runtime.clock.now());
  return [
    ...(mine.some(({ value }) => value === wish['district'])
      ? []
      : [{ id: 'district', message: say.noDistrict }]),
    ...(formsFor(person).some((form) => form === wish['form']) ? [] : [{ id: 'form', message: say.noForm }]),
  ];
}

async function shown(
  { runtime, session, language }: Here,
  more: {
    readonly wish?: ForecastWish;
    readonly faults?: readonly Fault[];
    readonly wasKept?: boolean;
    readonly done?: ForecastPage['done'];
  },
): Promise<Shown> {
  const now = runtime.clock.now();
  const year = yearAfter(now);
  const snapshot = await runtime.directory.snapshot();
  const person = session.person as Person;
  const districts = districtsFor(person, snapshot, now);
  const names = new Map(districts.map(({ value, label }) => [value, label]));
  const named = (form: string): string => formWords(form)?.[language] ?? form;
  const versions = await forecastVersions(runtime.pool, year);
  return forecastPage({
    ...{ language, token: session.formToken, year, districts, sizes: SIZES, done: more.done },
    forms: formsFor(person).map((value) => ({ value, label: named(value) })),
    wish: more.wish ?? wishIn({ form: formsFor(person)[0] ?? '' }),
    faults: more.faults ?? [],
    wasKept: more.wasKept ?? false,
    lines: versions
      .filter(({ district }) => names.has(district))
      .map(({ district, form, ...line }) => ({
        ...line,
        ...{ name: names.get(district) ?? district, form: named(form) },
      })),
  });
}

/** What the districts and units expect of the next year. */
export const forecastPages = [forecast, handIn];
