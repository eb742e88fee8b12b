import type { Pool } from 'pg';
import { BoundedMap } from './bounded-map.js';
import type { FileState } from './model.js';
import { readFiles } from './read-files.js';

const MOST_FILES = 20_000;
/** What may be a file's number; nothing else is looked for. */
const NUMBER = /^[0-9a-z]{1,40}$/;

/** Case files as last read or written here. A commit compares versions, so a copy that is behind costs a second try, never a wrong step. */
export class FileStore {
  private readonly cache = new BoundedMap<string, FileState>(MOST_FILES);

  constructor(private readonly pool: Pool) {}

  /** Files by id; null when there is none. `fresh` reads past the cache. */
  async read(ids: readonly string[], fresh = false): Promise<Map<string, FileState | null>> {
    const found = new Map<string, FileState | null>();
    const missing: string[] = [];
    for (const id of new Set(ids)) {
      const cached = fresh ? undefined : this.cache.get(id);
      found.set(id, cached ?? null);
      if (cached === undefined && NUMBER.test(id)) missing.push(id);
    }
    if (missing.length === 0) return found;
    for (const file of await readFiles(this.pool, missing)) {
      found.set(file.id, file);
      this.cache.set(file.id, file);
    }
    return found;
  }

  /** A copy that is kept here. None says nothing of whether the file is there. */
  kept(id: string): FileState | null {
    return this.cache.get(id) ?? null;
  }

  keep(file: FileState): void {
    this.cache.set(file.id, file);
  }

  forget(ids: Iterable<string>): void {
    for (const id of ids) this.cache.delete(id);
  }
}
