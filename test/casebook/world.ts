import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  importCasebook,
  type Imported,
  type ImportOptions,
  type ImportPorts,
} from '../../src/casebook/import.js';
import type { LineRefusal } from '../../src/casebook/line-refusal.js';
import { readConfig } from '../../src/platform/config.js';
import { startRuntime, type Runtime } from '../../src/runtime.js';
import { freshDatabase } from '../support/database.js';

export const NOW = '2023-06-01T12:00:00.000Z';

/** What an import said, and why lines were refused, by their numbers. */
export type Told = Imported & { readonly refusals: Readonly<Record<number, LineRefusal>> };

/** The whole program on a database of its own, its clock standing at `NOW`. */
export interface BookWorld {
  readonly runtime: Runtime;
  /** The owner's address of the database. */
  readonly url: string;
  readonly environment: Readonly<Record<string, string>>;
  take(book: Book, options?: Partial<ImportOptions>, person?: Who): Promise<Told>;
  /** A second node on the same database. */
  another(): Promise<{ readonly runtime: Runtime; close(): Promise<void> }>;
  close(): Promise<void>;
}

type Book = string | Uint8Array | readonly object[];
type Who = ImportPorts['person'];

const KEY = Buffer.alloc(32, 7).toString('base64');

export async function bookWorld(folders: readonly string[] = []): Promise<BookWorld> {
  const database = await freshDatabase();
  const data = await mkdtemp(join(tmpdir(), 'husrum-book-'));
  const environment = {
    DATABASE_URL: database.url,
    HUSRUM_DATA: data,
    HUSRUM_MASTER_KEY: KEY,
    HUSRUM_SIGNING_KEY: KEY,
  };
  const config = { ...readConfig(environment), workflowFolders: folders };
  const start = () => startRuntime(config, { now: () => NOW });
  const runtime = await start();
  return {
    runtime,
    url: database.url,
    environment,
    take: (book, options, person) => takeBook(runtime, book, options, person),
    async another() {
      const second = await start();
      return { runtime: second, close: () => second.close() };
    },
    async close() {
      await runtime.close();
      await database.drop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function takeBook(
  runtime: Runtime,
  book: Book,
  options: Partial<ImportOptions> = {},
  person: Who = (login, at) => runtime.directory.person(login, at),
): Promise<Told> {
  const refusals: Record<number, LineRefusal> = {};
  const { engine, sweep, registers } = runtime;
  const mergersDue = (day: string) => runtime.directory.mergersDue(day);
  const refused = (line: number, refusal: LineRefusal) => void (refusals[line] = refusal);
  const given = { book: 'test', now: NOW, refused, ...options };
  const ports = { engine, sweep, registers, person, mergersDue };
  const imported = await importCasebook(ports, pieces(bytesOf(book)), given);
  return { ...imported, refusals };
}

export const linesOf = (lines: readonly object[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');

function bytesOf(book: Book): Uint8Array {
  if (book instanceof Uint8Array) return book;
  return Buffer.from(typeof book === 'string' ? book : linesOf(book));
}

/** The book in pieces that do not end where lines end. */
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 10_007) yield bytes.subarray(start, start + 10_007);
}
