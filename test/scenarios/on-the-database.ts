import type { ProcessRef } from '../../workflows/definition.js';
import { dayOf } from '../../src/domain/zone.js';
import { refOf, type Running, type World } from '../support/world.js';
import { ARROW } from './marked-arrows.js';
import { happened, told, type Move, type Scene } from './scene.js';

/** Makes moves through the engine on the real database: one family and its flats, in files of their own. */
export class OnTheDatabase implements Scene {
  private readonly names = new Map<string, Running>();
  private readonly latest = new Map<string, Running>();

  constructor(private readonly world: World) {}

  get now(): string {
    return this.world.now;
  }
  get today(): string {
    return dayOf(this.now);
  }
  get family(): string | undefined {
    return this.names.get('family')?.file;
  }

  find(name: string): ProcessRef | undefined {
    const running = this.running(name);
    return running && refOf(running);
  }

  free(): Promise<readonly ProcessRef[]> {
    return this.family === undefined ? Promise.resolve([]) : this.world.freeFlats(this.family);
  }

  /** Makes a move that has to be possible; throws with the sentences when it is refused. */
  async make(move: Move): Promise<void> {
    if ('until' in move) {
      if (move.at === undefined) throw new Error(`nobody knows when ${told(move)}`);
      this.world.setInstant(move.at);
      await this.world.sweep();
    } else if ('open' in move) {
      await this.open(move);
    } else await this.event(move);
    await this.look();
  }

  /** The arrows that were taken here and are kept. */
  async arrows(): Promise<string[]> {
    const files = [...this.names.values()].map(({ file }) => file);
    const { rows } = await this.world.pool.query<{ arrow: string }>(
      `select distinct data ->> 'arrow' as arrow from fact where file_id = any($1) and kind = $2`,
      [files, ARROW],
    );
    return rows.map(({ arrow }) => arrow);
  }

  /** A second process of the family stands in its file; all else is opened in a file of its own. */
  private async open({ by, on, open, data }: Extract<Move, { open: string }>): Promise<void> {
    const file = on === 'family' ? this.family : undefined;
    const opened = await this.world.as(by).open(open, data(), file);
    if (file === undefined) this.names.set(on, opened);
  }

  private async event(move: Extract<Move, { event: string }>): Promise<void> {
    const data = (move.data ?? (() => ({})))(this, await this.free());
    const subject = move.on === 'family' ? this.family : this.running(move.on);
    if (subject === undefined || data === undefined) throw new Error(`${told(move)}: there is none`);
    const occurredAt = move.daysAgo === undefined ? {} : { occurredAt: happened(this.now, move) };
    await this.world.as(move.by).event(subject, move.event, data, occurredAt);
  }

  private running(name: string): Running | undefined {
    return this.names.get(name) ?? this.latest.get(name);
  }

  private async look(): Promise<void> {
    if (this.family === undefined) return;
    const { processes } = await this.world.file(this.family);
    for (const { number, workflow } of processes)
      this.latest.set(workflow, { file: this.family, process: number });
  }
}
