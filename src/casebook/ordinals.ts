import { canonical, sha256 } from '../engine/canonical.js';
import type { RegisterLine } from './read-line.js';

/** Tells equal register lines of one book apart: two families may answer a survey alike, and are two lines. */
export class Ordinals {
  private readonly seen = new Map<string, number>();

  next({ register, at, data }: RegisterLine): number {
    const same = sha256(canonical({ register, at, data }));
    const ordinal = (this.seen.get(same) ?? 0) + 1;
    this.seen.set(same, ordinal);
    return ordinal;
  }
}
