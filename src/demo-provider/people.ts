import type { Instant, Text } from '../../workflows/definition.js';
import { actingsOf } from '../access/acting.js';
import { roles, type Role } from '../register/roles.js';
import type { Snapshot } from '../register/snapshot.js';

/** Somebody of the demo whom one may sign in as. */
export interface DemoPerson {
  readonly login: string;
  readonly name: string;
  readonly role: Text;
  readonly organisation: string;
  /** Ways in which they may act: more than one has to be chosen from. */
  readonly ways: number;
  /** The first of their kind of organisation and role, or somebody with several to choose from. */
  readonly isExample: boolean;
}

const ROLES = [
  'caseworker',
  'administrator',
  'officer',
  'manager',
  'analyst',
  'auditor',
  'systemAdministrator',
];
const KINDS = ['district', 'shis', 'housingUnit', 'agency', 'company', 'administration'];

/** Everybody whom one may sign in as, in the order in which a family meets them; one of each role is marked. */
export function demoPeople(snapshot: Snapshot, now: Instant): DemoPerson[] {
  const met = new Set<string>();
  const people = [...snapshot.people.keys()].flatMap((login) => {
    const ways = actingsOf(snapshot, login, now);
    return ways[0] === undefined ? [] : [{ ...ways[0], ways: ways.length }];
  });
  const order = (one: (typeof people)[number]): string =>
    `${KINDS.indexOf(one.kind)} ${one.organisation} ${ROLES.indexOf(one.role)} ${one.login}`;
  return people
    .sort((one, other) => order(one).localeCompare(order(other)))
    .map(({ login, kind, role, organisation, ways }) => {
      const isExample = ways > 1 || !met.has(`${kind} ${role}`);
      met.add(`${kind} ${role}`);
      return {
        login,
        name: snapshot.people.get(login)?.at(-1)?.name ?? login,
        role: roles[role as Role].label,
        organisation: snapshot.organisations.get(organisation)?.name ?? organisation,
        ways,
        isExample,
      };
    });
}
