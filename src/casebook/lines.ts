import { refuseLine, type LineRefusal } from './line-refusal.js';
import { words } from './words.js';

/** The longest line that is read, in bytes: one with the largest attachment, in Base64. */
export const LONGEST_LINE = 36 * 1_048_576;

const NEWLINE = 10;
const decoder = new TextDecoder('utf-8', { fatal: true });

/** One line as it stands in the book: its number from 1, and its text or why it has none. */
export interface RawLine {
  readonly number: number;
  readonly read: string | LineRefusal;
}

/**
 * Cuts a stream of bytes (UTF-8) into lines. Blank lines are counted and left out. Never holds more than one line, and of
 * a line that is too long nothing.
 */
export async function* readLines(
  source: AsyncIterable<Uint8Array | string>,
  progress: (bytes: number) => void = () => undefined,
): AsyncGenerator<RawLine> {
  const line = new OpenLine();
  let number = 1;
  for await (const chunk of source) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    progress(bytes.length);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      line.add(bytes.subarray(start, end));
      start = end + 1;
      const read = line.close();
      if (read !== '') yield { number, read };
      number++;
    }
    line.add(bytes.subarray(start));
  }
  const read = line.close();
  if (read !== '') yield { number, read };
}

/** The line whose end has not been read yet. */
class OpenLine {
  private parts: Uint8Array[] = [];
  private length = 0;

  add(part: Uint8Array): void {
    this.length += part.length;
    if (this.length > LONGEST_LINE) this.parts = [];
    else if (part.length > 0) this.parts.push(part);
  }

  close(): string | LineRefusal {
    const { parts, length } = this;
    this.parts = [];
    this.length = 0;
    if (length > LONGEST_LINE) return refuseLine('too-long', words.tooLong);
    try {
      return decoder.decode(Buffer.concat(parts)).trim();
    } catch {
      return refuseLine('not-json', words.notText);
    }
  }
}
