import type { Text } from '../../workflows/definition.js';
import { dwellingData, type DwellingData } from '../../workflows/files/dwelling.js';
import type { SheetRow } from '../platform/sheets/rows.js';

/** What is wrong with one row of a sheet: its number, as a spreadsheet counts, and what to write instead. */
export interface StockFault {
  readonly row: number;
  readonly message: Text;
}

/** One flat of a sheet; what a cell leaves empty is not said. */
export interface StockRow {
  readonly row: number;
  readonly flat: DwellingData;
}

type Name =
  'facility' | 'number' | 'rooms' | 'area' | 'floor' | 'lift' | 'access' | 'pets' | 'rent' | 'dailyCost';
type Kind = 'text' | 'facility' | 'whole' | 'number' | 'yes-no';
interface Column {
  readonly name: Name;
  readonly called: Text;
  readonly kind: Kind;
  readonly required?: true;
}

/** The columns of a sheet of flats. They stand in this order unless the first row names them in another. */
export const STOCK_COLUMNS: readonly Column[] = [
  { name: 'facility', called: { sv: 'anläggning', en: 'facility' }, kind: 'facility', required: true },
  { name: 'number', called: { sv: 'nummer', en: 'number' }, kind: 'text', required: true },
  { name: 'rooms', called: { sv: 'rum', en: 'rooms' }, kind: 'whole', required: true },
  { name: 'area', called: { sv: 'yta', en: 'area' }, kind: 'number' },
  { name: 'floor', called: { sv: 'våning', en: 'floor' }, kind: 'whole' },
  { name: 'lift', called: { sv: 'hiss', en: 'lift' }, kind: 'yes-no' },
  { name: 'access', called: { sv: 'tillgänglig', en: 'accessible' }, kind: 'yes-no' },
  { name: 'pets', called: { sv: 'husdjur', en: 'pets' }, kind: 'yes-no' },
  { name: 'rent', called: { sv: 'hyra', en: 'rent' }, kind: 'whole', required: true },
  { name: 'dailyCost', called: { sv: 'kostnad per tom dag', en: 'cost per empty day' }, kind: 'whole' },
];

const YES_OR_NO: Readonly<Record<string, boolean>> = {
  ...{ ja: true, yes: true, 1: true, sant: true, true: true },
  ...{ nej: false, no: false, 0: false, falskt: false, false: false },
};

/** The flat's place: no two flats in stock have the same. */
export const placeOf = ({ facility, number }: Pick<DwellingData, 'facility' | 'number'>): string =>
  `${facility ?? ''} ${number.toLowerCase()}`;

/** Reads the flats of a sheet, one a row; `facilities` are the names by code. A first row of column names tells their order. */
export function stockIn(
  sheet: readonly SheetRow[],
  facilities: ReadonlyMap<string, string>,
): { readonly flats: readonly StockRow[]; readonly faults: readonly StockFault[] } {
  const order = orderIn(sheet[0]?.cells ?? []);
  const rows = order === null ? sheet : sheet.slice(1);
  const at = order ?? STOCK_COLUMNS.map((_, place) => place);
  const read = rows.map(({ row, cells }) =>
    flatOf(
      row,
      at.map((place) => cells[place] ?? ''),
      facilities,
    ),
  );
  const flats = read.flatMap(({ flat, row }) => (flat === null ? [] : { row, flat }));
  return {
    flats,
    faults: [...read.flatMap(({ faults }) => faults), ...twice(flats)].sort((a, b) => a.row - b.row),
  };
}

/** Where each column stands, by a first row that names those that must be there; null when it names none of them. */
function orderIn(head: readonly string[]): number[] | null {
  const names = head.map((cell) => cell.trim().toLowerCase());
  const order = STOCK_COLUMNS.map(({ called, name }) =>
    names.findIndex((one) => [called.sv, called.en, name.toLowerCase()].includes(one)),
  );
  return STOCK_COLUMNS.every(({ required }, place) => required !== true || (order[place] ?? -1) >= 0)
    ? order
    : null;
}

function flatOf(row: number, cells: readonly string[], facilities: ReadonlyMap<string, string>) {
  const faults: StockFault[] = [];
  const said: Record<string, unknown> = { source: 'facility' };
  for (const [place, column] of STOCK_COLUMNS.entries()) {
    const cell = (cells[place] ?? '').trim();
    const value = cell === '' ? undefined : valueOf(column.kind, cell, facilities);
    if (cell === '' && column.required === true) faults.push({ row, message: missing(column) });
    else if (cell !== '' && value === undefined)
      faults.push({ row, message: unread(column, cell, facilities) });
    else if (value !== undefined) said[column.name] = value;
  }
  if (faults.length > 0) return { row, flat: null, faults };
  const { data, error } = dwellingData.safeParse(said);
  const unfit = new Set((error?.issues ?? []).map(({ path }) => String(path[0])));
  const told = STOCK_COLUMNS.filter(({ name }) => unfit.has(name)).map((column) => ({
    row,
    message: unread(column, String(said[column.name]), facilities),
  }));
  return { row, flat: data ?? null, faults: told };
}

function valueOf(kind: Kind, cell: string, facilities: ReadonlyMap<string, string>): unknown {
  if (kind === 'yes-no') return YES_OR_NO[cell.toLowerCase()];
  if (kind === 'facility') {
    const same = (name: string): boolean => name.toLowerCase() === cell.toLowerCase();
    return [...facilities].find(([code, name]) => same(code) || same(name))?.[0];
  }
  if (kind === 'text') return cell;
  const figure = Number(cell.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
  if (!Number.isFinite(figure)) return undefined;
  return kind === 'whole' && !Number.isInteger(figure) ? undefined : figure;
}

const missing = ({ called }: Column): Text => ({
  sv: `kolumnen ${called.sv} är tom. Fyll i den.`,
  en: `the column ${called.en} is empty. Fill it in.`,
});

function unread({ called, kind }: Column, cell: string, facilities: ReadonlyMap<string, string>): Text {
  const names = [...facilities.values()].sort((a, b) => a.localeCompare(b, 'sv')).join(', ');
  const what: Readonly<Record<Kind, Text>> = {
    facility: { sv: `Skriv någon av: ${names}.`, en: `Write one of: ${names}.` },
    text: {
      sv: 'Skriv lägenhetens nummer, högst 30 tecken.',
      en: 'Write the flat’s number, 30 characters at most.',
    },
    whole: { sv: 'Skriv ett helt tal som är rimligt.', en: 'Write a reasonable whole number.' },
    number: { sv: 'Skriv ett tal som är rimligt.', en: 'Write a reasonable number.' },
    'yes-no': { sv: 'Skriv ja eller nej.', en: 'Write yes or no.' },
  };
  return {
    sv: `”${cell}” i kolumnen ${called.sv}. ${what[kind].sv}`,
    en: `“${cell}” in the column ${called.en}. ${what[kind].en}`,
  };
}

/** A flat that stands twice is at fault the second time. */
function twice(flats: readonly StockRow[]): StockFault[] {
  const first = new Map<string, number>();
  return flats.flatMap(({ row, flat }): StockFault[] => {
    const before = first.get(placeOf(flat));
    if (before === undefined) first.set(placeOf(flat), row);
    return before === undefined
      ? []
      : [
          {
            row,
            message: {
              sv: `samma lägenhet som rad ${before}. Ta bort den ena.`,
              en: `the same flat as row ${before}. Remove one.`,
            },
          },
        ];
  });
}
