import { z } from 'zod';
import { isRefusal } from '../../engine/refusals.js';
import { openedFor } from '../../files/file-view.js';
import { flatsFor, flatStateLabel } from '../../files/flats.js';
import { logList } from '../../files/logged-list.js';
import { flatsForFamily, matchedToday, type MatchedBy } from '../../files/matching.js';
import { proposedFor, type Proposed } from '../../files/proposed.js';
import { namesOf } from '../../files/work-list.js';
import { waitingFamily } from '../../files/waiting.js';
import type { Runtime } from '../../runtime.js';
import { page, type Asked } from '../page.js';
import { matchesPage, type MatchesPage } from '../pages/matches.page.js';
import { text } from '../pages/matches.words.js';
import { notFound } from '../pages/messages.page.js';
import { flatName, houseNames } from './flat-lines.js';
import { FILE_NUMBER } from './log-wish.js';
import {
  factsOfFamily,
  factsOfFlat,
  familyLine,
  flatLine,
  misfitLines,
  restsOn,
  type Around,
} from './match-lines.js';
import { momentIn, type MomentWish } from './moment-wish.js';

const oneFile = z.object({ file: z.string().regex(FILE_NUMBER) });
const anotherDay = z.object({ at: z.string().max(40).optional(), time: z.string().max(40).optional() });

const families = page(
  {
    id: 'familiesForFlat',
    method: 'GET',
    path: '/flats/:file/families',
    permission: 'matching',
    audit: [],
    logs: ['list', 'file'],
    params: oneFile,
    query: anotherDay,
  },
  async (asked) => {
    const { runtime, reader, language, params, query } = asked;
    const wish = momentIn(query, runtime.clock.now(), language);
    const proposed = await proposedFor(runtime, await reader(), params.file, wish.moment);
    return isRefusal(proposed) ? notFound(language) : matchesPage(await familiesPage(asked, wish, proposed));
  },
);

type Reading = Pick<Asked, 'runtime' | 'language' | 'reader'>;

async function familiesPage(
  { runtime, reader, language }: Reading,
  wish: MomentWish,
  { flat, by, then, isFree: isThere, sifted: { fit, not }, files }: Proposed,
): Promise<MatchesPage> {
  const who = await reader();
  const say = text[language];
  const around = await aroundOf(runtime, language, by);
  const called = await namesOf(runtime, who.person, files);
  const state = flatStateLabel(runtime.registry, flat.state)[language];
  const isNow = wish.moment === null;
  const notFree = isNow ? say.families.notFree(state) : say.then.notFree(wish.at, wish.time);
  const name = (file: string): string => called.get(file) ?? file;
  return {
    ...{ language, of: 'families' as const, title: say.families.title(flatName(flat, around.names)) },
    stop: isThere ? null : notFree,
    facts: isNow ? factsOfFlat(flat, around) : [],
    lines: fit.map((placed) =>
      familyLine(placed, { ...flat, ...then }, called.get(placed.family.file), isNow, around),
    ),
    not: misfitLines(not, name, language),
    rests: restsOn(around),
    then: {
      action: `/flats/${flat.file}/families`,
      ...{ at: wish.at, time: wish.time, faults: wish.faults, isThen: !isNow },
    },
    back: { href: '/flats', label: say.toFlats },
  };
}

const flats = page(
  {
    id: 'flatsForFamily',
    method: 'GET',
    path: '/files/:file/flats',
    permission: 'matching',
    audit: [],
    logs: ['list', 'file'],
    params: oneFile,
  },
  async ({ runtime, reader, language, params: { file } }) => {
    const who = await reader();
    const opened = await openedFor(runtime, file, who, 'file');
    if (isRefusal(opened) || opened.file.kind !== 'household') return notFound(language);
    const say = text[language];
    const family = await waitingFamily(runtime, who.person, file);
    const all = family === undefined ? [] : await flatsFor(runtime, who.person);
    const by = await matchedToday(runtime);
    const { fit, not } = family === undefined ? { fit: [], not: [] } : flatsForFamily(family, all, by);
    await logList(runtime, who, { list: 'flatsForFamily' }, [file, ...fit.map((flat) => flat.file)]);
    const around = await aroundOf(runtime, language, by);
    const byFile = new Map(all.map((flat) => [flat.file, flatName(flat, around.names)]));
    return matchesPage({
      ...{ language, of: 'flats' as const, title: say.flats.title(file), then: null },
      facts: family === undefined ? [] : factsOfFamily(family, around),
      stop: family === undefined ? say.flats.notQueued : null,
      lines: family === undefined ? [] : fit.map((flat) => flatLine(flat, family, around)),
      not: misfitLines(not, (one) => byFile.get(one) ?? one, language),
      rests: restsOn(around),
      back: { href: `/files/${file}`, label: say.toFile },
    });
  },
);

async function aroundOf(runtime: Runtime, language: Around['language'], by: MatchedBy): Promise<Around> {
  const { organisations } = await runtime.directory.snapshot();
  const names = await houseNames(runtime);
  return { runtime, language, names, district: (code) => organisations.get(code)?.name ?? code, by };
}

/** Families for a flat, and flats for a family. */
export const matchesPages = [families, flats];
