import type { PoolClient } from 'pg';
import type { Instant } from '../../workflows/definition.js';
import { personAt } from '../register/people.js';
import type { Snapshot } from '../register/snapshot.js';
import type { Place } from './access-log.js';
import { isSecurityOfficer } from './reviewers.js';

/** Tells people of an entry in the log: a row for each, in the caller's transaction. It names the entry and nothing of the case. */
export async function sendAlerts(
  client: PoolClient,
  logins: readonly string[],
  { stream, seq }: Place,
  at: Instant,
): Promise<void> {
  const text =
    'insert into alert (login, stream, seq, at) select login, $2, $3, $4 from unnest($1::text[]) as login';
  await client.query(text, [logins, stream, seq, at]);
}

/** Who is told of an emergency access: the managers of the organisation that answers for the file, and the security officers. */
export function alerted(snapshot: Snapshot, responsible: string | null, by: string, now: Instant): string[] {
  return [...snapshot.people.keys()]
    .filter((login) => {
      const person = login === by ? null : personAt(snapshot, login, now);
      if (person === null) return false;
      return isSecurityOfficer(person) || (person.role === 'manager' && person.organisation === responsible);
    })
    .sort();
}
