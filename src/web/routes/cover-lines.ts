import type { Day } from '../../../workflows/definition.js';
import { actingsOf } from '../../access/acting.js';
import { dayOf, midnight } from '../../domain/zone.js';
import type { Person } from '../../engine/model.js';
import type { Assignment, Cover } from '../../register/snapshot.js';
import { nameIn, postIn } from '../around.js';
import type { HeldLine } from '../pages/cover.page.js';
import type { Told } from './told.js';

/** The posts that somebody holds themselves on a day that is today or to come. */
export function postsOn(
  { snapshot, now }: Pick<Told, 'snapshot' | 'now'>,
  login: string,
  day: Day,
): Person[] {
  const at = day > dayOf(now) ? midnight(day) : now;
  return actingsOf(snapshot, login, at).filter(({ onBehalfOf }) => onBehalfOf === undefined);
}

/** Whether what has a first and a last day holds today or later. */
const goesOn = ({ from, to }: Pick<Assignment, 'from' | 'to'>, today: Day): boolean =>
  to === null || (to >= today && to >= from);

/** Names a cover, and a further role. */
export const coverKey = ({ login, for: covered, from }: Cover): string =>
  ['cover', login, covered, from].join('|');
export const postKey = ({ login, organisation, role, from }: Assignment): string =>
  ['role', login, organisation, role, from].join('|');

/** Cover that holds or is to come. */
export const coversOn = ({ snapshot, now }: Pick<Told, 'snapshot' | 'now'>): Cover[] =>
  [...snapshot.covers.values()].flat().filter((one) => goesOn(one, dayOf(now)));

/** Further roles that hold or are to come. */
export const furtherOn = ({ snapshot, now }: Pick<Told, 'snapshot' | 'now'>): Assignment[] =>
  [...snapshot.assignments.values()].flat().filter((one) => goesOn(one, dayOf(now)));

/** Cover as it is listed: what holds now first. */
export const coverLines = (told: Told): HeldLine[] =>
  inOrder(
    coversOn(told).map((one) => {
      const { snapshot, now, language } = told;
      const posts = postsOn(told, one.for, one.from).map((post) => postIn(snapshot, post, language));
      return {
        ...{ which: coverKey(one), from: one.from, to: one.to, isNow: one.from <= dayOf(now), posts },
        ...{ name: nameIn(snapshot, one.login), covered: nameIn(snapshot, one.for) },
      };
    }),
  );

/** Further roles as they are listed: what holds now first. */
export const postLines = (told: Told): HeldLine[] =>
  inOrder(
    furtherOn(told).map((one) => {
      const { snapshot, now, language } = told;
      return {
        ...{ which: postKey(one), from: one.from, to: one.to, isNow: one.from <= dayOf(now), covered: null },
        ...{ name: nameIn(snapshot, one.login), posts: [postIn(snapshot, one, language)] },
      };
    }),
  );

const inOrder = (lines: HeldLine[]): HeldLine[] =>
  lines.sort(
    (a, b) =>
      Number(b.isNow) - Number(a.isNow) || a.from.localeCompare(b.from) || a.name.localeCompare(b.name, 'sv'),
  );
