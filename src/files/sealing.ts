import { z } from 'zod';
import type { Day } from '../../workflows/definition.js';
import { dayOf } from '../domain/zone.js';
import { sealable, type SealingCommand } from '../engine/history/asked-sealing.js';
import { historiesOf } from '../engine/history/read-histories.js';
import { isRefusal, refuse, type Refusal } from '../engine/refusals.js';
import { words } from '../engine/words.js';
import type { Language } from '../platform/language.js';
import type { Runtime } from '../runtime.js';
import type { TrailEvent } from './event-shapes.js';
import { logReading, notFound, type Opened } from './file-view.js';
import { mustBeFresh } from './fresh-sign-in.js';
import { said } from './said.js';
import type { SteppedView } from './shapes.js';
import { sightOf } from './sight.js';
import { commandId, type StepAsked } from './step-asked.js';
import { afterwards } from './steps.js';
import { asTold } from './trail.js';

/** The sealing of an entry as asked for over HTTP; `of` is the number of the event. */
export interface SealingAsked extends Omit<StepAsked, 'asked' | 'occurredAt'> {
  readonly file: string;
  readonly of: number;
  readonly reason: string;
  /** It is taken back or declined: the entry stays. */
  readonly keep?: boolean | undefined;
}

/** What sealing an entry would do. */
export const foreseenSealing = z.object({
  dryRun: z.literal(true),
  proposed: said(
    z.boolean(),
    'Om en andra person måste göra detsamma innan innehållet försvinner',
    'Whether a second person has to do the same before the content goes',
  ),
});
export type ForeseenSealing = z.infer<typeof foreseenSealing>;

/** Takes the sealing of an entry, or tells what it would do. Throws `SignInTooOld` for who signed in some time ago. */
export async function sealingTaken(
  runtime: Runtime,
  asked: SealingAsked,
): Promise<SteppedView | ForeseenSealing | Refusal> {
  const { engine, clock, sealing } = runtime;
  const { file: id, person, reader, dryRun } = asked;
  const file = (await engine.files.read([id], true)).get(id) ?? null;
  const sight = file && sightOf(engine.ports, file, person, dayOf(clock.now()));
  if (file === null || sight === null) return notFound(runtime, reader, dryRun ? 'dry-run' : 'step', file);
  if (!dryRun) {
    if (asked.keep !== true) mustBeFresh(reader, { fresh: true });
    const done = await sealing.seal(commandOf(asked));
    return isRefusal(done) ? done : afterwards(runtime, done, asked);
  }
  const plan = await sealing.preview(commandOf(asked));
  await logReading(runtime, reader, file, 'dry-run');
  return isRefusal(plan) ? plan : { dryRun: true, proposed: plan.first === undefined };
}

function commandOf({ person, key, file, of, reason, keep, expectedVersion }: SealingAsked): SealingCommand {
  return {
    id: commandId({ person, key }),
    by: person,
    file,
    data: { of, reason, ...(keep === true && { keep }) },
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  };
}

/** An entry that a person may seal, as it is told now, and who asked for it first. */
export interface SealableEntry {
  readonly ok: true;
  readonly event: TrailEvent;
  readonly first: { readonly by: string; readonly on: Day; readonly isReader: boolean } | null;
}

/** Finds the entry that a person wants to seal; a refusal when it is not there for them, or not to be sealed. */
export async function sealableFor(
  runtime: Runtime,
  opened: Opened,
  of: number,
  language: Language,
): Promise<SealableEntry | Refusal> {
  const { registry, pool, engine, clock } = runtime;
  const { file, person } = opened;
  const history = (await historiesOf(pool, registry)([file.id])).get(file.id);
  const event = history?.sealings.event(of);
  if (history == null || event === undefined) return refuse('not-found', words.notFound);
  const known = history.entries.find(({ body }) => body.seq === of)?.body ?? event;
  const [told] = await asTold(runtime, opened, [known], language);
  if (told === undefined) return refuse('not-found', words.notFound);
  const found = sealable(engine.ports, person, { file, history, event, recordedAt: clock.now() });
  // Who asked for it comes to take it back.
  if (isRefusal(found) && found.code !== 'same-person-twice') return found;
  const asking = history.sealings.of(of)?.first;
  const first = asking && history.sealings.event(asking.seq);
  return {
    ok: true,
    event: told,
    first:
      first === undefined
        ? null
        : { by: first.by, on: dayOf(first.recordedAt), isReader: first.by === person.login },
  };
}
