import type { HouseholdRecord } from '../../workflows/files/household.js';
import { dayOf } from '../domain/zone.js';
import { samePersonsOf } from '../register/lookup-of.js';
import type { Runtime } from '../runtime.js';
import { found, type Opened } from './file-view.js';
import { showsWho } from './sight.js';

/**
 * The other cases in which somebody of this household is, as far as the reader sees who both families are: to anybody
 * else nothing is said of them, and a protected family is never among them.
 */
export async function alikeTo(runtime: Runtime, { file, person, sight }: Opened): Promise<string[]> {
  if (file.kind !== 'household' || !showsWho(sight.record)) return [];
  const { pool, engine, clock } = runtime;
  const persons = samePersonsOf(pool, engine.ports.vault, () => engine);
  const household = { file: file.id, record: file.record as HouseholdRecord };
  const others = await persons.elsewhere(household, dayOf(clock.now()));
  const seen = await Promise.all(others.map((id) => found(runtime, id, person)));
  return others.filter((_, n) => {
    const other = seen[n]?.sight ?? null;
    return other !== null && showsWho(other.record);
  });
}
