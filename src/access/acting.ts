import type { Instant } from '../../workflows/definition.js';
import { dayOf } from '../domain/zone.js';
import type { Person } from '../engine/model.js';
import { personAt, withDelegations } from '../register/people.js';
import type { Snapshot } from '../register/snapshot.js';

/** The one role that somebody acts in, and for whom when it is under cover. */
export interface Acting {
  readonly organisation: string;
  readonly role: string;
  readonly onBehalfOf?: string;
}

/** Says in one word which acting it is; equal for equal ones. */
export const actingKey = ({ organisation, role, onBehalfOf }: Acting): string =>
  [organisation, role, ...(onBehalfOf === undefined ? [] : [onBehalfOf])].join('|');

/**
 * Every way in which a login may act at a moment: the own post first, then further roles, then whom they cover. Empty for
 * whoever has no account then: a role or a cover alone gives none.
 */
export function actingsOf(snapshot: Snapshot, login: string, at: Instant): Person[] {
  const day = dayOf(at);
  const covers = (snapshot.covers.get(login) ?? []).filter(({ from, to }) => from <= day && day <= to);
  const own = ownPosts(snapshot, login, at);
  if (own.length === 0) return [];
  const covered = covers.flatMap((cover) =>
    ownPosts(snapshot, cover.for, at).map((post) => ({ ...post, login, onBehalfOf: cover.for })),
  );
  return distinct([...own, ...covered]);
}

/**
 * Who a login is at a moment, acting as told; without that in their own post. Null when they have no account then, or may
 * not act so. Sessions and tokens both ask here and nowhere else.
 */
export function personOf(
  snapshot: Snapshot,
  login: string,
  acting: Acting | null,
  at: Instant,
): Person | null {
  const all = actingsOf(snapshot, login, at);
  if (acting === null) return all[0] ?? null;
  return all.find((one) => actingKey(one) === actingKey(acting)) ?? null;
}

function ownPosts(snapshot: Snapshot, login: string, at: Instant): Person[] {
  const post = personAt(snapshot, login, at);
  if (post === null) return [];
  const day = dayOf(at);
  const further = (snapshot.assignments.get(login) ?? [])
    .filter(({ from, to }) => from <= day && (to === null || day <= to))
    .flatMap(({ organisation, role }) => {
      const kind = snapshot.organisations.get(organisation)?.kind;
      return kind === undefined ? [] : [withDelegations(snapshot, { login, organisation, kind, role }, day)];
    });
  return [post, ...further];
}

const distinct = (people: readonly Person[]): Person[] => [
  ...new Map(people.map((one) => [actingKey(one), one])).values(),
];
