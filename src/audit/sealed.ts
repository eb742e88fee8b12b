import type { EventBody } from '../engine/model.js';
import type { Sealings } from '../engine/history/sealings.js';
import { digestsIn } from '../engine/seal.js';
import type { Vault } from '../engine/vault.js';
import type { Findings } from './findings.js';
import type { Reading } from './reading.js';
import type { Stream } from './streams.js';
import type { KeyRow, SealedRow } from './tables.js';
import { words } from './words.js';

/**
 * Compares one file's sealed values with the marks in its events: each is there (unless the file was culled, its key with
 * it, or two persons had the entry's content taken away), unchanged, and opens with the key when a vault is given. What is opened
 * is forgotten at once.
 */
export class SealedCheck {
  private readonly opened = new Map<number, Buffer>();
  private marked = false;
  /** Digests by the number of their event: those whose values are there, and those whose values are not. */
  private readonly there = new Map<string, number>();
  private readonly missing: { readonly seq: number; readonly digest: string }[] = [];

  constructor(
    private readonly file: string,
    private readonly stored: Stream<SealedRow>,
    private readonly keys: readonly KeyRow[],
    private readonly findings: Findings,
    private readonly vault: Vault | undefined,
    private readonly large: Reading['large'],
    private readonly isCulled: boolean,
  ) {
    for (const { number, wrapped } of keys) {
      const key = vault === undefined || wrapped === null ? null : attempt(() => vault.unwrap(wrapped));
      if (key === undefined) findings.add('sealed', { file }, words.unreadableKey);
      else if (key !== null) this.opened.set(number, key);
    }
  }

  /** The sealed values of the next event; `body` null when it cannot be read. */
  async take(seq: number, body: EventBody | null): Promise<void> {
    this.extra(await this.stored.allOf(this.file, (row) => row.seq < seq));
    const rows = await this.stored.allOf(this.file, (row) => row.seq === seq);
    if (body === null) return;
    const marks = new Set(sealedWith(body));
    if (marks.size > 0) this.marked = true;
    for (const row of rows) {
      this.there.set(row.digest, seq);
      if (marks.delete(row.digest)) await this.open(row);
      else this.extra([row]);
    }
    if (this.keys.length > 0) for (const digest of marks) this.missing.push({ seq, digest });
  }

  /** @param sealings the entries whose content is to be gone. */
  async end(sealings: Sealings): Promise<void> {
    this.extra(await this.stored.allOf(this.file));
    const gone = new Set(sealings.sealed().flatMap((of) => sealings.digests(of)));
    for (const { seq, digest } of this.missing)
      if (!gone.has(digest)) this.findings.add('sealed', { file: this.file, seq }, words.noSealed);
    for (const [digest, seq] of this.there)
      if (gone.has(digest)) this.findings.add('sealed', { file: this.file, seq }, words.stillSealed);
    if (!this.marked || this.keys.length > 0) return;
    if (this.isCulled) this.findings.note('culled', 'file_key', words.culled);
    else this.findings.add('sealed', { file: this.file }, words.keyLost);
  }

  private extra(rows: readonly SealedRow[]): void {
    for (const { seq } of rows) this.findings.add('sealed', { file: this.file, seq }, words.extraSealed);
  }

  private async open({ seq, digest, actual, key_number, ciphertext }: SealedRow): Promise<void> {
    const place = { file: this.file, seq };
    if (actual !== digest) return this.findings.add('sealed', place, words.changedSealed);
    const key = this.opened.get(key_number);
    const { vault } = this;
    if (vault === undefined || this.opened.size === 0) return;
    const bytes = ciphertext ?? (await this.large(this.file, digest));
    if (key === undefined || bytes === undefined || attempt(() => vault.unseal(key, bytes)) === undefined)
      this.findings.add('sealed', place, words.unreadableSealed);
  }
}

/**
 * What was sealed for an event. Only a command seals; what it set off carries its marks along, but for a file that was opened
 * with what came from another one. What a command took from another file was sealed for the file that it went into.
 */
function sealedWith({ cause, opens, data, known, file }: EventBody): string[] {
  if (cause.kind !== 'person') return opens === undefined ? [] : digestsIn(data);
  const carried = known.carried?.into.ref === `${file}/1` ? digestsIn(known.carried) : [];
  return [...digestsIn(data), ...carried];
}

/** Undefined when it throws. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
