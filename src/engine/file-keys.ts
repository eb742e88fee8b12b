import type { Pool } from 'pg';
import { BoundedMap } from './bounded-map.js';
import type { Vault } from './vault.js';

const MOST_KEYS = 50_000;
const MOST_VALUES = 100_000;
/** Only short values are remembered: dates and numbers that guards ask for at every step, not notes. */
const SHORT = 32;

/** A file's key as one step uses it. `wrapped` is set when the key is new and must be written with the step. */
export interface FileKey {
  readonly key: Buffer;
  readonly wrapped?: Buffer;
}

/** The keys of files, and what they open. Keys are kept in memory unwrapped, as the application must read with them anyway. */
export class FileKeys {
  private readonly known = new BoundedMap<string, Buffer>(MOST_KEYS);
  private readonly values = new BoundedMap<string, unknown>(MOST_VALUES);

  constructor(
    private readonly pool: Pool,
    private readonly vault: Vault,
  ) {}

  /** The key of a file; a new one when it has none yet. Not kept until `written`. */
  async forSealing(file: string, isNew: boolean): Promise<FileKey> {
    const key = isNew ? undefined : await this.find(file);
    return key === undefined ? this.vault.newKey() : { key };
  }

  /** A new key was written with its step. */
  written(file: string, wrapped: Buffer): void {
    this.known.set(file, this.vault.unwrap(wrapped));
  }

  /** What was just sealed and written: the next step need not open it again. */
  keep(fresh: ReadonlyMap<string, unknown>): void {
    for (const [digest, value] of fresh) this.keepShort(digest, value);
  }

  /** Remembers nothing: files were culled, and what they held is to be nowhere. */
  forget(): void {
    this.known.clear();
    this.values.clear();
  }

  /** The plain values behind digests of one file. A digest whose ciphertext or key is gone (culled) is absent. */
  async unseal(file: string, digests: readonly string[]): Promise<Map<string, unknown>> {
    const found = new Map(digests.map((digest) => [digest, this.values.get(digest)]));
    const missing = digests.filter((digest) => found.get(digest) === undefined);
    for (const digest of missing) found.delete(digest);
    for (const [digest, value] of await this.read(file, missing)) {
      found.set(digest, value);
      this.keepShort(digest, value);
    }
    return found;
  }

  /** The same from what is kept at this moment, whatever is remembered here: an entry may have been sealed by another node. */
  async unsealKept(file: string, digests: readonly string[]): Promise<Map<string, unknown>> {
    return new Map(await this.read(file, digests));
  }

  /** The same for many files at once, in two queries at most: the values of a whole list. */
  async unsealAll(wanted: ReadonlyMap<string, readonly string[]>): Promise<Map<string, unknown>> {
    await this.findAll([...wanted.keys()]);
    const digests = [...wanted.values()].flat();
    const found = new Map<string, unknown>();
    for (const digest of digests) {
      const value = this.values.get(digest);
      if (value !== undefined) found.set(digest, value);
    }
    const missing = digests.filter((digest) => !found.has(digest));
    if (missing.length === 0) return found;
    const { rows } = await this.pool.query<{ file_id: string; digest: string; ciphertext: Buffer }>({
      name: 'read_sealed_of_many',
      text: 'select file_id, digest, ciphertext from sealed where file_id = any($1) and digest = any($2)',
      values: [[...wanted.keys()], missing],
    });
    for (const { file_id: file, digest, ciphertext } of rows) {
      const key = this.known.get(file);
      if (key === undefined || wanted.get(file)?.includes(digest) !== true) continue;
      const value = this.vault.unseal(key, ciphertext);
      found.set(digest, value);
      this.keepShort(digest, value);
    }
    return found;
  }

  private keepShort(digest: string, value: unknown): void {
    if (typeof value === 'string' && value.length <= SHORT) this.values.set(digest, value);
  }

  private async findAll(files: readonly string[]): Promise<void> {
    const missing = files.filter((file) => this.known.get(file) === undefined);
    if (missing.length === 0) return;
    const { rows } = await this.pool.query<{ file_id: string; wrapped: Buffer }>({
      name: 'read_file_keys',
      text: 'select file_id, wrapped from file_key where file_id = any($1)',
      values: [missing],
    });
    for (const { file_id: file, wrapped } of rows) this.written(file, wrapped);
  }

  private async read(file: string, digests: readonly string[]): Promise<[string, unknown][]> {
    const key = digests.length === 0 ? undefined : await this.find(file);
    if (key === undefined) return [];
    const { rows } = await this.pool.query<{ digest: string; ciphertext: Buffer }>({
      name: 'read_sealed',
      text: 'select digest, ciphertext from sealed where file_id = $1 and digest = any($2)',
      values: [file, digests],
    });
    return rows.map((row) => [row.digest, this.vault.unseal(key, row.ciphertext)]);
  }

  private async find(file: string): Promise<Buffer | undefined> {
    const known = this.known.get(file);
    if (known !== undefined) return known;
    const { rows } = await this.pool.query<{ wrapped: Buffer }>({
      name: 'read_file_key',
      text: 'select wrapped from file_key where file_id = $1',
      values: [file],
    });
    if (rows[0] === undefined) return undefined;
    const key = this.vault.unwrap(rows[0].wrapped);
    this.known.set(file, key);
    return key;
  }
}
