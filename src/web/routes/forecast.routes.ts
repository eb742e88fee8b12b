import { z } from 'zod';
import type { Typed } from '../../access/session.js';
import { dayOf } from '../../domain/zone.js';
import { isRefusal } from '../../engine/refusals.js';
import type { Person } from '../../engine/model.js';
import { organisationsToPick } from '../../files/picks.js';
import { forecastVersions } from '../../register/forecasts.queries.js';
import type { Snapshot } from '../../register/snapshot.js';
import { page, type Asked, type Shown } from '../page.js';
import { forecastPage, type ForecastPage, type ForecastWish } from '../pages/forecast.page.js';
import { text } from '../pages/forecast.words.js';
import type { Fault } from '../parts.js';

const PATH = '/forecast';
/** The families that a district refers to SHIS. */
const FORM = 'transitional';
type Here = Pick<Asked, 'runtime' | 'session' | 'language'>;

const typed = () => z.string().max(60).default('');

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
    body: z.strictObject({ district: typed(), low: typed(), high: typed() }),
  },
  async (asked) => {
    const { runtime, session, body, language } = asked;
    const wish = wishIn(body);
    const now = runtime.clock.now();
    const faults = faultsOf(wish, asked, await runtime.directory.snapshot());
    if (faults.length > 0) return shown(asked, { wish, faults });
    const [low, high] = [Number(wish.low), Number(wish.high)];
    const data = { year: yearAfter(now), district: wish.district, form: FORM, low, high };
    const entry = { at: now, by: session.login, recordedAt: now };
    const put = await runtime.registers.put('forecast', data, entry);
    if (isRefusal(put))
      return shown(asked, {
        wish,
        faults: (put.fields ?? []).map(({ path, message }) => ({ id: path, message: message[language] })),
      });
    return { go: `${PATH}?done=${put.changed ? 'added' : 'unchanged'}` };
  },
);

/** A forecast is of the year that has not begun. */
const yearAfter = (now: string): number => Number(dayOf(now).slice(0, 4)) + 1;

/** Those whom somebody may hand in for: a district's people for their own, the administration for each. */
function districtsFor(person: Person, snapshot: Snapshot, now: string): ForecastPage['districts'] {
  return organisationsToPick(snapshot, 'district', now)
    .filter(({ value }) => person.kind === 'administration' || value === person.organisation)
    .map(({ value, label }) => ({ code: value, name: label }));
}

function faultsOf(wish: ForecastWish, { runtime, session, language }: Here, snapshot: Snapshot): Fault[] {
  const say = text[language];
  const mine = districtsFor(session.person as Person, snapshot, runtime.clock.now());
  const isCount = (given: string): boolean => /^\d{1,5}$/.test(given);
  const faults: readonly (readonly [boolean, string, string])[] = [
    [!mine.some(({ code }) => code === wish.district), 'district', say.noDistrict],
    [!isCount(wish.low), 'low', say.noNumber],
    [!isCount(wish.high), 'high', say.noNumber],
  ];
  return faults.flatMap(([isWrong, id, message]) => (isWrong ? [{ id, message }] : []));
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
  const districts = districtsFor(session.person as Person, snapshot, now);
  const names = new Map(districts.map(({ code, name }) => [code, name]));
  const versions = await forecastVersions(runtime.pool, year, FORM);
  return forecastPage({
    ...{ language, token: session.formToken, year, districts, done: more.done },
    wish: more.wish ?? wishIn({}),
    faults: more.faults ?? [],
    wasKept: more.wasKept ?? false,
    lines: versions
      .filter(({ district }) => names.has(district))
      .map(({ district, ...line }) => ({ name: names.get(district) ?? district, ...line })),
  });
}

function wishIn(from: Typed): ForecastWish {
  const of = (name: keyof ForecastWish): string => String(from[name] ?? '').trim();
  return { district: of('district'), low: of('low'), high: of('high') };
}

/** What the districts expect of the next year. */
export const forecastPages = [forecast, handIn];
