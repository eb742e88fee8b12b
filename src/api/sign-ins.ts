import type { Instant, OrgKind } from '../../workflows/definition.js';
import { personAt } from '../register/people.js';
import { acts } from '../register/roles.js';
import type { Snapshot } from '../register/snapshot.js';

/** In the order in which a family meets them. */
const KINDS = ['district', 'shis', 'agency', 'housingUnit', 'company'] as const satisfies readonly OrgKind[];

/** For each kind of organisation somebody who works there at a moment, rather a caseworker than a manager. */
export function signIns(
  snapshot: Snapshot,
  now: Instant,
): { readonly login: string; readonly kind: OrgKind }[] {
  const logins = [...snapshot.people.keys()].sort();
  const people = logins.flatMap((login) => personAt(snapshot, login, now) ?? []);
  return KINDS.flatMap((kind) => {
    const there = people.filter((one) => one.kind === kind && acts(one.role));
    const [first] = [...there.filter(({ role }) => role !== 'manager'), ...there];
    return first === undefined ? [] : [{ login: first.login, kind }];
  });
}
