import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileKind, Workflow } from '../../workflows/definition.js';
import { checkDefinitions, DefinitionError, type Fault } from './check/index.js';

/** What the folders hold, proved. */
export interface Loaded {
  readonly workflows: readonly Workflow[];
  readonly kinds: readonly FileKind[];
}

/** The project's own folder of workflows, beside this file's room: as written under `src/`, as built under `dist/src/`. */
export const projectWorkflows = (): string => fileURLToPath(new URL('../../workflows/', import.meta.url));

/**
 * Reads every workflow and every kind of file out of folders: each is a workflow's own folder or holds such folders, and
 * is read once however often it is given. The order is that of the folders, then of names. Throws one `DefinitionError` with every fault of every definition.
 */
export async function loadWorkflows(folders: readonly string[] = [projectWorkflows()]): Promise<Loaded> {
  const read: Read[] = [];
  for (const folder of new Set(folders.flatMap(holding))) read.push(await readFolder(folder));
  const workflows = read.flatMap((one) => one.workflows);
  const kinds = read.flatMap((one) => one.kinds);
  const faults = [...read.flatMap((one) => one.faults), ...checkDefinitions(workflows, kinds)];
  if (faults.length > 0) throw new DefinitionError(faults);
  return { workflows, kinds };
}

/** The folders with an index: this one, or those in it. */
function holding(folder: string): string[] {
  if (indexOf(folder) !== undefined) return [folder];
  const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return inside
    .map(({ name }) => join(folder, name))
    .filter((path) => indexOf(path) !== undefined)
    .sort();
}

function indexOf(folder: string): string | undefined {
  return ['index.js', 'index.ts'].map((name) => join(folder, name)).find((path) => existsSync(path));
}

type Read = Loaded & { readonly faults: readonly Fault[] };

async function readFolder(folder: string): Promise<Read> {
  const fault = (sentence: string): Fault => ({ workflow: basename(folder), file: 'index.ts', sentence });
  try {
    const found = (await import(pathToFileURL(indexOf(folder) as string).href)) as Record<string, unknown>;
    const workflows = [...new Set(Object.values(found))].filter(isWorkflow);
    const kinds = Array.isArray(found['fileKinds']) ? (found['fileKinds'] as FileKind[]) : [];
    const empty = workflows.length === 0 && kinds.length === 0;
    return {
      workflows,
      kinds,
      faults: empty ? [fault('it exports neither a workflow nor `fileKinds`.')] : [],
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { workflows: [], kinds: [], faults: [fault(`it cannot be read: ${message}`)] };
  }
}

function isWorkflow(value: unknown): value is Workflow {
  return (
    typeof value === 'object' &&
    value !== null &&
    'machine' in value &&
    'states' in value &&
    'events' in value
  );
}
