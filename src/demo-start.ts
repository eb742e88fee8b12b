import { findDemo, loadDemo } from './cli/demo.command.js';
import type { LoadDemo } from './serve.js';

const PAUSE_MS = 2_000;

/**
 * Loads the demo years on the first start, from the generator that stands beside the program. When it is not there nothing
 * is loaded; while another import is under way it waits. Throws when it is told to stop.
 */
export const startDemo: LoadDemo = async (runtime, { progress, signal }) => {
  const demo = await findDemo();
  if (demo === null) return;
  const lines = [...demo.generate()];
  const total = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
  let done = 0;
  const told = {
    progress: (bytes: number) => {
      signal.throwIfAborted();
      progress(Math.min(1, (done += bytes) / total));
    },
  };
  while ((await loadDemo(runtime, { generate: () => lines }, 1, told)) === null) {
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  progress(1);
};
