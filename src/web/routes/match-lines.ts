import { daysBetween } from '../../domain/days.js';
import { dayOf } from '../../domain/zone.js';
import type { Flat } from '../../files/flats.js';
import { misfits, type Misfit } from '../../files/matching.js';
import type { WaitingFamily } from '../../files/waiting.js';
import type { Language } from '../../platform/language.js';
import type { Runtime } from '../../runtime.js';
import { figure } from '../figures.js';
import { text as flatText } from '../pages/flats.words.js';
import type { MatchesPage, MatchLine } from '../pages/matches.page.js';
import { text } from '../pages/matches.words.js';
import { flatName } from './flat-lines.js';

/** What a proposal is told with: the reader's language, and names out of the registers. */
export interface Around {
  readonly runtime: Runtime;
  readonly language: Language;
  readonly names: ReadonlyMap<string, string>;
  district(code: string): string;
}

/** A family as a row of those that fit a flat. `name`: what the reader may call it, if anything but its file's number. */
export function familyLine(
  family: WaitingFamily,
  flat: Flat,
  name: string | undefined,
  at: number,
  around: Around,
): MatchLine {
  const { file, district, queueDate } = family;
  const { runtime, language, names } = around;
  const say = text[language];
  return {
    ...{ href: `/files/${file}`, name: name ?? file, since: queueDate, rent: null },
    what: district === null ? '–' : around.district(district),
    days: daysBetween(queueDate, dayOf(runtime.clock.now())),
    why: [...reasons(flat, family, around), say.place(at)],
    offer: { href: offerOf(family, flat), label: say.offerTo(name ?? file, flatName(flat, names)) },
  };
}

/** A flat as a row of those that fit a family. */
export function flatLine(flat: Flat, family: WaitingFamily, at: number, around: Around): MatchLine {
  const { language, names } = around;
  const say = text[language];
  const name = flatName(flat, names);
  return {
    ...{ href: `/files/${flat.file}`, name, rent: flat.rent },
    what: String(flat.rooms),
    since: flat.empty?.since ?? '–',
    days: flat.empty?.days ?? 0,
    why: [...reasons(flat, family, around), say.emptiest(at)],
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
    { what: say.needs, is: say.needsOf(family.rooms, family.lift) },
    { what: say.facts.queue, is: family.queueDate },
  ];
}

/** Those that do not fit, by reason. */
export const misfitLines = (not: ReadonlyMap<Misfit, number>): MatchesPage['not'] =>
  misfits.flatMap((reason) => {
    const count = not.get(reason) ?? 0;
    return count === 0 ? [] : { reason, count };
  });
