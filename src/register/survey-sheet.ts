import type { Text } from '../../workflows/definition.js';
import { situations } from '../../workflows/files/household.js';
import type { SheetRow } from '../platform/sheets/rows.js';
import { causes, householdTypes, type SurveyResponseData } from './schemas.js';

/** What is wrong with one row of a sheet: its number, as a spreadsheet counts, and what to write instead. */
export interface RowFault {
  readonly row: number;
  readonly message: Text;
}

/** The responses of a sheet, one a row, or what is wrong with the rows. */
export interface Responses {
  readonly responses: readonly Omit<SurveyResponseData, 'round'>[];
  readonly faults: readonly RowFault[];
}

/** The columns of a sheet; the last may be left out. They stand in this order unless the first row names them in another. */
export const COLUMNS: readonly Text[] = [
  { sv: 'boende', en: 'housing' },
  { sv: 'nyanländ', en: 'newly arrived' },
  { sv: 'hushållstyp', en: 'household type' },
  { sv: 'orsak', en: 'cause' },
  { sv: 'svar nummer', en: 'response number' },
];

type Named = Readonly<Record<string, Text>>;
const YES_OR_NO: Readonly<Record<string, boolean>> = {
  ...{ ja: true, yes: true, 1: true, sant: true, true: true },
  ...{ nej: false, no: false, 0: false, falskt: false, false: false },
};

/**
 * Reads the responses of a round out of the rows of a sheet, one family a row. A value is told by its code or its words. A
 * first row of column names tells their order. A family without a number of its own is told apart by its row.
 */
export function responsesIn(sheet: readonly SheetRow[]): Responses {
  const order = orderIn(sheet[0]?.cells ?? []);
  const rows = order === null ? sheet : sheet.slice(1);
  const read = rows.map(({ row, cells }) => responseOf(row, order?.map((at) => cells[at] ?? '') ?? cells));
  const faults = read.flatMap(({ faults: some }) => some);
  const responses = read.map(({ response }) => response);
  return { responses, faults: [...faults, ...twice(rows, responses)].sort((a, b) => a.row - b.row) };
}

/** Where each column stands, by a first row that names all but the last of them; null when it names none, and so is a response. */
function orderIn(head: readonly string[]): number[] | null {
  const names = head.map((cell) => cell.toLowerCase());
  const order = COLUMNS.map((column) => names.findIndex((name) => name === column.sv || name === column.en));
  return order.slice(0, -1).every((at) => at >= 0) ? order : null;
}

function codeOf(named: Named, cell: string): string | undefined {
  const said = cell.toLowerCase();
  return Object.entries(named).find(([code, { sv, en }]) =>
    [code, sv.toLowerCase(), en.toLowerCase()].includes(said),
  )?.[0];
}

function responseOf(row: number, cells: readonly string[]) {
  const faults: RowFault[] = [];
  const among = (named: Named, at: number): string => {
    const cell = cells[at] ?? '';
    const code = codeOf(named, cell);
    if (code === undefined) faults.push({ row, message: oneOf(at, cell, named) });
    return code ?? '';
  };
  const response = {
    situation: among(situations, 0),
    newlyArrived: yesOrNo(cells[1] ?? ''),
    householdType: among(householdTypes, 2),
    cause: among(causes, 3),
    family: familyOf(cells[4] ?? '', row),
  };
  if (response.newlyArrived === undefined) faults.push({ row, message: yesNo(cells[1] ?? '') });
  if (response.family === undefined) faults.push({ row, message: NUMBER });
  return { response: response as Omit<SurveyResponseData, 'round'>, faults };
}

const yesOrNo = (cell: string): boolean | undefined => YES_OR_NO[cell.toLowerCase()];

/** Undefined for what is no number in a return: a name, or a personal number. */
const familyOf = (cell: string, row: number): string | undefined => {
  if (cell === '') return `rad-${row}`;
  return /^[a-z0-9-]{1,8}$/i.test(cell) ? `svar-${cell.toLowerCase()}` : undefined;
};

const NUMBER: Text = {
  sv: 'Svarets nummer får ha högst åtta bokstäver, siffror och bindestreck, och aldrig vara någons personnummer eller namn.',
  en: 'The number of the response may have at most eight letters, figures and hyphens, and never be anybody’s personal number or name.',
};

const yesNo = (cell: string): Text => ({
  sv: `”${cell}” i kolumnen nyanländ. Skriv ja eller nej.`,
  en: `“${cell}” in the column newly arrived. Write yes or no.`,
});

function oneOf(at: number, cell: string, named: Named): Text {
  const list = (language: keyof Text): string =>
    Object.values(named)
      .map((one) => one[language])
      .join('; ');
  return {
    sv: `”${cell}” i kolumnen ${COLUMNS[at]?.sv}. Skriv något av: ${list('sv')}.`,
    en: `“${cell}” in the column ${COLUMNS[at]?.en}. Write one of: ${list('en')}.`,
  };
}

/** Each family has one response: a number that comes again is at fault. */
function twice(
  rows: readonly { readonly row: number }[],
  responses: readonly { readonly family?: string | undefined }[],
): RowFault[] {
  const first = new Map<string, number>();
  return responses.flatMap(({ family = '' }, at): RowFault[] => {
    const row = rows[at]?.row ?? 0;
    const before = first.get(family);
    if (before === undefined) first.set(family, row);
    return before === undefined || family === ''
      ? []
      : [
          {
            row,
            message: {
              sv: `Samma svar som rad ${before}: varje familj svarar en gång.`,
              en: `The same response as row ${before}: each family answers once.`,
            },
          },
        ];
  });
}
