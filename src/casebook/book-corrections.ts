import type { Batch } from '../engine/batch.js';
import type { Done } from '../engine/command.js';
import type { Engine } from '../engine/engine.js';
import type { CorrectionCommand } from '../engine/history/asked.js';
import { Correcting } from '../engine/history/correcting.js';
import { refuse } from '../engine/refusals.js';
import { eventOf } from './earlier.js';
import { refuseLine, type LineRefusal } from './line-refusal.js';
import { words } from './words.js';

/** The corrections of one book. What one is about is told by the `id` of a line above. */
export class BookCorrections {
  private readonly commands = new Map<string, string>();
  private readonly correcting: Correcting;

  constructor(
    private readonly engine: Engine,
    private readonly batch: Batch,
  ) {
    this.correcting = new Correcting(engine);
  }

  /** Remembers by which command a line is taken. */
  name(id: string, command: string): void {
    this.commands.set(id, command);
  }

  /** Takes a correction by itself, after what is pending. */
  async take(command: CorrectionCommand): Promise<Done | LineRefusal> {
    await this.batch.flush();
    const { file, data, recordedAt = '' } = command;
    const of = this.commands.get((data as { readonly of: string }).of);
    const seq = of === undefined ? null : await eventOf(this.engine.ports.pool, file, of);
    if (seq === null) return refuseLine('unknown-name', words.unknownId, 'data.of');
    return this.correcting.correct({ ...command, data: { ...(data as object), of: seq } }, ({ files }) =>
      files.some(({ before }) => before.recordedAt > recordedAt) ? refuse('stale', words.fileIsLater) : null,
    );
  }
}
