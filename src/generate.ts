import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DefinitionError } from './engine/check/index.js';
import { generated } from './generated.js';

/** Writes every generated file anew (`npm run generate`), from the project's folder. Exit 1 when a definition is at fault. */
try {
  for (const { path, make } of await generated()) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await make());
    console.error(path);
  }
} catch (error) {
  if (!(error instanceof DefinitionError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
