import { randomUUID } from 'node:crypto';
import type { Asked as EngineAsked, Command, Done } from '../../engine/command.js';
import { dayOf } from '../../domain/zone.js';
import type { Person } from '../../engine/model.js';
import { isRefusal, refuse, type Refusal } from '../../engine/refusals.js';
import { words } from '../../engine/words.js';
import type { Runtime } from '../../runtime.js';
import type { Language } from '../language.js';
import { fileView, openedFor } from './file-view.js';
import { foreseenFrom } from './foresee.js';
import type { Foreseen, SteppedView } from './shapes.js';
import { sightOf } from './sight.js';

/** A step as asked for over HTTP. */
export interface StepAsked {
  readonly person: Person;
  readonly language: Language;
  readonly asked: EngineAsked;
  /** The caller's name for the step; empty: it has none, and each call is a step of its own. */
  readonly key: string;
  readonly occurredAt?: string | undefined;
  readonly expectedVersion?: number | undefined;
  readonly dryRun?: boolean | undefined;
}

/** Takes a step, or tells what it would do. The engine is asked here and nowhere else in the API. */
export async function stepTaken(
  runtime: Runtime,
  step: StepAsked,
): Promise<SteppedView | Foreseen | Refusal> {
  if (!(await mayKnowOf(runtime, step))) return refuse('not-found', words.notFound);
  const command = commandOf(step);
  if (step.dryRun) {
    const plan = await runtime.engine.preview(command);
    return isRefusal(plan) ? plan : foreseenFrom(runtime, plan, step);
  }
  const done = await runtime.engine.execute(command);
  return isRefusal(done) ? done : afterwards(runtime, done, step);
}

/** A key is the caller's own: two people may use the same. */
function commandOf({ person, asked, key, occurredAt, expectedVersion }: StepAsked): Command {
  return {
    id: `${person.login}:${key === '' ? randomUUID() : key}`,
    by: person,
    asked,
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  };
}

/** A process that a person may not know of is answered as not there, whatever is asked of it. */
async function mayKnowOf({ engine, clock }: Runtime, { asked, person }: StepAsked): Promise<boolean> {
  const { file, process } = { process: undefined, ...asked };
  if (file === undefined) return true;
  for (const fresh of [false, true]) {
    const found = (await engine.files.read([file], fresh)).get(file) ?? null;
    const sight = found && sightOf(engine.ports, found, person, dayOf(clock.now()));
    if (sight !== null && (process === undefined || sight.processes.some(({ number }) => number === process)))
      return true;
  }
  return false;
}

async function afterwards(
  runtime: Runtime,
  done: Done,
  { person, language }: StepAsked,
): Promise<SteppedView> {
  const { file: id, seq, process, repeated, proposed } = done;
  const step = { event: `${id}:${seq}`, process, repeated, proposed };
  const opened = await openedFor(runtime, id, person);
  if (isRefusal(opened)) return { id, step };
  return { ...(await fileView(runtime, opened, person, language)), step };
}
