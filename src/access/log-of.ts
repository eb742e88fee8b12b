import { seenByOf } from '../engine/about.js';
import type { Engine } from '../engine/engine.js';
import type { FileState, Person } from '../engine/model.js';
import type { Clock, FileAbout } from '../engine/ports.js';
import { refuse, type Refusal } from '../engine/refusals.js';
import type { Registry } from '../engine/registry.js';
import { words as engineWords } from '../engine/words.js';
import type { Snapshot } from '../register/snapshot.js';
import { aboutNow } from './about-now.js';
import type { FileReading, Reader } from './access-entry.js';
import type { AccessLog } from './access-log.js';
import type { GuardedReading } from './guarded-reading.js';
import { isSecurityOfficer } from './reviewers.js';
import { words } from './words.js';

/** What reading somebody's log works with. */
export interface LogOfPorts {
  readonly engine: Engine;
  readonly registry: Registry;
  readonly guarded: GuardedReading;
  readonly accessLog: AccessLog;
  readonly clock: Clock;
  readonly directory: { snapshot(): Promise<Snapshot> };
}

/** A file whose log a reader may read, which is logged: officers any, others that of a household of their own organisation. */
export async function logOfFile(
  ports: LogOfPorts,
  reader: Reader,
  id: string,
  what: FileReading,
): Promise<FileAbout | Refusal> {
  const { accessLog } = ports;
  const { file, isSeen } = await found(ports, id, reader);
  const isOfficer = isSecurityOfficer(reader.person);
  if (file === null || (!isSeen && !isOfficer)) {
    await accessLog.refused(reader, what, file && aboutNow(ports, file));
    return refuse('not-found', engineWords.notFound);
  }
  const read = aboutNow(ports, file);
  if (!mayReadLogOf(reader.person, read)) {
    await accessLog.refused(reader, what, read);
    return refuse('not-permitted', words.notResponsible);
  }
  await accessLog.read(reader, read, what);
  return read;
}

/** Whether a person may read who has read a file that they see: officers of any, others of their own organisation's. */
export const mayReadLogOf = (person: Person, { responsible }: Pick<FileAbout, 'responsible'>): boolean =>
  isSecurityOfficer(person) || responsible === person.organisation;

/** Logs that the log of a person is read, or says why it may not be. */
export async function logOfPerson(
  { accessLog, directory }: LogOfPorts,
  reader: Reader,
  login: string,
): Promise<Refusal | null> {
  const isOfficer = isSecurityOfficer(reader.person);
  await accessLog.logOf(reader, login, await directory.snapshot(), !isOfficer);
  return isOfficer ? null : refuse('not-permitted', words.onlyOfficers);
}

/** A file, null when it is not there, and whether the reader may know of it. The database and the gate both have to say so. */
async function found(
  { engine, guarded, registry, clock }: LogOfPorts,
  id: string,
  { person }: Reader,
): Promise<{ readonly file: FileState | null; readonly isSeen: boolean }> {
  const seen = await guarded.file(person, clock.now(), id);
  const isSeen =
    seen !== undefined &&
    engine.ports.gate.maySee(person, aboutNow({ registry, clock }, seen), seenByOf(registry, seen));
  return { file: seen ?? (await engine.files.read([id], true)).get(id) ?? null, isSeen };
}
