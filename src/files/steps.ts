import type { Command, Done } from '../engine/command.js';
import { dayOf } from '../domain/zone.js';
import type { FileState } from '../engine/model.js';
import { isRefusal, type Refusal } from '../engine/refusals.js';
import type { Runtime } from '../runtime.js';
import { aboutNow } from '../access/about-now.js';
import { unsafeIn } from './attachment-scan.js';
import { afterStep, fileView, logReading, notFound } from './file-view.js';
import { foreseenFrom } from './foresee.js';
import { stepMustBeFresh } from './fresh-sign-in.js';
import { withCopy } from './form-copy.js';
import type { Foreseen } from './event-shapes.js';
import type { SteppedView } from './shapes.js';
import { sightOf } from './sight.js';
import { commandId, type StepAsked } from './step-asked.js';

export type { StepAsked } from './step-asked.js';

/**
 * Takes a step, or tells what it would do. The engine is asked here and nowhere else in the API. Throws `SignInTooOld` when the
 * step gives or takes access and its sender before a page has to show anew who they are.
 */
export async function stepTaken(
  runtime: Runtime,
  step: StepAsked,
): Promise<SteppedView | Foreseen | Refusal> {
  const { file, known } = await mayKnowOf(runtime, step);
  if (!known) return notFound(runtime, step.reader, step.dryRun ? 'dry-run' : 'step', file);
  if (step.dryRun) return foreseen(runtime, step, file);
  stepMustBeFresh(step.reader, runtime.registry, file, step.asked);
  const unsafe = await unsafeIn(runtime, step.asked);
  if (unsafe !== null) return unsafe;
  const whole = await withCopy(runtime, step, commandOf(step).id);
  const done = await runtime.engine.execute(commandOf(whole));
  return isRefusal(done) ? done : afterwards(runtime, done, step);
}

/** A dry run of a file that is there is a reading of it, whatever the answer; the other files that it shows are told too. */
async function foreseen(
  runtime: Runtime,
  step: StepAsked,
  file: FileState | null,
): Promise<Foreseen | Refusal> {
  const plan = await runtime.engine.preview(commandOf(step));
  const answer = isRefusal(plan) ? plan : await foreseenFrom(runtime, plan, step);
  const shown = 'files' in answer ? answer.files.filter(({ id, isNew }) => !isNew && id !== file?.id) : [];
  const details = { files: shown.map(({ id }) => id) };
  if (file !== null) await logReading(runtime, step.reader, file, 'dry-run', details);
  else await runtime.accessLog.other(step.reader, 'dry-run-opening', details);
  return answer;
}

function commandOf({ person, asked, key, occurredAt, expectedVersion }: StepAsked): Command {
  return {
    id: commandId({ person, key }),
    by: person,
    asked,
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  };
}

/**
 * A process that a person may not know of is answered as not there, whatever is asked of it. Whatever is not in the copy kept
 * here is looked for once: a file that is not theirs takes as long as one that is not there.
 */
async function mayKnowOf({ engine, clock }: Runtime, { asked, person }: StepAsked): Promise<Known> {
  const { file: id, process } = { process: undefined, ...asked };
  if (id === undefined) return { file: null, known: true };
  const isKnown = (file: FileState | null): boolean => {
    const sight = file && sightOf(engine.ports, file, person, dayOf(clock.now()));
    return (
      sight !== null && (process === undefined || sight.processes.some(({ number }) => number === process))
    );
  };
  const kept = engine.files.kept(id);
  if (isKnown(kept)) return { file: kept, known: true };
  const file = (await engine.files.read([id], true)).get(id) ?? null;
  return { file, known: isKnown(file) };
}

/** The file asked about, null for a new one and for none; and whether the person may know of it. */
interface Known {
  readonly file: FileState | null;
  readonly known: boolean;
}

/** The file after a step that was taken. */
export async function afterwards(
  runtime: Runtime,
  done: Done,
  { person, reader, language }: Pick<StepAsked, 'person' | 'reader' | 'language'>,
): Promise<SteppedView> {
  const { file: id, seq, process, repeated, proposed } = done;
  const step = { event: `${id}:${seq}`, process, repeated, proposed };
  const opened = await afterStep(runtime, id, person);
  if (isRefusal(opened)) return { id, step };
  if (repeated) await runtime.accessLog.read(reader, aboutNow(runtime, opened.file), 'step');
  return { ...(await fileView(runtime, opened, person, language)), step };
}
