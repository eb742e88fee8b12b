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

  next(line: StepLine): string {
    if (line.recorded !== this.moment) this.seen.clear();
    this.moment = line.recorded;
    const same = sha256(canonical(line.written));
    const ordinal = (this.seen.get(same) ?? 0) + 1;
    this.seen.set(same, ordinal);
    return sha256(canonical([this.book, line.id ?? line.written, ordinal]));
  }
}
