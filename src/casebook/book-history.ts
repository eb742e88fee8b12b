import type { Batch } from '../engine/batch.js';
import type { Done } from '../engine/command.js';
import type { Engine } from '../engine/engine.js';
import type { CorrectionCommand } from '../engine/history/asked.js';
import { Correcting } from '../engine/history/correcting.js';
import { Sealing } from '../engine/history/sealing.js';
import type { FileState } from '../engine/model.js';
import { refuse, type Refusal } from '../engine/refusals.js';
import { eventOf } from './earlier.js';
import { refuseLine, type LineRefusal } from './line-refusal.js';
import { words } from './words.js';

/** The lines of one book that are about earlier ones: they correct or seal them. Which shows by the `id` of a line above. */
export class BookHistory {
  private readonly commands = new Map<string, string>();
  private readonly correcting: Correcting;
  private readonly sealing: Sealing;

  constructor(
    private readonly engine: Engine,
    private readonly batch: Batch,
  ) {
    this.correcting = new Correcting(engine);
    this.sealing = new Sealing(engine);
  }

  /** Remembers by which command a line is taken. */
  name(id: string, command: string): void {
    this.commands.set(id, command);
  }

  /** Takes a line by itself, after what is pending. */
  async take(event: string, command: CorrectionCommand): Promise<Done | LineRefusal> {
    await this.batch.flush();
    const { file, data, recordedAt = '' } = command;
    const of = this.commands.get((data as { readonly of: string }).of);
    const seq = of === undefined ? null : await eventOf(this.engine.ports.pool, file, of);
    if (seq === null) return refuseLine('unknown-name', words.unknownId, 'data.of');
    const numbered = { ...command, data: { ...(data as object), of: seq } };
    const unfit = (files: readonly FileState[]): Refusal | null =>
      files.some((one) => one.recordedAt > recordedAt) ? refuse('stale', words.fileIsLater) : null;
    return event === 'sealEntry'
      ? this.sealing.seal(numbered, (one) => unfit([one]))
      : this.correcting.correct(numbered, ({ files }) => unfit(files.map(({ before }) => before)));
  }
}
