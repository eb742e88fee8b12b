import type { Actor, Day, Decision, OrgKind } from '../../workflows/definition.js';
import type { Person } from '../engine/model.js';
import type { FileAbout, Gate } from '../engine/ports.js';
import { refuse, type Refusal } from '../engine/refusals.js';
import { acts } from '../register/roles.js';
import { delegatedTo, isProtected, notYours, readsOnly, takenBy } from './gate.words.js';

/** Those who work with the households of their own organisation only: each is a secrecy domain of its own. */
const KEEP_TO_THEIR_OWN: ReadonlySet<OrgKind> = new Set(['district', 'housingUnit']);

/** Those who may open a file in an emergency. */
const WORK_WITH_FAMILIES: ReadonlySet<OrgKind> = new Set(['district', 'housingUnit', 'shis']);

/**
 * Who may do and see what, by role and organisation. What is not allowed here is not allowed. The row policies of the
 * database (src/migrations/0003-sight.sql.ts) say the same of reading, in their own words.
 */
export const gate: Gate = { mayAct, mayDecide, maySee };

/**
 * A step is for those whom its workflow names (`by`), in a role that acts, and in a household file that their own
 * organisation answers for; in the file of a protected family for its named handlers alone. SHIS, the agency and the
 * companies act in every other file where a step is theirs.
 */
function mayAct(person: Person, by: readonly Actor[], file: FileAbout): Refusal | null {
  if (person.kind !== 'system' && !acts(person.role))
    return refuse('not-permitted', [readsOnly, takenBy(by)]);
  if (!by.some((actor) => fits(person, actor))) return refuse('not-permitted', takenBy(by));
  if (person.kind === 'system') return null;
  if (file.isProtected && !isNamed(person, file)) return refuse('not-permitted', isProtected);
  return isForeign(person, file) ? refuse('not-permitted', notYours(person.kind)) : null;
}

/** By the organisation's own order of delegation, where it has one for the decision; else by the lines of the workflow. */
function mayDecide(person: Person, decision: Decision, day: Day): ReturnType<Gate['mayDecide']> {
  const own = person.delegated?.find((one) => one.decision === decision.name);
  if (own !== undefined)
    return own.line === null
      ? refuse('not-permitted', delegatedTo(own.holders))
      : { ok: true, line: own.line };
  const inForce = decision.lines.filter(({ from, to }) => from <= day && (to === undefined || day <= to));
  const line = inForce.find(({ by }) => by.some((actor) => fits(person, actor)))?.line;
  if (line !== undefined) return { ok: true, line };
  return refuse('not-permitted', takenBy(inForce.flatMap(({ by }) => by)));
}

/**
 * `seenBy`: for each process of the file, the kinds that may know of it. A protected family is seen by its named handlers
 * alone. Else the city's auditors see every file; named handlers theirs; a district and the housing unit the households they
 * answer for; everyone else, and for flats, a file where a process is theirs to know of. Who has opened a file in an
 * emergency reads it, whatever stands in the way.
 */
function maySee(person: Person, file: FileAbout, seenBy: readonly (readonly string[])[]): boolean {
  const { kind, role } = person;
  if (person.emergency?.includes(file.id) === true) return acts(role) && WORK_WITH_FAMILIES.has(kind);
  if (file.isProtected && !isNamed(person, file)) return false;
  if (kind === 'administration') return role === 'auditor';
  if (!acts(role)) return false;
  if (isNamed(person, file)) return true;
  if (KEEP_TO_THEIR_OWN.has(kind) && file.kind === 'household') return !isForeign(person, file);
  return seenBy.some((kinds) => kinds.includes(kind));
}

/** In person: somebody's substitute is named by themselves. */
const isNamed = ({ login, onBehalfOf }: Person, { handlers }: FileAbout): boolean =>
  onBehalfOf === undefined && handlers.includes(login);

function fits({ kind, role }: Person, actor: Actor): boolean {
  return actor.org === kind && (actor.rank !== 'manager' || role === 'manager');
}

function isForeign({ kind, organisation }: Person, file: FileAbout): boolean {
  return KEEP_TO_THEIR_OWN.has(kind) && file.kind === 'household' && file.responsible !== organisation;
}
