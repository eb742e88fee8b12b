import { readFile } from 'node:fs/promises';

const read = (name: string): Promise<Buffer> => readFile(new URL(name, import.meta.url));

/** The fonts that may be asked for, by file name. */
export const fonts = ['source-sans-3-latin.woff2', 'source-sans-3-latin-ext.woff2'] as const;

/** The page's style: the tokens of the look, then what this page adds. */
export async function styleSheet(): Promise<string> {
  return Buffer.concat([await read('tokens.css'), await read('api.css')]).toString('utf8');
}

/** One font file. */
export const font = (name: (typeof fonts)[number]): Promise<Buffer> => read(`fonts/${name}`);
