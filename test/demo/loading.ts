import { Readable } from 'node:stream';
import { generate } from '../../demo/generate.js';
import { demo } from '../../demo/main.js';
import { importCasebook, type Imported } from '../../src/casebook/import.js';
import type { LineRefusal } from '../../src/casebook/line-refusal.js';
import { projectWorkflows } from '../../src/engine/load-workflows.js';
import { readConfig } from '../../src/platform/config.js';
import { startRuntime } from '../../src/runtime.js';

/** What loading the demo's book came to. */
export interface Loaded {
  readonly imported: Imported;
  readonly refusals: readonly (LineRefusal & { readonly line: number })[];
}

/**
 * Loads the demo's book in a process of its own: outside Jest's sandbox that takes half the time. Arguments: how many times
 * the demo's size; the settings stand in the environment. Prints a `Loaded` as JSON.
 */
async function main(scale: number): Promise<void> {
  const now = `${demo.today}T22:00:00.000Z`;
  const config = { ...readConfig(process.env), workflowFolders: [projectWorkflows()] };
  const runtime = await startRuntime(config, { now: () => now });
  const refusals: (LineRefusal & { readonly line: number })[] = [];
  const ports = {
    engine: runtime.engine,
    sweep: runtime.sweep,
    registers: runtime.registers,
    person: (login: string, at: string) => runtime.directory.person(login, at),
    mergersDue: (day: string) => runtime.directory.mergersDue(day),
  };
  const imported = await importCasebook(ports, Readable.from(generate(scale)), {
    book: 'demo',
    now,
    refused: (line, refusal) => void refusals.push({ line, ...refusal }),
  });
  await runtime.close();
  process.stdout.write(JSON.stringify({ imported, refusals } satisfies Loaded));
}

await main(Number(process.argv[2]));
