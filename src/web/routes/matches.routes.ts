import { z } from 'zod';
import { isRefusal } from '../../engine/refusals.js';
import { notFound as noFlat, openedFor } from '../../files/file-view.js';
import { flatOf, flatsFor, flatStateLabel, type Flat } from '../../files/flats.js';
import { logList } from '../../files/logged-list.js';
import {
  familiesForFlat,
  flatsForFamily,
  isFree,
  matchedToday,
  type MatchedBy,
} from '../../files/matching.js';
import { familiesThen, type Then } from '../../files/waiting-then.js';
import { namesOf } from '../../files/work-list.js';
import { waitingFamily, waitingFor } from '../../files/waiting.js';
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
    const who = await reader();
    const flat = await flatOf(runtime, who.person, params.file);
    if (flat === undefined) {
      await noFlat(runtime, who, 'file', null);
      return notFound(language);
    }
    const wish = momentIn(query, runtime.clock.now(), language);
    const then =
      wish.moment === null ? null : await familiesThen(runtime, who.person, flat.file, wish.moment);
    return matchesPage(await familiesPage(asked, flat, wish, then));
  },
);

type Reading = Pick<Asked, 'runtime' | 'language' | 'reader'>;

async function familiesPage(
  { runtime, reader, language }: Reading,
  flat: Flat,
  wish: MomentWish,
  then: Then | null,
): Promise<MatchesPage> {
  const who = await reader();
  const say = text[language];
  const by = then?.by ?? (await matchedToday(runtime));
  const today = async () => (isFree(flat) ? waitingFor(runtime, who.person) : []);
  const { fit, not } = then?.sifted ?? familiesForFlat(flat, await today(), by);
  const files = [...fit.map(({ family }) => family.file), ...not.map(({ what }) => what.file)];
  await logList(runtime, who, { list: 'families', flat: flat.file, at: wish.moment ?? undefined }, files);
  const around = await aroundOf(runtime, language, by);
  const called = await namesOf(runtime, who.person, files);
  const state = flatStateLabel(runtime.registry, flat.state)[language];
  const isThere = then === null ? isFree(flat) : then.home !== null;
  const notFree = then === null ? say.families.notFree(state) : say.then.notFree(wish.at, wish.time);
  const name = (file: string): string => called.get(file) ?? file;
  return {
    ...{ language, of: 'families' as const, title: say.families.title(flatName(flat, around.names)) },
    stop: isThere ? null : notFree,
    facts: then === null ? factsOfFlat(flat, around) : [],
    lines: fit.map((placed) =>
      familyLine(placed, { ...flat, ...then?.home }, called.get(placed.family.file), then === null, around),
    ),
    not: misfitLines(not, name),
    rests: restsOn(around),
    then: {
      action: `/flats/${flat.file}/families`,
      ...{ at: wish.at, time: wish.time, faults: wish.faults, isThen: then !== null },
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
      not: misfitLines(not, (one) => byFile.get(one) ?? one),
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
