import { addDays } from '../../domain/days.js';
import type { Holding } from '../../files/organisations.js';
import type { Language } from '../../platform/language.js';
import { isThere } from '../../register/districts.js';
import { organisation as schema } from '../../register/schemas.js';
import type { OrganisationWish } from '../pages/organisations.page.js';
import { text } from '../pages/organisations.words.js';
import type { Choice, Fault } from '../parts.js';
import { firstFaults, type Wrong } from './first-faults.js';
import { awaitedOf, lastOf, nameOf } from './merger-means.js';
import type { Told } from './told.js';
import { isDay } from './typed-day.js';

/** What the form calls a district of the city, which the register keeps with its days. */
export const CITY_DISTRICT = 'cityDistrict';

/** The kinds of organisation that there are. */
export const kindsIn = (language: Language): Choice[] =>
  Object.entries(text[language].kinds).map(([value, label]) => ({ value, label }));

/** What is wrong with an organisation as typed, every fault at once; the register says the rest. */
export function organisationFaults(
  told: Told,
  wish: OrganisationWish,
  holding: (code: string) => Holding,
): Fault[] {
  const say = text[told.language];
  const { code, kind, name } = wish;
  const { shape } = schema;
  const kinds = kindsIn(told.language);
  const there = told.snapshot.organisations.get(code)?.kind;
  const held = lastOf(told, code) === undefined ? there : CITY_DISTRICT;
  const heldIn = kinds.find(({ value }) => value === held)?.label ?? '';
  const mayBe = held === undefined || held === kind || (held === 'district' && kind === CITY_DISTRICT);
  return firstFaults([
    [!shape.code.safeParse(code).success, 'code', say.noCode],
    [!shape.name.safeParse(name).success, 'name', say.noName],
    [!kinds.some(({ value }) => value === kind), 'kind', say.noKind],
    [!mayBe, 'kind', say.otherKind(heldIn)],
    ...(kind === CITY_DISTRICT ? dayFaults(told, wish, holding) : dayless(told, wish)),
  ]);
}

const dayless = ({ language }: Told, { from, to, successor }: OrganisationWish): Wrong[] =>
  Object.entries({ from, to, successor }).map(([id, value]) => [
    value !== '',
    id,
    text[language].onlyDistricts,
  ]);

function dayFaults(told: Told, wish: OrganisationWish, holding: (code: string) => Holding): Wrong[] {
  const say = text[told.language];
  const { code, from, to } = wish;
  const last = lastOf(told, code);
  const awaited = isDay(to) ? awaitedOf(told, code, addDays(to, 1)) : null;
  const isAnew = last === undefined || (last.to !== null && from > last.to);
  return [
    [!isDay(from), 'from', say.noFrom],
    [!isAnew && last.from !== from, 'from', say.otherFrom(last?.from ?? '')],
    [to !== '' && !isDay(to), 'to', say.noTo],
    [to !== '' && isDay(from) && to < from, 'to', say.backwards],
    [awaited !== null, 'to', awaited ?? ''],
    ...successorFaults(told, wish, holding(code)),
  ];
}

function successorFaults(told: Told, { code, to, successor }: OrganisationWish, { files }: Holding): Wrong[] {
  const say = text[told.language];
  if (successor === '') return [[to !== '' && files > 0, 'successor', say.needsSuccessor(files)]];
  const next = isDay(to) ? addDays(to, 1) : null;
  const isThereThen =
    next === null || (told.snapshot.districts.has(successor) && isThere(told.snapshot, successor, next));
  return [
    [to === '', 'to', say.successorWithoutDay],
    [successor === code, 'successor', say.itself],
    [!isThereThen, 'successor', say.notThere(nameOf(told, successor), next ?? '')],
  ];
}
