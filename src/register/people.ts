import type { Day, Instant } from '../../workflows/definition.js';
import { addDays } from '../domain/days.js';
import { dayOf, midnight } from '../domain/zone.js';
import type { Person } from '../engine/model.js';
import { delegatedTo } from './delegations.js';
import type { PersonVersion, Snapshot } from './snapshot.js';

/** Who a login is at a moment: one person in one role of one organisation. Null when nobody, not yet or no longer. */
export function personAt(snapshot: Snapshot, login: string, at: Instant): Person | null {
  const { people, organisations } = snapshot;
  const version = (people.get(login) ?? []).findLast((one) => one.from <= at);
  if (version === undefined || hasLeft(version, dayOf(at))) return null;
  const kind = organisations.get(version.organisation)?.kind;
  if (kind === undefined) return null;
  return withDelegations(
    snapshot,
    { login, organisation: version.organisation, kind, role: version.role },
    dayOf(at),
  );
}

/** The person with what their organisation's own order of delegation says to them on a day. */
export function withDelegations(snapshot: Snapshot, person: Person, day: Day): Person {
  const delegated = delegatedTo(snapshot, person, day);
  return delegated.length === 0 ? person : { ...person, delegated };
}

/** Who a login is on a day, as the day ends. */
export function personOn(snapshot: Snapshot, login: string, day: Day): Person | null {
  const end = new Date(Date.parse(midnight(addDays(day, 1))) - 1);
  return personAt(snapshot, login, end.toISOString());
}

const hasLeft = ({ to }: PersonVersion, day: Day): boolean => to !== null && to < day;
