import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import type { Readable } from 'node:stream';
import { Unreadable } from './unreadable.js';

/** More parts than any workbook has that people fill in. */
const MOST_PARTS = 2000;

/** The parts of a workbook, which is a ZIP file. They are unpacked as they are read, never beyond the limit in all. */
export class Parts {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  #left: number;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, most: number) {
    this.#zip = zip;
    this.#entries = entries;
    this.#left = most;
  }

  static async of(content: Uint8Array, most: number): Promise<Parts> {
    const zip = await fromBufferPromise(Buffer.from(content)).catch(damaged);
    if (zip.entryCount > MOST_PARTS) throw new Unreadable('too-large');
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    } catch {
      damaged();
    }
    return new Parts(zip, entries, most);
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The text of a part, in pieces. What a part says of its own size is not believed: what comes out of it is counted. */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.#entries.get(name);
    if (entry === undefined) return;
    const stream = await this.#zip.openReadStreamPromise(entry).catch(damaged);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      for await (const piece of stream as Readable & AsyncIterable<Buffer>) {
        this.#left -= piece.length;
        if (this.#left < 0) throw new Unreadable('too-large');
        yield decoder.decode(piece, { stream: true });
      }
    } catch (error) {
      if (error instanceof Unreadable) throw error;
      damaged();
    } finally {
      stream.destroy();
    }
  }
}

const damaged = (): never => {
  throw new Unreadable('damaged');
};
