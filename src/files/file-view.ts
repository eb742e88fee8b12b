import { dayOf } from '../domain/zone.js';
import type { Attempt, Details, FileReading, Reader } from '../access/access-entry.js';
import { aboutNow } from '../access/about-now.js';
import { offeredTo, purposes } from '../access/purposes.js';
import type { FileState, Person } from '../engine/model.js';
import { digestsIn, unmark } from '../engine/seal.js';
import { words } from '../engine/words.js';
import { refuse, type Refusal } from '../engine/refusals.js';
import type { Runtime } from '../runtime.js';
import type { Language } from '../platform/language.js';
import { actionsOf } from './action-view.js';
import { PurposeNeeded } from './purpose-needed.js';
import { hidingFrom } from './hidden.js';
import { masked } from './mask.js';
import { deadlineView, processView } from './process-view.js';
import type { FileView } from './shapes.js';
import { sightOf, type Sight } from './sight.js';

/** A file as read for a person, and what they see of it. */
export interface Opened {
  readonly ok: true;
  readonly person: Person;
  readonly file: FileState;
  readonly sight: Sight;
}

/**
 * Reads a file for a person and logs it: the one place through which every reading of a file goes. Not there and not
 * theirs are told alike, and both are logged. Throws `PurposeNeeded` when a person before a page has yet to say why.
 */
export async function openedFor(
  runtime: Runtime,
  id: string,
  reader: Reader,
  what: FileReading,
  details?: Details,
): Promise<Opened | Refusal> {
  const { file, sight } = await found(runtime, id, reader.person);
  if (file === null || sight === null) return notFound(runtime, reader, what, file);
  await logReading(runtime, reader, file, what, details);
  return { ok: true, person: reader.person, file, sight };
}

/** Logs an attempt at a file that is not there (null), or not for its reader, and gives the answer to both. */
export async function notFound(
  runtime: Runtime,
  reader: Reader,
  what: Attempt,
  file: FileState | null,
): Promise<Refusal> {
  await runtime.accessLog.refused(reader, what, file && aboutNow(runtime, file));
  return refuse('not-found', words.notFound);
}

/** Logs that a file is read. Throws `PurposeNeeded` when a person before a page has yet to say why. */
export async function logReading(
  runtime: Runtime,
  reader: Reader,
  file: FileState,
  what: FileReading,
  details?: Details,
): Promise<void> {
  const { accessLog, clock } = runtime;
  const read = aboutNow(runtime, file);
  if (await accessLog.purposeNeeded(reader, read))
    throw new PurposeNeeded(offeredTo(reader.person, purposes, clock.now()));
  await accessLog.read(reader, read, what, details);
}

/** A file after a step of the person's own, whose event tells that they were there. */
export async function afterStep(runtime: Runtime, id: string, person: Person): Promise<Opened | Refusal> {
  const { file, sight } = await found(runtime, id, person);
  return file === null || sight === null
    ? refuse('not-found', words.notFound)
    : { ok: true, person, file, sight };
}

/**
 * A file, null when it is not there, and what the person sees of it, null when nothing. Nothing is logged yet: whoever
 * shows something of it logs first.
 */
export async function found({ engine, guarded, clock }: Runtime, id: string, person: Person) {
  const now = clock.now();
  const seen = await guarded.file(person, now, id);
  const sight = seen === undefined ? null : sightOf(engine.ports, seen, person, dayOf(now));
  const file = seen ?? (await engine.files.read([id], true)).get(id) ?? null;
  return { file, sight };
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
  opened: Opened,
  language: Language,
  now: string,
): Promise<FileView> {
  const { file, sight } = opened;
  const { registry } = runtime;
  const { id, kind, version, openedAt, recordedAt, record } = file;
  const shown = sight.record === 'none' ? {} : masked(registry.kind(kind).record, record, sight.record);
  const contexts = sight.processes.map((one) => one.stored.context);
  const hiding = await hidingFrom(
    runtime,
    opened.person,
    contexts.map((one) => JSON.stringify(one)),
  );
  const read = await reading(runtime, id, [shown, ...contexts]);
  const context = (value: object) => hiding.from(read(value));
  const seen = new Set(sight.processes.map(({ number }) => number));
  return {
    id,
    kind,
    version,
    district: registry.kind(kind).responsible(record),
    assignee: registry.kind(kind).assignee(record),
    openedAt,
    recordedAt,
    ...(sight.record !== 'none' && { [kind]: read(shown) as Record<string, unknown> }),
    processes: sight.processes.map((one) => processView(registry, id, one, language, context)),
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

/** The same of what events say, from what is kept at this moment: an entry may have been sealed since it was read last. */
export async function readingKept(
  { engine }: Runtime,
  file: string,
  values: readonly object[],
): Promise<(value: object) => object> {
  const plain = await engine.keys.unsealKept(file, values.flatMap(digestsIn));
  return (value) => unmark(value, (digest) => plain.get(digest) ?? null) as object;
}
