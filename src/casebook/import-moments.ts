import type { Instant } from '../../workflows/definition.js';
import type { Clock } from '../engine/ports.js';

/**
 * When each line was imported: no two at the same moment, so that lines recorded together keep their order for ever. A
 * clock that does not move on is helped by a millisecond.
 */
export class ImportMoments {
  private last = 0;

  constructor(private readonly clock: Clock) {}

  next(): Instant {
    this.last = Math.max(Date.parse(this.clock.now()), this.last + 1);
    return new Date(this.last).toISOString();
  }
}
