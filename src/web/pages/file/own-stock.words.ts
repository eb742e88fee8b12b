import type { Language } from '../../../platform/language.js';

const sv = {
  title: (file: string) => `Egna anläggningar, ärende ${file}`,
  lead: 'Varje sökning som den var sin dag. Vad som hänt med en lägenhet sedan dess ändrar inget här.',
  none: 'De egna anläggningarna har inte sökts igenom för familjen.',
  search: (on: string) => `Sökning ${on}`,
  found: (all: number, fit: number) =>
    all === 0
      ? 'Ingen egen lägenhet var ledig.'
      : `${all} ${all === 1 ? 'ledig lägenhet' : 'lediga lägenheter'}, ${fit === 0 ? 'ingen' : fit} passade.`,
  by: (name: string) => `Bekräftad av ${name}.`,
  requested: (on: string) => `Begärd av Bostadsförmedlingen ${on}.`,
  event: 'Händelsen',
  heads: ['Lägenhet', 'Rum', 'Våning', 'Hyra, kr', 'Område', 'Tom sedan', 'Varför den inte passade'],
  fits: 'Passade',
  persons: 'Handläggarens bedömning, inte matchningens.',
  floor: (floor: number | null, lift: boolean | null) =>
    `${floor ?? '–'}${lift === null ? '' : lift ? ', hiss' : ', ingen hiss'}`,
  toFile: 'Till ärendet',
  section: 'Egna anläggningar',
  last: (on: string) => `Sökta ${on}`,
  show: 'Visa sökningarna',
};
const en: typeof sv = {
  title: (file) => `Own stock, case ${file}`,
  lead: 'Each search as it was on its day. What has happened to a flat since changes nothing here.',
  none: 'The own stock has not been searched for the family.',
  search: (on) => `Search of ${on}`,
  found: (all, fit) =>
    all === 0
      ? 'No flat of the own stock was free.'
      : `${all} free ${all === 1 ? 'flat' : 'flats'}, ${fit === 0 ? 'none' : fit} did.`,
  by: (name) => `Confirmed by ${name}.`,
  requested: (on) => `A flat was requested of the agency on ${on}.`,
  event: 'The event',
  heads: ['Flat', 'Rooms', 'Floor', 'Rent, SEK', 'Area', 'Empty since', 'Why it did not do'],
  fits: 'Did',
  persons: 'As the handler found, not the match.',
  floor: (floor, lift) => `${floor ?? '–'}${lift === null ? '' : lift ? ', lift' : ', no lift'}`,
  toFile: 'To the case',
  section: 'Own stock',
  last: (on) => `Searched on ${on}`,
  show: 'Show the searches',
};

/** What is said of searches of the own stock. */
export const text: Readonly<Record<Language, typeof sv>> = { sv, en };
