import type { Text } from '../../workflows/definition.js';
import { membersOn, type HouseholdRecord } from '../../workflows/files/household.js';
import { dayOf } from '../domain/zone.js';
import { about } from '../engine/about.js';
import type { FileState, Person } from '../engine/model.js';
import { readFiles } from '../engine/read-files.js';
import type { Runtime } from '../runtime.js';
import { familyName } from './case-name.js';
import { reading } from './file-view.js';
import { sightOf } from './sight.js';

/**
 * What the families of some files are called in a list, for those who may know who they are. A protected family has no name
 * in any list, and a file that the person may not see none at all.
 */
export async function familyNames(
  runtime: Runtime,
  person: Person,
  files: readonly string[],
): Promise<ReadonlyMap<string, Text>> {
  if (files.length === 0) return new Map();
  const now = runtime.clock.now();
  const read = await runtime.guarded.as(person, now, (db) => readFiles(db, files, 'read_families_guarded'));
  const names = await Promise.all(read.map((file) => nameOf(runtime, person, file)));
  return new Map(read.flatMap(({ id }, at) => (names[at] ? [[id, names[at]] as const] : [])));
}

async function nameOf(runtime: Runtime, person: Person, file: FileState): Promise<Text | null> {
  const { registry, gate } = runtime.engine.ports;
  const today = dayOf(runtime.clock.now());
  const depth = sightOf({ registry, gate }, file, person, today)?.record;
  const isShown = depth === 'all' || depth === 'shared';
  if (!isShown || file.kind !== 'household' || about(registry, file, today).isProtected) return null;
  const here = membersOn(file.record as HouseholdRecord, today);
  const first = here.find(({ adult }) => adult) ?? here[0];
  if (first === undefined) return null;
  const sealed = { name: first.name };
  return familyName([(await reading(runtime, file.id, [sealed]))(sealed) as { name: string | null }]);
}
