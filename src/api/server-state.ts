import type { Runtime } from '../runtime.js';
import { Problem } from './problem.js';

/** `starting`: not migrated yet. `loading`: serves readers while the demo years are loaded. */
export type Phase = 'starting' | 'loading' | 'serving' | 'stopping';

/** How far the program has come: the one thing that changes under a server that listens from its first second. */
export class ServerState {
  phase: Phase = 'starting';
  /** Share of the demo years that is loaded, 0 to 1. */
  loaded = 0;
  private started: Runtime | null = null;

  /** What the program runs on; null until it is migrated. */
  get runtime(): Runtime | null {
    return this.started;
  }

  /** The program runs from now on. */
  start(runtime: Runtime): void {
    this.started = runtime;
    this.phase = 'serving';
  }

  /** The runtime, or the problem that it is not there yet. */
  running(): Runtime {
    if (this.started === null) throw new Problem('starting');
    return this.started;
  }
}
