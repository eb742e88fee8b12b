import { isDay } from '../../src/domain/days.js';
import type { Day, Doubt, Doubting as Of, Text } from '../definition.js';
import { fields } from '../fields.js';
import { whole } from './household.whole.js';
import type { HouseholdRecord } from './household.data.js';
import { doubt, personDoubts, toCome, type Typed } from './person.doubts.js';

type Doubting = Of<HouseholdRecord>;
type Member = Typed & { readonly to?: unknown; readonly from?: unknown };

const listed = (value: unknown): readonly Typed[] =>
  Array.isArray(value) ? value.filter((one): one is Typed => typeof one === 'object' && one !== null) : [];
const inside = (value: unknown): Typed => listed([value])[0] ?? {};

/** Since when something has been so lies behind us. */
const sinceWhen = (data: Typed, at: string, day: Day): Doubt[] =>
  (['registeredSince', 'insecureSince'] as const).flatMap((name) => {
    const since = data[name];
    const label: Text | undefined = fields.get(whole[name])?.label;
    return isDay(since) && since > day ? [doubt(`${at}${name}`, label, toCome)] : [];
  });

const open: Doubting = (data, { day }) => {
  const household = inside(data['household']);
  return [
    ...listed(household['members']).flatMap((one, n) => personDoubts(one, `household.members.${n}`, { day })),
    ...sinceWhen(household, 'household.', day),
  ];
};

/** Whoever came as a child and has grown up by the time it was told came as a child all the same. */
const memberJoins: Doubting = ({ person, on }, { day }) => {
  const joined = isDay(on) ? on : null;
  const childOn = joined !== null && joined < day ? joined : day;
  return personDoubts(inside(person), 'person', { day, joined, childOn });
};

/** What is said anew of a person is judged with what is known; what is left as it was is not. */
const updateHousehold: Doubting = (data, { day, record }) => {
  const known = (record?.members ?? []) as readonly Member[];
  const changed = listed(data['members']).flatMap((change, n) => {
    const { born, adult, from = null, to = null } = known.findLast(({ ref }) => ref === change['ref']) ?? {};
    const asks = 'born' in change || 'adult' in change ? { born, adult, ...change } : change;
    const last = isDay(to) && to < day ? to : day;
    const joined = 'born' in change && isDay(from) ? from : null;
    return personDoubts(asks, `members.${n}`, { day: last, joined });
  });
  return [...changed, ...sinceWhen(data, '', day)];
};

/** What cannot be so of what an event says of persons and of days behind us. */
export const householdDoubts: Readonly<Record<string, Doubting>> = { open, memberJoins, updateHousehold };
