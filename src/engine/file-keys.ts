import type { Pool } from 'pg';
import { BoundedMap } from './bounded-map.js';
import type { Vault } from './vault.js';

const MOST_KEYS = 50_000;

/** A file's key as one step uses it. `wrapped` is set when the key is new and must be written with the step. */
export interface FileKey {
  readonly key: Buffer;
  readonly wrapped?: Buffer;
}

/** The keys of files, and what they open. Keys are kept in memory unwrapped, as the application must read with them anyway. */
export class FileKeys {
  private readonly known = new BoundedMap<string, Buffer>(MOST_KEYS);

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

  /** The plain values behind digests of one file. A digest whose ciphertext or key is gone (culled) is absent. */
  async unseal(file: string, digests: readonly string[]): Promise<Map<string, unknown>> {
    if (digests.length === 0) return new Map();
    const key = await this.find(file);
    if (key === undefined) return new Map();
    const { rows } = await this.pool.query<{ digest: string; ciphertext: Buffer }>({
      name: 'read_sealed',
      text: 'select digest, ciphertext from sealed where file_id = $1 and digest = any($2)',
      values: [file, digests],
    });
    return new Map(rows.map((row) => [row.digest, this.vault.unseal(key, row.ciphertext)]));
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
