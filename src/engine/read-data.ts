import { z } from 'zod';
import type { Text } from '../../workflows/definition.js';
import { refuse, type Refusal } from './refusals.js';
import { words } from './words.js';

const swedish = z.locales.sv().localeError;
const english = z.locales.en().localeError;

/** Reads data by a schema. Every fault is told at once, by field, in both languages. */
export function readData(
  schema: z.ZodType,
  data: unknown,
): { readonly data: Record<string, unknown> } | Refusal {
  const input = data ?? {};
  const read = schema.safeParse(input, { error: swedish, reportInput: false });
  if (read.success) return wellFormed(read.data as Record<string, unknown>);
  const again = schema.safeParse(input, { error: english, reportInput: false });
  const fields = read.error.issues.map((issue, i) => ({
    path: issue.path.map(String).join('.'),
    message: { sv: issue.message, en: again.error?.issues[i]?.message ?? issue.message } satisfies Text,
  }));
  return refuse('invalid-data', words.invalidData, { fields });
}

/** Half a character (a lone surrogate) has no canonical form and cannot be kept. */
function wellFormed(data: Record<string, unknown>): { readonly data: Record<string, unknown> } | Refusal {
  const fields = illFormed(data, []).map((path) => ({ path, message: words.halfCharacter }));
  return fields.length === 0 ? { data } : refuse('invalid-data', words.invalidData, { fields });
}

function illFormed(value: unknown, path: readonly string[]): string[] {
  if (typeof value === 'string') return /\p{Surrogate}/u.test(value) ? [path.join('.')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => illFormed(inner, [...path, name]));
}
