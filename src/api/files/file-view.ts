import type { FileState, Person } from '../../engine/model.js';
import { digestsIn, unmark } from '../../engine/seal.js';
import { words } from '../../engine/words.js';
import { refuse, type Refusal } from '../../engine/refusals.js';
import type { Runtime } from '../../runtime.js';
import type { Language } from '../language.js';
import { actionsOf } from './action-view.js';
import { deadlineView, processView } from './process-view.js';
import type { FileView } from './shapes.js';
import { sightOf, type Sight } from './sight.js';

/** A file as read for a person, and what they see of it. */
export interface Opened {
  readonly ok: true;
  readonly file: FileState;
  readonly sight: Sight;
}

/** Reads a file for a person: the one place through which every reading of a file goes. Not there and not theirs are told alike. */
export async function openedFor(runtime: Runtime, id: string, person: Person): Promise<Opened | Refusal> {
  const { engine, registry } = runtime;
  const file = (await engine.files.read([id], true)).get(id) ?? null;
  const sight = file && sightOf(registry, engine.ports.gate, file, person);
  return file === null || sight === null ? refuse('not-found', words.notFound) : { ok: true, file, sight };
}

/** A file as a person sees it now, in their language, personal values unsealed. */
export async function fileView(
  runtime: Runtime,
  opened: Opened,
  person: Person,
  language: Language,
): Promise<FileView> {
  const { file, sight } = opened;
  const view = await stillView(runtime, opened, language, runtime.clock.now());
  return { ...view, actions: await actionsOf(runtime, file, sight, person, language) };
}

/** A file as it stands at a moment, without what can be done in it. */
export async function stillView(
  runtime: Runtime,
  { file, sight }: Opened,
  language: Language,
  now: string,
): Promise<FileView> {
  const { registry } = runtime;
  const { id, kind, version, openedAt, recordedAt, record } = file;
  const read = await reading(runtime, id, [
    sight.record ? record : {},
    ...sight.processes.map((p) => p.stored.context),
  ]);
  const seen = new Set(sight.processes.map(({ number }) => number));
  return {
    id,
    kind,
    version,
    district: registry.kind(kind).responsible(record),
    assignee: registry.kind(kind).assignee(record),
    openedAt,
    recordedAt,
    ...(sight.record && { [kind]: read(record) as Record<string, unknown> }),
    processes: sight.processes.map((one) => processView(registry, id, one, language, read)),
    deadlines: file.deadlines
      .filter(({ process }) => seen.has(process))
      .sort((one, other) => (one.at < other.at ? -1 : 1))
      .map((due) => deadlineView(registry, file.processes, due, now, language)),
    actions: [],
  } satisfies FileView;
}

/** Unseals what stands in some values of a file, in one query. A value that is no longer kept is null. */
export async function reading(
  { engine }: Runtime,
  file: string,
  values: readonly object[],
): Promise<(value: object) => object> {
  const plain = await engine.keys.unseal(file, values.flatMap(digestsIn));
  return (value) => unmark(value, (digest) => plain.get(digest) ?? null) as object;
}
