import type { Text } from '../../workflows/definition.js';
import type { Language } from './cli.js';

interface Told {
  readonly code: string;
  readonly sentences: readonly Text[];
  readonly fields?: readonly { readonly path: string; readonly message: Text }[];
}

/** A refusal in one line: its code, what is so, and each field at fault. */
export function refusalText({ code, sentences, fields = [] }: Told, language: Language): string {
  const said = sentences.map((sentence) => sentence[language]);
  const more = fields
    .filter(({ message }) => !said.some((one) => one.includes(message[language])))
    .map(({ path, message }) => `${path}: ${message[language]}`);
  const where = more.length > 0 ? more : fields.map(({ path }) => path);
  return `[${code}] ${said.join(' ')}${where.length === 0 ? '' : ` (${where.join('; ')})`}`;
}

/** The same as data. */
export function refusalView({ code, sentences, fields = [] }: Told, language: Language): object {
  return {
    code,
    sentences: sentences.map((sentence) => sentence[language]),
    fields: fields.map(({ path, message }) => ({ path, message: message[language] })),
  };
}
