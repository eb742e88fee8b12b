import type { Refusal } from '../../engine/refusals.js';
import type { Language } from '../../platform/language.js';
import type { Fault } from '../parts.js';

/** What a register refuses, beside the fields that it names; beside `whole` where it names none. */
export function refusedFields(
  { fields = [], sentences }: Refusal,
  whole: string,
  language: Language,
): Fault[] {
  if (fields.length > 0) return fields.map(({ path, message }) => ({ id: path, message: message[language] }));
  return [{ id: whole, message: sentences.map((one) => one[language]).join(' ') }];
}
