import { isRefusal } from '../../engine/refusals.js';
import { openedFor } from '../../files/file-view.js';
import { flatsCalled } from '../../files/called.js';
import { searchesOf, type OwnStockSearch, type SearchedFlat } from '../../files/own-stock.js';
import type { Snapshot } from '../../register/snapshot.js';
import { nameIn, organisationIn } from '../around.js';
import { inFile } from '../in-file.js';
import { page, type Asked } from '../page.js';
import { ownStockPage, type SearchedLine, type SearchShown } from '../pages/file/own-stock.page.js';
import { text } from '../pages/file/own-stock.words.js';
import { notFound } from '../pages/messages.page.js';

const searches = page(
  {
    ...{ id: 'ownStockSearches', method: 'GET', path: '/files/:file/own-stock', permission: 'colleague' },
    ...{ audit: [], logs: ['trail'], params: inFile },
  } as const,
  async ({ runtime, language, params, reader }) => {
    const opened = await openedFor(runtime, params.file, await reader(), 'trail');
    if (isRefusal(opened) || opened.file.kind !== 'household') return notFound(language);
    const all = await searchesOf(runtime, opened);
    const refs = all.flatMap(({ flats }) => flats.map(({ ref }) => ref));
    const words: Words = {
      ...{ language, registers: await runtime.directory.snapshot() },
      called: await flatsCalled(runtime, opened.person, refs),
      reasons: runtime.registry.newest('referral')?.workflow.reasons?.['ownStock'] ?? [],
    };
    const { id: file } = opened.file;
    return ownStockPage({ language, file, searches: all.map((one) => shown(one, words)) });
  },
);

interface Words {
  readonly language: Asked['language'];
  readonly registers: Snapshot;
  readonly called: ReadonlyMap<string, string>;
  readonly reasons: readonly {
    readonly code: string;
    readonly label: Readonly<Record<'sv' | 'en', string>>;
  }[];
}

const shown = ({ seq, on, by, flats, requestedOn }: OwnStockSearch, words: Words): SearchShown => ({
  ...{ seq, on, requestedOn, by: nameIn(words.registers, by) },
  lines: flats.map((flat) => lineOf(flat, words)),
});

/** What is not known of a flat that was not free by then. */
const UNKNOWN = {
  rooms: null,
  rent: null,
  emptySince: null,
  floor: null,
  lift: null,
  district: null,
} as const;

function lineOf({ ref, found, reason, isPersons }: SearchedFlat, words: Words): SearchedLine {
  const { language, registers, called, reasons } = words;
  const file = ref.split('/')[0] ?? ref;
  const { name, rooms, rent, emptySince, floor, lift, district } = {
    ...{ name: called.get(file) ?? file, ...UNKNOWN },
    ...found,
  };
  const said = reasons.find(({ code }) => code === reason)?.label[language];
  return {
    ...{ href: `/files/${file}`, name, rooms, rent, emptySince, isPersons },
    floor: text[language].floor(floor, lift),
    district: district === null ? '–' : organisationIn(registers, district),
    reason: said ?? reason,
  };
}

/** Searches of the own stock for a family. */
export const ownStockPages = [searches];
