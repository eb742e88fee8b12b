import type { Day, Text } from '../../workflows/definition.js';
import type { Delegated, Person } from '../engine/model.js';
import { roles, type Role } from './roles.js';
import type { DelegationTold, Snapshot } from './snapshot.js';

/** The lines of an organisation that are in force on a day. */
export function linesOn({ delegations }: Snapshot, organisation: string, day: Day): DelegationTold[] {
  const told = delegations.get(organisation) ?? [];
  return told.filter(({ from, to }) => from <= day && (to === null || day <= to));
}

/** What an organisation's own order of delegation says to a person on a day; nothing of decisions that it does not name. */
export function delegatedTo(
  snapshot: Snapshot,
  { login, organisation, role }: Pick<Person, 'login' | 'organisation' | 'role'>,
  day: Day,
): Delegated[] {
  const lines = linesOn(snapshot, organisation, day);
  return [...new Set(lines.map(({ decision }) => decision))].map((decision) => {
    const named = lines.filter((one) => one.decision === decision);
    const own = named.find((one) => (one.login === null ? one.role === role : one.login === login));
    return { decision, line: own?.line ?? null, holders: holders(snapshot, named) };
  });
}

function holders(snapshot: Snapshot, lines: readonly DelegationTold[]): Text {
  const names = lines.map(({ login, role }): Text => {
    if (role !== null) return roleName(role);
    const name = snapshot.people.get(login ?? '')?.at(-1)?.name ?? login ?? '';
    return { sv: name, en: name };
  });
  const list = (language: keyof Text): string => [...new Set(names.map((one) => one[language]))].join(', ');
  return { sv: list('sv'), en: list('en') };
}

function roleName(role: string): Text {
  const { sv, en } = roles[role as Role].label;
  return { sv: sv.toLowerCase(), en: en.toLowerCase() };
}
