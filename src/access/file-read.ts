import { about } from '../engine/about.js';
import type { FileState } from '../engine/model.js';
import type { FileAbout } from '../engine/ports.js';
import type { Registry } from '../engine/registry.js';

/** A file as the log of readings needs to know it. */
export interface FileRead extends FileAbout {
  readonly isProtected: boolean;
}

/** What the log has to know of a file. */
export function fileReadOf(registry: Registry, file: FileState): FileRead {
  return { ...about(registry, file), isProtected: isProtected(file.record) };
}

/** Whether a household has a protected identity, by its file's record. */
const isProtected = (record: object): boolean =>
  'protection' in record && record.protection !== null && record.protection !== undefined;
