import { actingsOf } from '../access/acting.js';
import { gate } from '../access/gate.js';
import type { Instant, OrgKind } from '../../workflows/definition.js';
import type { Person } from '../engine/model.js';
import type { FileAbout } from '../engine/ports.js';
import { acts } from '../register/roles.js';
import type { Snapshot } from '../register/snapshot.js';

/** What a message is about, as far as it decides who is told. */
export interface Subject {
  readonly file: FileAbout;
  /** The kinds that may know of the message's process, and of each process of the file. */
  readonly seenBy: readonly OrgKind[];
  readonly allSeenBy: readonly (readonly OrgKind[])[];
  /** The kind of organisation that it is for. */
  readonly whom: string;
  /** Whether a manager is told beside whoever handles the file. */
  readonly escalates: boolean;
}

/**
 * Who is told: of the people of that kind who may see the process, those who handle the file or were let into it by name; with
 * none of them, all. Of a protected family nobody but its named handlers. Nobody is told by way of cover.
 */
export function receiversOf(snapshot: Snapshot, subject: Subject, now: Instant): string[] {
  const { file, whom, escalates } = subject;
  const people = [...snapshot.people.keys()].flatMap(
    (login) => actingsOf(snapshot, login, now).find((one) => isTold(one, subject)) ?? [],
  );
  const handling = people.filter(({ login }) => login === file.assignee || file.handlers.includes(login));
  if (handling.length === 0) return people.map(({ login }) => login);
  const theirs = new Set(handling.map(({ organisation }) => organisation));
  const managers = people.filter(({ role, organisation }) => role === 'manager' && theirs.has(organisation));
  const told = escalates && whom !== 'system' ? [...handling, ...managers] : handling;
  return [...new Set(told.map(({ login }) => login))];
}

function isTold(person: Person, { file, seenBy, allSeenBy, whom }: Subject): boolean {
  if (person.onBehalfOf !== undefined || person.kind !== whom || !acts(person.role)) return false;
  return seenBy.includes(person.kind) && gate.maySee(person, file, allSeenBy);
}
