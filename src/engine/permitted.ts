import type { EventSpec } from '../../workflows/definition.js';
import { dayOf } from '../domain/zone.js';
import { about } from './about.js';
import { ENGINE } from './deciding.js';
import type { FileState, Person } from './model.js';
import type { Gate } from './ports.js';
import { isRefusal, refuse, type Refusal } from './refusals.js';
import type { Registry } from './registry.js';
import { words } from './words.js';

/** When a step would happen and when it is recorded. */
interface Moment {
  readonly occurredAt: string;
  readonly recordedAt: string;
}

/** Null when a person may send an event to a file and decide it; else why not, and who can. */
export function permitted(
  { registry, gate }: { readonly registry: Registry; readonly gate: Gate },
  person: Person,
  { by, decision }: EventSpec,
  file: Pick<FileState, 'id' | 'kind' | 'record'>,
  { occurredAt, recordedAt }: Moment,
): Refusal | null {
  if (by === 'engine') return refuse('not-permitted', words.onlyEngine);
  if (person === ENGINE) return null;
  const no = gate.mayAct(person, by, about(registry, file, dayOf(recordedAt)));
  if (no !== null || decision === undefined) return no;
  const decided = gate.mayDecide(person, decision, dayOf(occurredAt));
  return isRefusal(decided) ? decided : null;
}
