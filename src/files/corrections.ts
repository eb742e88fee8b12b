import { dayOf } from '../domain/zone.js';
import { sameDue } from '../engine/deadlines.js';
import type { CorrectedFile, CorrectionPlan } from '../engine/history/correction-plan.js';
import type { LiveFact } from '../engine/history/counted-anew.js';
import type { CorrectionCommand } from '../engine/history/asked.js';
import type { FactRow, FileState } from '../engine/model.js';
import { isRefusal, type Refusal } from '../engine/refusals.js';
import { keptRestingOn } from '../reports/index.js';
import type { Runtime } from '../runtime.js';
import type { CorrectedFileView, FactView, ForeseenCorrection } from './correction-shapes.js';
import { fileForeseen } from './foresee.js';
import { correctionMustBeFresh } from './fresh-sign-in.js';
import { logReading, notFound } from './file-view.js';
import { deadlineView } from './process-view.js';
import { audienceOf, titleOfKept } from './report-reader.js';
import type { SteppedView } from './shapes.js';
import { sightOf, type Sight } from './sight.js';
import { standingTold } from './standing.js';
import { commandId, type StepAsked } from './step-asked.js';
import { afterwards } from './steps.js';
import { tell, type Telling } from './told.js';

/** A correction as asked for over HTTP; `of` is the number of the event. */
export interface CorrectionAsked extends Omit<StepAsked, 'asked' | 'occurredAt'> {
  readonly file: string;
  readonly of: number;
  readonly data: object;
}

/** Takes a correction, or tells what it would change. Throws `SignInTooOld` as a step does, also of a decision. */
export async function correctionTaken(
  runtime: Runtime,
  asked: CorrectionAsked,
): Promise<SteppedView | ForeseenCorrection | Refusal> {
  const { engine, clock, correcting } = runtime;
  const { file: id, person, reader, dryRun } = asked;
  const file = (await engine.files.read([id], true)).get(id) ?? null;
  const sight = file && sightOf(engine.ports, file, person, dayOf(clock.now()));
  if (file === null || sight === null) return notFound(runtime, reader, dryRun ? 'dry-run' : 'step', file);
  if (dryRun) return foreseen(runtime, asked, file);
  await correctionMustBeFresh(runtime, reader, file, asked.of);
  const done = await correcting.correct(commandOf(asked));
  return isRefusal(done) ? standingTold(runtime, done, asked.person) : afterwards(runtime, done, asked);
}

function commandOf({ person, key, file, of, data, expectedVersion }: CorrectionAsked): CorrectionCommand {
  return {
    id: commandId({ person, key }),
    by: person,
    file,
    data: { ...data, of },
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  };
}

async function foreseen(
  runtime: Runtime,
  asked: CorrectionAsked,
  file: FileState,
): Promise<ForeseenCorrection | Refusal> {
  const plan = await runtime.correcting.preview(commandOf(asked));
  const answer = isRefusal(plan)
    ? await standingTold(runtime, plan, asked.person)
    : await shown(runtime, plan, asked);
  const others = 'files' in answer ? answer.files.filter(({ id }) => id !== file.id) : [];
  await logReading(runtime, asked.reader, file, 'dry-run', { files: others.map(({ id }) => id) });
  return answer;
}

async function shown(
  runtime: Runtime,
  plan: CorrectionPlan,
  { person, language }: CorrectionAsked,
): Promise<ForeseenCorrection> {
  const { registry, engine, directory, clock, pool } = runtime;
  const telling = { registry, registers: await directory.snapshot(), language };
  const files = plan.files.flatMap((one) => {
    const sight = sightOf(engine.ports, one.before, person, dayOf(clock.now()));
    return sight === null ? [] : fileShown(telling, one, sight, clock.now());
  });
  const closing = plan.files.flatMap(({ before, closed }) =>
    closed.map(({ at: { seq, ordinal } }) => ({ file: before.id, seq, ordinal })),
  );
  const kept = await keptRestingOn(pool, audienceOf(person), closing);
  const keptReports = kept.map((one) => ({
    ...{ id: one.id, name: titleOfKept(one, language), keptAt: one.madeAt },
  }));
  return { dryRun: true, files, keptReports };
}

function fileShown(
  telling: Telling,
  { before, after, told, untold, closed, counted }: CorrectedFile,
  sight: Sight,
  now: string,
): CorrectedFileView {
  const seen = new Set(sight.processes.map(({ number }) => number));
  const mayKnow = ({ process = 0 }: { readonly process?: number }) =>
    process === 0 ? sight.record !== 'none' : seen.has(process);
  const factsShown = (facts: readonly LiveFact[]): FactView[] =>
    facts
      .map(({ fact }) => fact)
      .filter(mayKnow)
      .filter(isShown)
      .map(factView);
  const shownAfter = after.processes.filter(mayBeSeen(seen, before));
  const draft = { id: before.id, kind: before.kind, base: before, events: told };
  const { isNew: _isNew, ...foreseen } = fileForeseen(
    telling,
    draft,
    after,
    { ...sight, processes: shownAfter },
    now,
  );
  const ended = before.deadlines.filter(
    (due) =>
      seen.has(due.process) &&
      !after.deadlines.some((one) => one.process === due.process && one.key === due.key && sameDue(one, due)),
  );
  return {
    ...foreseen,
    gone: untold.filter(mayKnow).map((body) => ({
      ...{ seq: body.seq, occurredAt: body.occurredAt },
      told: tell(telling, body, before.kind),
    })),
    ended: ended.map((due) => {
      const {
        process,
        name,
        label,
        day: on,
      } = deadlineView(telling.registry, before.processes, due, now, telling.language);
      return { process, name, label, on };
    }),
    closed: factsShown(closed),
    counted: factsShown(counted),
  };
}

/** Processes that the reader sees, and those that only come about. */
const mayBeSeen = (seen: ReadonlySet<number>, before: FileState) => (process: { readonly number: number }) =>
  seen.has(process.number) || !before.processes.some(({ number }) => number === process.number);

/** How long each state lasted is no fact that anybody entered. */
const isShown = ({ kind }: FactRow): boolean => kind !== 'step';

const factView = ({ process, kind, occurredOn: on, form, party, stage, reason }: FactRow): FactView => ({
  ...{ process, kind, on, form, party, stage, reason },
});
