import type { Parts } from './parts.js';
import { readXml } from './xml.js';

const ESCAPED = /_x([0-9A-F]{4})_/g;

/** A text as a workbook writes it, with its escaped characters. */
export const unescaped = (text: string): string =>
  text.replaceAll(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** The texts that a workbook keeps once for all its cells, without how they are to be said. */
export async function stringsIn(parts: Parts, path: string | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (path === undefined) return strings;
  let [text, isText, isSaid] = ['', false, false];
  await readXml(parts.text(path), {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') isSaid = true;
      isText = name === 't' && !isSaid;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      if (name === 'si') strings.push(unescaped(text));
      if (name === 'rPh') isSaid = false;
      isText = false;
    },
  });
  return strings;
}
