import type { Reader } from '../access/access-entry.js';
import { aboutNow } from '../access/about-now.js';
import { alerted } from '../access/alerts.js';
import { openingInEmergency } from '../access/emergency.delegation.js';
import type { Opening } from '../access/emergency.js';
import { emergencyReasons, isOffered, purposes } from '../access/purposes.js';
import { words } from '../access/words.js';
import { addDays } from '../domain/days.js';
import { dayOf, midnight } from '../domain/zone.js';
import type { FileAbout } from '../engine/ports.js';
import { isRefusal, refuse, type Refusal } from '../engine/refusals.js';
import type { Runtime } from '../runtime.js';
import { found, notFound } from './file-view.js';

/** Why a file is read. `note`: free text, sealed with the file's key. */
export interface Why {
  readonly reason: string;
  readonly note?: string | undefined;
}

/** What was stated or opened, and until when it counts (RFC 3339). */
export interface Stated {
  readonly ok: true;
  readonly reason: string;
  readonly until: string;
}

/** States the purpose of a reader who sees the file without handling it; it counts until midnight. */
export async function purposeStated(
  runtime: Runtime,
  reader: Reader,
  id: string,
  { reason, note: text }: Why,
): Promise<Stated | Refusal> {
  const { accessLog, clock } = runtime;
  if (!isOffered(purposes, reason, clock.now())) return unknown();
  const { file, sight } = await found(runtime, id, reader.person);
  if (file === null || sight === null) return notFound(runtime, reader, 'purpose', file);
  const note = text === undefined ? undefined : await accessLog.sealNote(file.id, text);
  if (note === null) return noNote();
  await accessLog.purpose(reader, aboutNow(runtime, file), reason, note);
  return { ok: true, reason, until: midnight(addDays(dayOf(clock.now()), 1)) };
}

/** Opens a household's file in an emergency, for a reader who does not see it; others are alerted, and it is always reviewed. */
export async function emergencyOpened(
  runtime: Runtime,
  reader: Reader,
  id: string,
  { reason, note: text }: Required<Why>,
): Promise<Stated | Refusal> {
  const { accessLog, engine, clock } = runtime;
  if (!isOffered(emergencyReasons, reason, clock.now())) return unknown();
  const { file, sight } = await found(runtime, id, reader.person);
  if (sight !== null) return refuse('not-permitted', words.hasAccess);
  const decided = engine.ports.gate.mayDecide(reader.person, openingInEmergency, dayOf(clock.now()));
  if (isRefusal(decided)) return decided;
  if (file?.kind !== 'household') return notFound(runtime, reader, 'emergency', file);
  const note = text === undefined ? null : await accessLog.sealNote(file.id, text);
  if (note === null) return noNote();
  const why = { reason, note, delegation: decided.line };
  return { ok: true, reason, until: await opened(runtime, reader, aboutNow(runtime, file), why) };
}

/** Ends what the reader opened in an emergency, before its time; whether there was anything to end. */
export async function emergencyEnded(
  runtime: Runtime,
  reader: Reader,
  id: string,
): Promise<{ readonly ok: true; readonly ended: boolean } | Refusal> {
  const isOpen = reader.person.emergency?.includes(id) ?? false;
  const { file } = isOpen ? await found(runtime, id, reader.person) : { file: null };
  if (file === null) return refuse('not-found', words.noneOpen);
  const { emergency, clock } = runtime;
  return { ok: true, ended: await emergency.end(reader, aboutNow(runtime, file), clock.now()) };
}

async function opened(
  { directory, emergency, clock }: Runtime,
  reader: Reader,
  file: FileAbout,
  why: Omit<Opening, 'alerts'>,
): Promise<string> {
  const now = clock.now();
  const alerts = alerted(await directory.snapshot(), file.responsible, reader.person.login, now);
  return emergency.open(reader, file, { ...why, alerts }, now);
}

const unknown = (): Refusal =>
  refuse('unknown-reason', words.unknownReason, {
    fields: [{ path: 'reason', message: words.unknownReason }],
  });

const noNote = (): Refusal =>
  refuse('invalid-data', words.noNote, { fields: [{ path: 'note', message: words.noNote }] });
