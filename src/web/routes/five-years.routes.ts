import { z } from 'zod';
import { addDays, daysBetween, type Day } from '../../domain/days.js';
import { wholePercent } from '../../domain/shares.js';
import { dayOf } from '../../domain/zone.js';
import { flatsCalled } from '../../files/called.js';
import { logList } from '../../files/logged-list.js';
import { groupOf, groups, openStays, type Group, type OpenStay } from '../../files/tenancies.js';
import { namesOf } from '../../files/work-list.js';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import { page } from '../page.js';
import { fiveYearsPage, type FiveYearsPage, type GroupCount } from '../pages/five-years.page.js';
import { text } from '../pages/five-years.words.js';
import type { StayLine } from '../pages/stay-table.js';
import type { Chip } from '../tables.js';
import { axisOf, barsOf, monthsBetween, overviewOf, placeOn, spanOf, type Span } from './time-axis.js';

const PAGE = 50;

const wishSchema = z.object({
  group: z.enum(groups).optional(),
  district: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
    .optional(),
  page: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number)
    .default(1),
});
type Wish = z.output<typeof wishSchema>;

const fiveYears = page(
  {
    id: 'fiveYears',
    method: 'GET',
    path: '/five-years',
    permission: 'tenancies',
    audit: [],
    logs: ['list'],
    query: wishSchema,
  },
  async ({ runtime, reader, language, query: wish }) => {
    const who = await reader();
    const today = dayOf(runtime.clock.now());
    const all = byGroup(await openStays(runtime, who.person));
    const span = spanOf(all, today);
    const inDistrict = all.filter((stay) => isWished(stay, { district: wish.district, group: undefined }));
    const wished = inDistrict.filter((stay) => isWished(stay, wish));
    const [from, to] = [(wish.page - 1) * PAGE, wish.page * PAGE];
    const shown = wished.slice(from, to);
    const files = shown.map(({ file }) => file);
    await logList(runtime, who, { list: 'five-years', group: wish.group, district: wish.district }, files);
    const [names, flats, { organisations }] = await Promise.all([
      namesOf(runtime, who.person, files),
      flatsCalled(
        runtime,
        who.person,
        shown.flatMap(({ flat }) => flat ?? []),
      ),
      runtime.directory.snapshot(),
    ]);
    const district = (code: string | null) => (code && organisations.get(code)?.name) ?? '–';
    const line = (stay: OpenStay): StayLine => ({
      ...lineOf(stay, span, today, language),
      name: names.get(stay.file) ?? stay.file,
      flat: flats.get(stay.flat?.split('/')[0] ?? '') ?? '–',
      district: district(stay.district),
    });
    return fiveYearsPage({
      ...{ language, today, total: all.length, found: wished.length, first: from + 1 },
      axis: axisOf(span, today),
      overview: overviewOf(inDistrict, span, today),
      counts: countsOf(inDistrict, wish),
      chips: chipsOf(all, wish, district, language),
      lines: shown.map(line),
      former: wish.page > 1 ? addressOf(wish, { page: wish.page - 1 }) : null,
      next: to < wished.length ? addressOf(wish, { page: wish.page + 1 }) : null,
    });
  },
);

/** The most urgent group first, and in each by last permitted day, as they come. */
const byGroup = (stays: readonly OpenStay[]): OpenStay[] =>
  groups.flatMap((group) => stays.filter((stay) => groupOf(stay) === group));

const isWished = (stay: OpenStay, { group, district }: Pick<Wish, 'group' | 'district'>): boolean =>
  (group === undefined || groupOf(stay) === group) && (district === undefined || stay.district === district);

function addressOf(wish: Wish, changed: Partial<Wish> = {}): string {
  const { group, district, page: at } = { ...wish, page: 1, ...changed };
  const query = new URLSearchParams({
    ...(group !== undefined && { group }),
    ...(district !== undefined && { district }),
    ...(at > 1 && { page: String(at) }),
  }).toString();
  return query === '' ? '/five-years' : `/five-years?${query}`;
}

/** How many stays are in each group; a plan is asked for from 24 months on. */
function countsOf(stays: readonly OpenStay[], wish: Wish): GroupCount[] {
  return groups.map((group) => {
    const own = stays.filter((stay) => groupOf(stay) === group);
    const plans = group === 'later' ? null : own.filter(({ hasPlan }) => hasPlan).length;
    const share = wholePercent(own.length, stays.length);
    return { ...{ group, stays: own.length, share, plans }, href: addressOf(wish, { group }) };
  });
}

function chipsOf(
  stays: readonly OpenStay[],
  wish: Wish,
  name: (code: string) => string,
  language: Language,
): FiveYearsPage['chips'] {
  const say = text[language];
  const chip = (label: string, changed: Partial<Wish>): Chip => ({
    text: `${label} ${stays.filter((stay) => isWished(stay, { ...wish, ...changed })).length}`,
    href: addressOf(wish, changed),
    isNow: Object.entries(changed).every(([key, value]) => wish[key as keyof Wish] === value),
  });
  const codes = [...new Set(stays.flatMap((stay) => stay.district ?? []))];
  const sorted = codes.sort((one, other) => name(one).localeCompare(name(other), 'sv'));
  return {
    group: [
      chip(say.everything, { group: undefined }),
      ...groups.map((group) => chip(say.groups[group], { group })),
    ],
    district: [
      chip(say.anyDistrict, { district: undefined }),
      ...sorted
        .filter(
          (code) =>
            code === wish.district || stays.some((stay) => isWished(stay, { ...wish, district: code })),
        )
        .map((district) => chip(name(district), { district })),
    ],
  };
}

function lineOf(
  stay: OpenStay,
  span: Span,
  today: Day,
  language: Language,
): Omit<StayLine, 'name' | 'flat' | 'district'> {
  const { file, limit, until, hasPlan } = stay;
  const group = groupOf(stay);
  return {
    ...{ file, group, limit, hasPlan, until: group === 'exception' ? until : null },
    left: leftOf(group, limit, today, language),
    bars: barsOf(stay, span, today),
    limitAt: placeOn(span, addDays(limit, 1)),
  };
}

/** Days in the last half-year and after it, else whole months. */
function leftOf(group: Group, limit: Day, today: Day, language: Language): string {
  const say = text[language];
  const days = daysBetween(today, limit);
  if (days < 0) return say.over(figure(-days, language));
  if (group === 'final') return say.days(figure(days, language));
  return say.months(figure(monthsBetween(today, limit), language));
}

/** The five-year view. */
export const fiveYearsPages = [fiveYears];
