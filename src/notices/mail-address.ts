import type { Instant } from '../../workflows/definition.js';
import { personAt } from '../register/people.js';
import type { Snapshot } from '../register/snapshot.js';

/** The address at work of somebody who has an account at a moment; null without one. It is kept out of every log. */
export function addressOf(snapshot: Snapshot, login: string, at: Instant): string | null {
  if (personAt(snapshot, login, at) === null) return null;
  return snapshot.people.get(login)?.findLast((one) => one.from <= at)?.mail ?? null;
}
