import type { Reader } from '../access/access-entry.js';
import type { Asked } from '../engine/command.js';
import { correctable } from '../engine/history/asked.js';
import { specOf } from '../engine/history/spec-of.js';
import { historiesOf } from '../engine/history/read-histories.js';
import type { FileState } from '../engine/model.js';
import { isRefusal } from '../engine/refusals.js';
import type { Registry } from '../engine/registry.js';
import type { Runtime } from '../runtime.js';

/** Nothing is done yet: what is grave asks a person before a page to show anew who they are. */
export class SignInTooOld extends Error {
  override readonly name = 'SignInTooOld';
  constructor() {
    super('sign-in too old');
  }
}

/** Throws `SignInTooOld` when a step that gives or takes access is sent by who signed in some time ago. */
export function mustBeFresh({ isStale }: Reader, { fresh }: { readonly fresh?: boolean }): void {
  if (isStale === true && fresh === true) throw new SignInTooOld();
}

/** The same for a step that is asked for by its name in a file. */
export function stepMustBeFresh(
  reader: Reader,
  registry: Registry,
  file: FileState | null,
  asked: Asked,
): void {
  if (file === null || !('event' in asked)) return;
  const { workflow, version } = file.processes.find(({ number }) => number === asked.process) ?? {};
  const of = workflow === undefined || version === undefined ? {} : { workflow, version };
  mustBeFresh(reader, specOf(registry, file, { ...of, type: asked.event }) ?? {});
}

/** Throws `SignInTooOld` when a decision, or what gave or took access, is corrected by who signed in some time ago. */
export async function correctionMustBeFresh(
  { pool, registry, engine, clock }: Runtime,
  reader: Reader,
  file: FileState,
  of: number,
): Promise<void> {
  if (reader.isStale !== true) return;
  const history = (await historiesOf(pool, registry)([file.id])).get(file.id);
  if (history == null) return;
  const found = correctable(engine.ports, reader.person, { file, history, of, recordedAt: clock.now() });
  if (!isRefusal(found))
    mustBeFresh(reader, { fresh: found.spec.fresh === true || found.spec.decision !== undefined });
}
