import { z } from 'zod';
import { isRefusal } from '../../engine/refusals.js';
import { notFound as noFlat, openedFor } from '../../files/file-view.js';
import { flatOf, flatsFor, flatStateLabel } from '../../files/flats.js';
import { logList } from '../../files/logged-list.js';
import { familiesFor, flatsForFamily, isFree } from '../../files/matching.js';
import { namesOf } from '../../files/work-list.js';
import { waitingFamily, waitingFor } from '../../files/waiting.js';
import type { Runtime } from '../../runtime.js';
import { page } from '../page.js';
import { matchesPage } from '../pages/matches.page.js';
import { text } from '../pages/matches.words.js';
import { notFound } from '../pages/messages.page.js';
import { flatName, houseNames } from './flat-lines.js';
import { FILE_NUMBER } from './log-wish.js';
import { factsOfFamily, factsOfFlat, familyLine, flatLine, misfitLines, type Around } from './match-lines.js';

const oneFile = z.object({ file: z.string().regex(FILE_NUMBER) });

const families = page(
  {
    id: 'familiesForFlat',
    method: 'GET',
    path: '/flats/:file/families',
    permission: 'matching',
    audit: [],
    logs: ['list', 'file'],
    params: oneFile,
  },
  async ({ runtime, reader, language, params: { file } }) => {
    const who = await reader();
    const flat = await flatOf(runtime, who.person, file);
    if (flat === undefined) {
      await noFlat(runtime, who, 'file', null);
      return notFound(language);
    }
    const say = text[language];
    const { fit, not } = familiesFor(flat, isFree(flat) ? await waitingFor(runtime, who.person) : []);
    const files = fit.map((family) => family.file);
    await logList(runtime, who, { list: 'families', flat: file }, files);
    const around = await aroundOf(runtime, language);
    const called = await namesOf(runtime, who.person, files);
    const state = flatStateLabel(runtime.registry, flat.state)[language];
    const name = flatName(flat, around.names);
    return matchesPage({
      ...{ language, of: 'families' as const, title: say.families.title(name) },
      facts: factsOfFlat(flat, around),
      stop: isFree(flat) ? null : say.families.notFree(state),
      lines: fit.map((family, at) => familyLine(family, flat, called.get(family.file), at + 1, around)),
      not: misfitLines(not),
      back: { href: '/flats', label: say.toFlats },
    });
  },
);

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
    const sifted = family && flatsForFamily(family, all);
    const fit = sifted?.fit ?? [];
    await logList(runtime, who, { list: 'flatsForFamily' }, [file, ...fit.map((flat) => flat.file)]);
    const around = await aroundOf(runtime, language);
    return matchesPage({
      ...{ language, of: 'flats' as const, title: say.flats.title(file) },
      facts: family === undefined ? [] : factsOfFamily(family, around),
      stop: family === undefined ? say.flats.notQueued : null,
      lines: family === undefined ? [] : fit.map((flat, at) => flatLine(flat, family, at + 1, around)),
      not: misfitLines(sifted?.not ?? new Map()),
      back: { href: `/files/${file}`, label: say.toFile },
    });
  },
);

async function aroundOf(runtime: Runtime, language: Around['language']): Promise<Around> {
  const { organisations } = await runtime.directory.snapshot();
  const names = await houseNames(runtime);
  return { runtime, language, names, district: (code) => organisations.get(code)?.name ?? code };
}

/** Families for a flat, and flats for a family. */
export const matchesPages = [families, flats];
