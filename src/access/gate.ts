import type { Actor, OrgKind } from '../../workflows/definition.js';
import type { Person } from '../engine/model.js';
import type { FileAbout, Gate } from '../engine/ports.js';
import { refuse, type Refusal } from '../engine/refusals.js';
import { acts } from '../register/roles.js';
import { notYours, readsOnly, takenBy } from './gate.words.js';

/** Those who work with the households of their own organisation only: each is a secrecy domain of its own. */
const KEEP_TO_THEIR_OWN: ReadonlySet<OrgKind> = new Set(['district', 'housingUnit']);

/**
 * Who may do and see what, by role and organisation. What is not allowed here is not allowed.
 * Row policies in the database and the protection of single households stand behind this gate, not in it.
 */
export const gate: Gate = { mayAct, maySee };

/**
 * A step is for those whom its workflow names (`by`), in a role that acts, and in a household file that their own
 * organisation answers for. SHIS, the agency and the companies act in every file where a step is theirs.
 */
function mayAct(person: Person, by: readonly Actor[], file: FileAbout): Refusal | null {
  if (person.kind !== 'system' && !acts(person.role))
    return refuse('not-permitted', [readsOnly, takenBy(by)]);
  if (!by.some((actor) => fits(person, actor))) return refuse('not-permitted', takenBy(by));
  return isForeign(person, file) ? refuse('not-permitted', notYours(person.kind)) : null;
}

/**
 * `seenBy`: for each process of the file, the kinds that may know of it. SHIS sees every file, the city's auditors too;
 * a district and the housing unit the households they answer for; the agency and the companies a file where a process is
 * theirs to know of. A flat, for which no organisation answers, is seen by the kinds that its process names.
 */
function maySee(person: Person, file: FileAbout, seenBy: readonly (readonly string[])[]): boolean {
  const { kind, role } = person;
  if (kind === 'administration') return role === 'auditor';
  if (!acts(role)) return false;
  if (kind === 'shis') return true;
  if (KEEP_TO_THEIR_OWN.has(kind) && file.kind === 'household') return !isForeign(person, file);
  return seenBy.some((kinds) => kinds.includes(kind));
}

function fits({ kind, role }: Person, actor: Actor): boolean {
  return actor.org === kind && (actor.rank !== 'manager' || role === 'manager');
}

function isForeign({ kind, organisation }: Person, file: FileAbout): boolean {
  return KEEP_TO_THEIR_OWN.has(kind) && file.kind === 'household' && file.responsible !== organisation;
}
