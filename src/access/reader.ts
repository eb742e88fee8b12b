import type { Person } from '../engine/model.js';
import type { Clock } from '../engine/ports.js';
import type { Reader } from './access-entry.js';
import type { EmergencyAccess } from './emergency.js';
import { tokenId } from './tokens.js';

/** What is asked for the emergencies of a person. */
interface Ports {
  readonly emergency: EmergencyAccess;
  readonly clock: Clock;
}

/** The person with the files that they have opened in an emergency. */
export async function withEmergency({ emergency, clock }: Ports, person: Person): Promise<Person> {
  const files = await emergency.activeFor(person.login, clock.now());
  return files.length === 0 ? person : { ...person, emergency: files };
}

/** Who reads before a page, by the secret of their session. */
export async function sessionReader(
  ports: Ports,
  person: Person,
  secret: string,
  isFresh: boolean,
): Promise<Reader> {
  return {
    person: await withEmergency(ports, person),
    via: `session:${tokenId(secret)}`,
    isSession: true,
    isStale: !isFresh,
  };
}
