import { priorities, type Placed, type Misfit, misfits } from '../../domain/matching.js';
import { daysBetween } from '../../domain/days.js';
import type { Flat } from '../../files/flats.js';
import type { MatchedBy } from '../../files/matching.js';
import type { WaitingFamily } from '../../files/waiting.js';
import type { Language } from '../../platform/language.js';
import { presentDistrict } from '../../register/districts.js';
import type { Runtime } from '../../runtime.js';
import { figure } from '../figures.js';
import { text as flatText } from '../pages/flats.words.js';
import type { MatchesPage, MatchLine, NotFitting } from '../pages/matches.page.js';
import { text } from '../pages/matches.words.js';
import { flatName } from './flat-lines.js';

/** What a proposal is told with: the reader's language, and names out of the registers. */
export interface Around {
  readonly runtime: Runtime;
  readonly language: Language;
  readonly names: ReadonlyMap<string, string>;
  district(code: string): string;
  readonly by: MatchedBy;
}

/** A family as a row of those that fit a flat. `name`: what the reader may call it, if anything but its file's number. */
export function familyLine(
  placed: Placed<WaitingFamily>,
  flat: Flat,
  name: string | undefined,
  isNow: boolean,
  around: Around,
): MatchLine {
  const { file, district, queueDate } = placed.family;
  const { language, names, by } = around;
  const say = text[language];
  const label = say.offerTo(name ?? file, flatName(flat, names));
  return {
    ...{ href: `/files/${file}`, name: name ?? file, since: queueDate, amount: placed.points },
    what: district === null ? '–' : around.district(district),
    days: daysBetween(queueDate, by.day),
    why: [...reasons(flat, placed.family, around), ...counted(placed, around)],
    offer: isNow ? { href: offerOf(placed.family, flat), label } : null,
  };
}

/** What a family's place is made of, each with its points; what it has nothing of is left out. */
function counted({ amounts }: Placed, { language, by: { rules } }: Around): string[] {
  const say = text[language].counted;
  return priorities.flatMap((one) =>
    amounts[one] === 0 ? [] : say[one](amounts[one], amounts[one] * rules.weights[one]),
  );
}

/** A flat as a row of those that fit a family. */
export function flatLine(flat: Flat, family: WaitingFamily, around: Around): MatchLine {
  const { language, names, by } = around;
  const say = text[language];
  const name = flatName(flat, names);
  const where = flat.district && presentDistrict(by.mergers, flat.district);
  const near = [
    ...(where !== null && where === family.schoolIn ? [say.nearby.school] : []),
    ...(where !== null && family.ties.includes(where) ? [say.nearby.ties] : []),
  ];
  return {
    ...{ href: `/files/${flat.file}`, name, amount: flat.rent },
    what: String(flat.rooms),
    since: flat.empty?.since ?? '–',
    days: flat.empty?.days ?? 0,
    why: [...reasons(flat, family, around), ...near],
    offer: { href: offerOf(family, flat), label: say.offerTo(family.file, name) },
  };
}

/** The step that offers the flat, with the flat filled in. */
const offerOf = ({ file, process }: WaitingFamily, { ref }: Flat): string =>
  `/files/${file}/steps/${process}.makeOffer?${new URLSearchParams({ dwelling: ref }).toString()}`;

function reasons(flat: Flat, family: WaitingFamily, { runtime, language }: Around): string[] {
  const say = text[language];
  const grounds = runtime.registry.newest('referral')?.workflow.reasons?.['exception'] ?? [];
  const ground = grounds.find(({ code }) => code === family.exception)?.label[language];
  return [
    ...(flat.keptFor === family.file ? [say.kept] : []),
    say.rooms(family.rooms, flat.rooms),
    ...(family.lift ? [say.lift] : []),
    ...(family.pets === true ? [flat.pets === null ? say.petsNotKnown : say.pets] : []),
    ...(family.rentMost === null ? [] : [say.rent(family.rentMost, flat.rent)]),
    ...(family.avoid.length > 0 && flat.district !== null ? [say.safe] : []),
    ...(ground === undefined ? [] : [say.exception(ground)]),
  ];
}

/** The flat in a line of figures. */
export function factsOfFlat(flat: Flat, { language }: Around): MatchesPage['facts'] {
  const { facts } = text[language];
  return [
    { what: facts.rooms, is: String(flat.rooms) },
    { what: flatText[language].heads.floor, is: flatText[language].floor(flat.floor, flat.lift) },
    { what: facts.rent, is: figure(flat.rent, language) },
    ...(flat.empty === null
      ? []
      : [
          { what: facts.since, is: flat.empty.since },
          { what: facts.days, is: figure(flat.empty.days, language) },
        ]),
  ];
}

/** What the family needs, in a line. */
export function factsOfFamily(family: WaitingFamily, { language }: Around): MatchesPage['facts'] {
  const say = text[language];
  return [
    { what: say.needs, is: say.needsOf(family.rooms, family.lift, family.pets === true) },
    { what: say.facts.queue, is: family.queueDate },
    ...(family.pausedUntil === null ? [] : [{ what: say.facts.paused, is: family.pausedUntil }]),
  ];
}

/** One that does not fit, and why; of a family that is paused also until when. */
interface Misfitting {
  readonly what: { readonly file: string; readonly pausedUntil?: string | null };
  readonly why: Misfit;
}

/** Those that do not fit, by reason. `name`: what the reader may call one. */
export const misfitLines = (
  not: readonly Misfitting[],
  name: (file: string) => string,
  language: Language,
): NotFitting[] =>
  misfits.flatMap((reason) => {
    const who = not.filter(({ why }) => why === reason);
    const linked = who.map(({ what: { file, pausedUntil } }) => ({
      href: `/files/${file}`,
      name: [name(file), pausedUntil && text[language].until(pausedUntil)].filter(Boolean).join(' '),
    }));
    return who.length === 0 ? [] : { reason, count: who.length, who: linked };
  });

/** The values that the order rests on, in words. */
export const restsOn = ({ language, by: { day, rules } }: Around): string =>
  text[language].rests(day, rules.weights);
