import { Unreadable } from './unreadable.js';

/** What no text of cells holds, and other files do. */
const CONTROL = /[\0-\x08\x0e-\x1f]/;

/** The text of a file: in UTF-8 or UTF-16 as it marks itself, else in UTF-8 if it is that, else in windows-1252 as Excel saves. */
export function textOf(content: Uint8Array): string {
  const [first, second] = content;
  const decoded =
    first === 0xff && second === 0xfe
      ? decode('utf-16le', content)
      : first === 0xfe && second === 0xff
        ? decode('utf-16be', content)
        : (decode('utf-8', content) ?? decode('windows-1252', content));
  if (decoded === undefined || CONTROL.test(decoded)) throw new Unreadable('no-sheet');
  return decoded;
}

function decode(encoding: string, content: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}
