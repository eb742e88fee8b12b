import type { Answer } from '../answer.js';
import { toCsv } from './csv.js';
import { toJson } from './json.js';
import { toPdf } from './pdf.js';
import type { Language } from './shown.js';
import { toTable } from './table.js';
import { toXlsx } from './xlsx.js';

export const formats = ['table', 'json', 'csv', 'xlsx', 'pdf'] as const;
export type Format = (typeof formats)[number];
export type { Language } from './shown.js';

/** Media types, for the faces. */
export const mediaTypes: Readonly<Record<Format, string>> = {
  table: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** An answer in one format and language: text, or bytes for `xlsx` and `pdf`. */
export async function formatted(
  answer: Answer,
  format: Format,
  language: Language = 'sv',
): Promise<string | Buffer> {
  switch (format) {
    case 'table':
      return toTable(answer, language);
    case 'json':
      return `${JSON.stringify(toJson(answer, language), null, 2)}\n`;
    case 'csv':
      return toCsv(answer, language);
    case 'xlsx':
      return toXlsx(answer, language);
    case 'pdf':
      return toPdf(answer, language);
  }
}
