import type { Carrying, ProcessRef } from '../../workflows/definition.js';
import { fileOf } from '../../workflows/refs.js';
import type { Carried, Command } from './command.js';
import { newFileId } from './file-id.js';
import type { FileKey } from './file-keys.js';
import type { FileState } from './model.js';
import { refuse, type Refusal } from './refusals.js';
import { digestsIn, sealData, unmark } from './seal.js';
import type { Vault } from './vault.js';
import { words } from './words.js';

/** What carrying from one file into another reads. */
export interface Carriage {
  readonly vault: Vault;
  /** Another file, if whoever commands may see it and act there; else why not. */
  other(id: string): Promise<FileState | Refusal>;
  key(file: string, isNew: boolean): Promise<FileKey>;
  unseal(file: string, digests: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
}

/**
 * Takes what an event carries out of one file and seals it anew with the key of the other, so that each file's key opens
 * all that stands there and nothing else. Nothing is decided: the versions read are compared when it is.
 * @throws Error when a value can no longer be read (the file was culled): nothing of it may be carried on.
 */
export async function carry(
  c: Carriage,
  spec: Carrying,
  command: Command,
  file: FileState,
  data: Record<string, unknown>,
): Promise<Carried | Refusal> {
  const named = spec.from === 'this' ? file.id : fileOf(data[spec.from] as ProcessRef);
  if (spec.from !== 'this' && named === file.id) return refuse('invalid-data', words.sameFile);
  const from = named === file.id ? file : await c.other(named);
  if ('ok' in from) return from;
  const isNew = spec.into === 'new';
  const into = isNew ? newFileId(c.vault.mac({ command: command.id, by: command.by.login })) : file.id;
  const marked = spec.what(from.record, data) as Record<string, unknown>;
  const digests = digestsIn(marked);
  const plain = await c.unseal(from.id, digests);
  if (digests.some((one) => !plain.has(one))) throw new Error('what is carried can no longer be read');
  const { key, wrapped } = await c.key(into, isNew);
  const all = unmark(marked, (digest) => plain.get(digest));
  const own = spec.apart === undefined ? plain : await c.unseal(file.id, digestsIn(file.record));
  const whole = (spec.apart?.(all as object, unmark(file.record, (digest) => own.get(digest)) as object) ??
    all) as Record<string, unknown>;
  const { coded, ...parted } = sealData(spec.schema, whole, key, c.vault);
  return {
    into,
    known: { from: { ref: `${from.id}/1` }, into: { ref: `${into}/1` }, ...coded },
    versions: new Map([file, from].map(({ id, version }) => [id, version])),
    ...parted,
    ...(wrapped === undefined || parted.sealed.length === 0 ? {} : { newKey: wrapped }),
  };
}
