import type { Carrying, Doubting, EventSpec, Reason } from '../../workflows/definition.js';
import { dayOf } from '../domain/zone.js';
import { about, seenByOf } from './about.js';
import type { Command } from './command.js';
import { ENGINE } from './deciding.js';
import type { FileKeys } from './file-keys.js';
import type { FileState } from './model.js';
import type { Directory, Gate } from './ports.js';
import type { Registry } from './registry.js';
import type { Vault } from './vault.js';

/** What preparing a command asks of the world. */
export interface Preparing {
  readonly registry: Registry;
  readonly gate: Gate;
  readonly directory: Directory;
  readonly vault: Vault;
  readonly keys: FileKeys;
  now(): string;
  file(id: string): Promise<FileState | null>;
  /** Plain values of a file as far as it has been taken; as the database has it when left out. */
  unseal?(file: string, digests: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
}

/** What a command's data is read by. */
export interface Target {
  readonly file: string;
  readonly newFile: boolean;
  readonly spec: EventSpec;
  readonly reasons: Readonly<Record<string, readonly Reason[]>> | undefined;
  readonly carries?: Carrying | undefined;
  /** What cannot be so of the data, and what the file says of itself, sealed; null for what opens a process. */
  readonly doubts?: Doubting | undefined;
  readonly record: object | null;
}

/** A file as the one who commands may see it; what they may not is not there. */
export async function seen(
  p: Preparing,
  command: Pick<Command, 'by' | 'recordedAt'>,
  id: string,
): Promise<FileState | null> {
  const file = await p.file(id);
  if (file === null || command.by === ENGINE) return file;
  const concerned = about(p.registry, file, dayOf(command.recordedAt ?? p.now()));
  return p.gate.maySee(command.by, concerned, seenByOf(p.registry, file)) ? file : null;
}
