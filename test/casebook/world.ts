import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCasebook, type Imported, type ImportOptions } from '../../src/casebook/import.js';
import type { LineRefusal } from '../../src/casebook/line-refusal.js';
import { projectWorkflows } from '../../src/engine/load-workflows.js';
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
  take(book: string | readonly object[], options?: Partial<ImportOptions>): Promise<Told>;
  close(): Promise<void>;
}

const KEY = Buffer.alloc(32, 7).toString('base64');

export async function bookWorld(folders: readonly string[] = [projectWorkflows()]): Promise<BookWorld> {
  const database = await freshDatabase();
  const data = await mkdtemp(join(tmpdir(), 'husrum-book-'));
  const environment = {
    DATABASE_URL: database.url,
    HUSRUM_DATA: data,
    HUSRUM_MASTER_KEY: KEY,
    HUSRUM_SIGNING_KEY: KEY,
  };
  const config = { ...readConfig(environment), workflowFolders: folders };
  const runtime = await startRuntime(config, { now: () => NOW });
  return {
    runtime,
    url: database.url,
    environment,
    take: (book, options) => takeBook(runtime, book, options),
    async close() {
      await runtime.close();
      await database.drop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function takeBook(
  runtime: Runtime,
  book: string | readonly object[],
  options: Partial<ImportOptions> = {},
): Promise<Told> {
  const text = typeof book === 'string' ? book : linesOf(book);
  const refusals: Record<number, LineRefusal> = {};
  const ports = {
    engine: runtime.engine,
    sweep: runtime.sweep,
    registers: runtime.registers,
    person: (login: string, at: string) => runtime.directory.person(login, at),
    mergersDue: (day: string) => runtime.directory.mergersDue(day),
  };
  const refused = (line: number, refusal: LineRefusal) => void (refusals[line] = refusal);
  const imported = await importCasebook(ports, pieces(text), {
    book: 'test',
    now: NOW,
    importedAt: NOW,
    refused,
    ...options,
  });
  return { ...imported, refusals };
}

export const linesOf = (lines: readonly object[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** The text in pieces that do not end where lines end. */
async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += 10_007) yield bytes.subarray(start, start + 10_007);
}
