import type { Instant } from '../../workflows/definition.js';
import { canonical, sha256 } from '../engine/canonical.js';
import type { StepLine } from './read-line.js';

/**
 * Names the commands of one book's lines, the same in every edition of it: SHA-256 of the book, the line's `id` or
 * canonical JSON, and its ordinal among equal lines. Equal lines were recorded at the same moment, so no more than one
 * moment's lines are remembered; lines come in order of `recorded`.
 */
export class CommandIds {
  private moment: Instant = '';
  private readonly seen = new Map<string, number>();

  constructor(private readonly book: string) {}

  /** `unnamed`: what a line with an `id` had been called as long as it had none. */
  next({ recorded, id, written }: StepLine): { readonly command: string; readonly unnamed?: string } {
    if (recorded !== this.moment) this.seen.clear();
    this.moment = recorded;
    const { id: _id, ...bare } = written as { id?: string };
    const unnamed = this.named(bare, this.ordinal(bare));
    return id === undefined
      ? { command: unnamed }
      : { command: this.named(id, this.ordinal(written)), unnamed };
  }

  private ordinal(written: object): number {
    const same = sha256(canonical(written));
    const ordinal = (this.seen.get(same) ?? 0) + 1;
    this.seen.set(same, ordinal);
    return ordinal;
  }

  private named(line: string | object, ordinal: number): string {
    return sha256(canonical([this.book, line, ordinal]));
  }
}
