import type { EventSpec, Text } from '../../../workflows/definition.js';
import { ENGINE } from '../deciding.js';
import type { EventBody, FileState } from '../model.js';
import type { Registry } from '../registry.js';
import { impossible } from './fold.words.js';
import { specOf } from './spec-of.js';

/**
 * What `decide` sees to before a delivery: that the file is open, that cause, step and command fit together, that the
 * moment is right, that a deadline was due, and that two persons are two. Null when all of it holds.
 */
export function misfit(registry: Registry, state: FileState | null, body: EventBody): Text | null {
  if (state === null && body.opens === undefined) return impossible.notOpen;
  if (state !== null && body.opens !== undefined) return impossible.openTwice;
  if (!fits(body)) return impossible.cause;
  const spec = specOf(registry, state, body);
  if (body.cause.kind === 'person' && spec?.by === 'engine') return impossible.onlyEngine;
  if (!momentIsRight(state, body)) return impossible.moment;
  if (body.timer !== undefined && !isDue(state, body)) return impossible.notDue;
  return twoPersonsHold(state, body, spec) ? null : impossible.twoPersons;
}

/** A person's event brings a command; a deadline's is the engine's; what another event set off brings neither. */
function fits(body: EventBody): boolean {
  const { cause, step, command, request, timer, parent, proposal, proposed } = body;
  const own = step === `${body.file}:${body.seq}`;
  const bare = [command, request, proposal, proposed].every((one) => one === undefined);
  if (cause.kind === 'process') return cause.event !== undefined && !own && bare && timer === undefined;
  if (cause.event !== undefined || parent !== undefined || !own) return false;
  if (cause.kind === 'deadline') return bare && timer !== undefined && body.by === ENGINE.login;
  return command !== undefined && request !== undefined && timer === undefined;
}

function momentIsRight(state: FileState | null, body: EventBody): boolean {
  if (body.occurredAt > body.recordedAt) return false;
  if (state === null || body.cause.kind !== 'person') return true;
  const process = state.processes.find((one) => one.number === body.process);
  return body.occurredAt >= (process?.openedAt ?? state.openedAt);
}

function isDue(state: FileState | null, { process, timer, type, occurredAt }: EventBody): boolean {
  return (state?.deadlines ?? []).some(
    (due) =>
      due.moves && due.process === process && due.key === timer && due.name === type && due.at === occurredAt,
  );
}

function twoPersonsHold(state: FileState | null, body: EventBody, spec: EventSpec | undefined): boolean {
  const { proposal, proposed } = body;
  const process = state?.processes.find((one) => one.number === body.process);
  if (spec?.twoPersons === undefined || process === undefined || body.cause.kind !== 'person')
    return proposal === undefined && proposed === undefined;
  if (proposed === undefined) return proposal !== undefined;
  const first = process.proposals.find((one) => one.seq === proposed && one.type === body.type);
  if (first === undefined || proposal !== undefined || first.by === body.by) return false;
  return spec.twoPersons !== 'oneOfEach' || first.kind !== body.orgKind;
}
