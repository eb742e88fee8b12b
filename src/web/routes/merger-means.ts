import { addDays } from '../../domain/days.js';
import { dayOf } from '../../domain/zone.js';
import type { Holding } from '../../files/organisations.js';
import { awaitedBy, isThere } from '../../register/districts.js';
import type { District } from '../../register/snapshot.js';
import { awaited } from '../../register/words.js';
import { organisationIn } from '../around.js';
import type { Consequences } from '../pages/consequences.js';
import type { MergeWish } from '../pages/merge-districts.page.js';
import { text } from '../pages/organisations.words.js';
import type { Fault } from '../parts.js';
import { consequences } from './consequences.js';
import type { Told } from './told.js';
import { isDay } from './typed-day.js';

/** What an organisation is called. */
export const nameOf = ({ snapshot }: Told, code: string): string => organisationIn(snapshot, code);

/** The last version of a district. */
export const lastOf = ({ snapshot: { districts } }: Told, code: string): District | undefined =>
  districts.get(code)?.at(-1);

/** Districts that end by no day yet. */
export const staying = ({ snapshot: { districts } }: Told): District[] =>
  [...districts.values()].flatMap((versions) => {
    const last = versions.at(-1);
    return last?.to === null ? [last] : [];
  });

/** Why a district cannot end before a day, others handing their cases over to it later; null where none does. */
export function awaitedOf({ snapshot, language }: Told, code: string, on: string): string | null {
  const merger = awaitedBy(snapshot.districts, code, on);
  return merger === undefined ? null : awaited(merger.name, merger.on)[language];
}

/** What is wrong with a merger as typed, every fault at once. */
export function mergeFaults(told: Told, { olds, successor, on }: MergeWish): Fault[] {
  const say = text[told.language];
  const may = new Set(staying(told).map(({ code }) => code));
  const faults: Fault[] = [];
  if (olds.length === 0 || !olds.every((code) => may.has(code)))
    faults.push({ id: 'olds', message: say.noOlds });
  if (!may.has(successor)) faults.push({ id: 'successor', message: say.noNew });
  else if (olds.includes(successor)) faults.push({ id: 'successor', message: say.newIsOld });
  if (!isDay(on)) return [...faults, { id: 'on', message: say.noDay }];
  if (may.has(successor) && !isThere(told.snapshot, successor, on))
    faults.push({ id: 'successor', message: say.notThere(nameOf(told, successor), on) });
  const waits = olds.flatMap((code) => awaitedOf(told, code, on) ?? [])[0];
  if (waits !== undefined) faults.push({ id: 'on', message: waits });
  const young = olds.map((code) => lastOf(told, code)).find((one) => one !== undefined && one.from >= on);
  if (young !== undefined && waits === undefined)
    faults.push({ id: 'on', message: say.youngerThan(nameOf(told, young.code), young.from) });
  return faults;
}

/** What it would mean that districts end, with a successor from a day on or without any. */
export function endingMeans(
  told: Told,
  { olds, successor, on }: MergeWish,
  holding: (code: string) => Holding,
): Consequences {
  const say = text[told.language];
  const to = nameOf(told, successor);
  const last = addDays(on, -1);
  const has = olds.map((code) => ({ name: nameOf(told, code), ...holding(code) }));
  const isMoving = successor !== '' && has.some(({ files }) => files > 0);
  return consequences(
    [
      ...has.map(({ name }) => say.ends(name, last)),
      ...has.map(({ name, files, open }) =>
        files === 0 ? say.nothingMoves(name) : say.moves(name, files, open, to, on),
      ),
      isMoving && say.unassigned(to),
      isMoving && on > dayOf(told.now) && say.later(last),
    ],
    [
      isMoving && on <= dayOf(told.now) && say.atOnce,
      ...has.map(
        ({ name, people }) =>
          people > 0 && (successor === '' ? say.staffEnds(name, people) : say.staff(name, people, to)),
      ),
      ...has.map(({ name, lines }) => successor !== '' && lines > 0 && say.delegated(name, lines, to)),
    ],
  );
}
