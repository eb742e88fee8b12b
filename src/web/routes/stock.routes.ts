import { z } from 'zod';
import { facilityNames } from '../../files/called.js';
import { stockPlans, takeStock, type StockPlan } from '../../files/stock-import.js';
import { STOCK_COLUMNS, stockIn } from '../../files/stock-sheet.js';
import { SHEET_LIMITS } from '../../platform/sheets/rows.js';
import { readPasted, readSheet, type Sheet } from '../../platform/sheets/sheet.js';
import { asText } from '../../platform/sheets/as-text.js';
import { sheetFaultWords } from '../../platform/sheets/sheet.words.js';
import { Upload } from '../../platform/uploads.js';
import { page, type Asked, type Shown } from '../page.js';
import { stockCheckPage, stockPage } from '../pages/stock.page.js';
import { text } from '../pages/stock.words.js';
import type { Fault } from '../parts.js';

const PATH = '/flats/import';
/** A field of a form holds little more. */
const MOST_TEXT = 60_000;
/** The most faults that are told at once. */
const MOST_FAULTS = 20;
/** More flats than SHIS has. */
const LIMITS = { ...SHEET_LIMITS, rows: 1_500 };
type Here = Pick<Asked, 'runtime' | 'session' | 'language' | 'reader'>;

const form = page(
  {
    id: 'stockImport',
    method: 'GET',
    path: PATH,
    permission: 'stock',
    audit: [],
    query: z.object({ done: z.coerce.number().int().min(0).max(LIMITS.rows).optional().catch(undefined) }),
  },
  ({ kept, query, ...asked }) => shown(asked, { rows: String(kept?.['rows'] ?? ''), done: query.done }),
);

const check = page(
  {
    id: 'checkStock',
    method: 'POST',
    path: PATH,
    permission: 'stock',
    audit: [],
    logs: ['list'],
    form: PATH,
    upload: true,
    body: z.strictObject({
      rows: z.string().max(MOST_TEXT).default(''),
      file: z.instanceof(Upload).optional(),
    }),
  },
  async (asked) => {
    const { file, rows: typed } = asked.body;
    const isSent = file !== undefined && file.name !== '';
    const sheet = isSent ? await sent(file) : await readPasted(typed, LIMITS);
    // What a file held stands in the form from here on, so that a fault can be mended there and then.
    const rows = isSent && 'rows' in sheet ? asText(sheet.rows, LIMITS.rows) : typed;
    const read = await planned(asked, sheet, rows, isSent ? 'file' : 'rows');
    if ('faults' in read) return shown(asked, { rows, faults: read.faults });
    const { language, session, runtime } = asked;
    const facilities = await facilityNames(runtime.pool);
    return stockCheckPage({ language, token: session.formToken, rows, plans: read.plans, facilities });
  },
);

const take = page(
  {
    id: 'importStock',
    method: 'POST',
    path: `${PATH}/check`,
    permission: 'stock',
    audit: [],
    logs: ['list'],
    form: PATH,
    body: z.strictObject({ rows: z.string().max(MOST_TEXT).default(''), back: z.string().max(1).optional() }),
  },
  async (asked) => {
    const { runtime, language, body } = asked;
    const { rows } = body;
    if (body.back !== undefined) return shown(asked, { rows });
    const read = await planned(asked, await readPasted(rows, LIMITS), rows, 'rows');
    if ('faults' in read) return shown(asked, { rows, faults: read.faults });
    const { person } = await asked.reader();
    const { taken, refused } = await takeStock(runtime, person, read.plans);
    if (refused.length === 0) return { go: `${PATH}?done=${taken}` };
    const faults = refused.map(({ row, refusal }) => ({
      id: 'rows',
      message: text[language].rowFault(row, refusal.sentences.map((one) => one[language]).join(' ')),
    }));
    return shown(asked, { rows, faults: faults.slice(0, MOST_FAULTS), done: taken });
  },
);

const sent = async ({ content }: Upload): Promise<Sheet> =>
  content === null ? { fault: 'too-large' } : readSheet(content, LIMITS);

/** What a sheet would change, or what is wrong with it. */
async function planned(
  { runtime, language, reader }: Here,
  sheet: Sheet,
  rows: string,
  from: 'rows' | 'file',
): Promise<{ readonly plans: readonly StockPlan[] } | { readonly faults: readonly Fault[] }> {
  const say = text[language];
  if ('fault' in sheet) {
    const nothing = sheet.fault === 'empty' && from === 'rows';
    return {
      faults: [
        {
          id: nothing ? 'file' : from,
          message: nothing ? say.noRows : sheetFaultWords(sheet, LIMITS)[language],
        },
      ],
    };
  }
  if (rows.length > MOST_TEXT) return { faults: [{ id: from, message: say.tooLong }] };
  const { flats, faults } = stockIn(sheet.rows, await facilityNames(runtime.pool));
  if (faults.length === 0) return { plans: await stockPlans(runtime, (await reader()).person, flats) };
  const told = faults
    .slice(0, MOST_FAULTS)
    .map(({ row, message }) => ({ id: 'rows', message: say.rowFault(row, message[language]) }));
  const more = faults.length - told.length;
  return { faults: more > 0 ? [...told, { id: 'rows', message: say.moreFaults(more) }] : told };
}

function shown(
  { session, language }: Pick<Here, 'session' | 'language'>,
  more: { readonly rows: string; readonly faults?: readonly Fault[]; readonly done?: number | undefined },
): Shown {
  return stockPage({
    ...{ language, token: session.formToken, rows: more.rows, done: more.done },
    faults: more.faults ?? [],
    columns: STOCK_COLUMNS.map(({ called }) => called[language]).join(', '),
  });
}

/** Reading the stock of facilities in from a sheet. */
export const stockPages = [form, check, take];
