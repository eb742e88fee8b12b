import { z } from 'zod';
import type { Refusal } from '../../engine/refusals.js';
import { facilityNames } from '../../files/called.js';
import { stockPlans, takeStock, type StockPlan } from '../../files/stock-import.js';
import { STOCK_COLUMNS, stockIn } from '../../files/stock-sheet.js';
import { SHEET_LIMITS } from '../../platform/sheets/rows.js';
import { page, type Asked, type Shown } from '../page.js';
import { stockCheckPage, stockPage } from '../pages/stock.page.js';
import { text } from '../pages/stock.words.js';
import type { Fault } from '../parts.js';
import { pastedRows, rowFaults, sheetFault, sheetFile, sheetSent, type SheetSent } from './sheet-sent.js';

const PATH = '/flats/import';
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
    body: z.strictObject({ rows: pastedRows, file: sheetFile }),
  },
  async (asked) => {
    const sent = await sheetSent(asked.body, LIMITS);
    const { rows } = sent;
    const read = await planned(asked, sent);
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
    upload: true,
    body: z.strictObject({ rows: pastedRows, back: z.string().max(1).optional() }),
  },
  async (asked) => {
    const { runtime, language, body } = asked;
    const { rows } = body;
    if (body.back !== undefined) return shown(asked, { rows });
    const read = await planned(asked, await sheetSent({ rows }, LIMITS));
    if ('faults' in read) return shown(asked, { rows, faults: read.faults });
    const { person } = await asked.reader();
    const { taken, refused } = await takeStock(runtime, person, read.plans);
    if (refused.length === 0) return { go: `${PATH}?done=${taken}` };
    const say = text[language];
    const told = refused.map(({ row, refusal: { sentences } }) => ({ row, message: inOne(sentences) }));
    return shown(asked, { rows, faults: rowFaults(told, say, language), done: taken });
  },
);

const inOne = (sentences: Refusal['sentences']): Readonly<Record<Here['language'], string>> => ({
  sv: sentences.map(({ sv }) => sv).join(' '),
  en: sentences.map(({ en }) => en).join(' '),
});

/** What a sheet would change, or what is wrong with it. */
async function planned(
  { runtime, language, reader }: Here,
  sent: SheetSent,
): Promise<{ readonly plans: readonly StockPlan[] } | { readonly faults: readonly Fault[] }> {
  const say = text[language];
  const fault = sheetFault(sent, LIMITS, say, language);
  if (fault !== null) return { faults: [fault] };
  const rows = 'rows' in sent.sheet ? sent.sheet.rows : [];
  const { flats, faults } = stockIn(rows, await facilityNames(runtime.pool));
  if (faults.length > 0) return { faults: rowFaults(faults, say, language) };
  return { plans: await stockPlans(runtime, (await reader()).person, flats) };
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
