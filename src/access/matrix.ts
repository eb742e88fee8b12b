import type { Actor, EventSpec, FileKind, OrgKind, Text, Workflow } from '../../workflows/definition.js';
import type { Person } from '../engine/model.js';
import type { FileAbout } from '../engine/ports.js';
import { isRefusal } from '../engine/refusals.js';
import { kindNames } from '../register/kinds.js';
import { roles, type Role } from '../register/roles.js';
import { gate } from './gate.js';

/** A role in a kind of organisation: what permissions are told for. */
export interface Post {
  readonly kind: OrgKind;
  readonly role: Role;
}

/** Every post that there is. */
export const posts: readonly Post[] = [
  { kind: 'district', role: 'caseworker' },
  { kind: 'district', role: 'manager' },
  { kind: 'housingUnit', role: 'officer' },
  { kind: 'shis', role: 'administrator' },
  { kind: 'shis', role: 'manager' },
  { kind: 'agency', role: 'officer' },
  { kind: 'company', role: 'officer' },
  { kind: 'administration', role: 'analyst' },
  { kind: 'administration', role: 'auditor' },
  { kind: 'administration', role: 'systemAdministrator' },
];

/** What a post is called: "district board, caseworker". */
export const postName = ({ kind, role }: Post): Text => ({
  sv: `${kindNames[kind].sv}: ${roles[role].label.sv.toLowerCase()}`,
  en: `${kindNames[kind].en}: ${roles[role].label.en.toLowerCase()}`,
});

/** Whose a household file is to a reader, and whether it is protected. */
export interface Situation {
  readonly name: Text;
  readonly own: boolean;
  readonly isProtected: boolean;
  readonly named: boolean;
  readonly emergency?: true;
}

const text = (sv: string, en: string): Text => ({ sv, en });

/** The situations in which a household file may be asked for. */
export const situations: readonly Situation[] = [
  { name: text('egen', 'own'), own: true, isProtected: false, named: false },
  { name: text('annans', 'another’s'), own: false, isProtected: false, named: false },
  { name: text('annans, namngiven', 'another’s, named'), own: false, isProtected: false, named: true },
  { name: text('skyddad', 'protected'), own: true, isProtected: true, named: false },
  { name: text('skyddad, namngiven', 'protected, named'), own: true, isProtected: true, named: true },
  {
    name: text('skyddad, akut', 'protected, emergency'),
    own: false,
    isProtected: true,
    named: false,
    emergency: true,
  },
];

/** With whom a household's data is shared as a case goes on: the kinds that may know of its processes. */
export const sharings: readonly { readonly name: Text; readonly seenBy: readonly OrgKind[] }[] = [
  { name: text('Utkast, inte skickat', 'A draft, not sent'), seenBy: ['district', 'administration'] },
  { name: text('Skickat till SHIS', 'Sent to SHIS'), seenBy: ['district', 'shis', 'administration'] },
  {
    name: text('En lägenhet är begärd av Bostadsförmedlingen', 'A flat was asked for at the agency'),
    seenBy: ['district', 'shis', 'agency', 'administration'],
  },
];

/** Whether a post sees a household file in a situation, in which the kinds in `seenBy` may know of a process. */
export function sees(post: Post, situation: Situation, seenBy: readonly OrgKind[]): boolean {
  return gate.maySee(someone(post, situation), householdIn(situation), [seenBy]);
}

/** How a post stands to an event of a file that it sees: takes it, may not, or may not decide it without a line of its own. */
export function takes(
  post: Post,
  { by, decision }: Pick<EventSpec, 'by' | 'decision'>,
  file: FileKind['name'],
  situation: Situation = situations[0] as Situation,
): boolean {
  if (by === 'engine') return false;
  const person = someone(post, situation);
  const concerned = file === 'household' ? householdIn(situation) : flat;
  if (gate.mayAct(person, by as readonly Actor[], concerned) !== null) return false;
  return decision === undefined || !isRefusal(gate.mayDecide(person, decision, '2021-01-01'));
}

/** Every event that a person may be offered in a workflow or a kind of file, the opening first. */
export function offered(of: Workflow | FileKind): (readonly [string, EventSpec])[] {
  const all = Object.entries(of.events).filter(([, { by }]) => by !== 'engine');
  return 'open' in of && of.open.by !== 'engine' ? [['open', of.open], ...all] : all;
}

const OWN = 'own';
const FILE = 'file';

const someone = ({ kind, role }: Post, { emergency }: Situation): Person => ({
  login: 'reader',
  organisation: OWN,
  kind,
  role,
  ...(emergency && { emergency: [FILE] }),
});

const householdIn = ({ own, isProtected, named }: Situation): FileAbout => ({
  id: FILE,
  kind: 'household',
  responsible: own ? OWN : 'another',
  assignee: null,
  handlers: named ? ['reader'] : [],
  isProtected,
});

const flat: FileAbout = {
  id: FILE,
  kind: 'dwelling',
  responsible: null,
  assignee: null,
  handlers: [],
  isProtected: false,
};
