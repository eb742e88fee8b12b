import type { Person } from '../../engine/model.js';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import type { Foreseen } from '../../files/event-shapes.js';
import { stepTaken, type StepAsked } from '../../files/steps.js';
import { dataIn, type Sent } from '../forms/read-form.js';
import { sendingOf } from '../forms/sending.js';
import { finished } from '../forms/step-form.js';
import { toldOf } from '../pages/file/step-effects.js';
import type { StepPage } from '../pages/file/step.js';
import { nameOfTold } from './consequences.js';
import { happenedAt, occurred } from './step-asked.js';
import { stateIn, type StepAskedFor, type Stepping } from './stepping.js';

/** The step as its form was sent; `at`: when it happened, if not now. */
export async function stepAsked(
  { language, runtime, session, reader }: StepAskedFor,
  { action, questions, fitting, page }: Stepping,
  sent: Sent,
  at: string | undefined,
): Promise<StepAsked> {
  const { key, version } = stateIn(sent);
  return {
    person: session.person as Person,
    reader: await reader(),
    language,
    asked: {
      file: page.view.id,
      ...(action.process !== null && { process: action.process }),
      event: action.type,
      data: finished(action.type, dataIn(questions, sent), fitting),
    },
    key: `page:${key}`,
    ...occurred(at, runtime.clock.now()),
    ...(/^\d{1,9}$/.test(version) && { expectedVersion: Number(version) }),
  };
}

/** What a step would do as it was sent. */
export const foreseenOf = async ({ runtime }: StepAskedFor, step: StepAsked): Promise<Foreseen | Refusal> =>
  (await stepTaken(runtime, { ...step, dryRun: true })) as Foreseen | Refusal;

/** Names the effects of a step as they are told: the same name, the same effects. */
export const nameOfEffects = ({ page, called }: Stepping, foreseen: Foreseen): string =>
  nameOfTold(toldOf({ page, called }, foreseen));

/**
 * What a step would do, told with its form: for what takes something away, and where the answer alone sends it. Nothing where
 * that cannot be known before more is answered. The reason is taken for the first of them; should the one that is given do
 * something else, that is shown before it is done.
 */
export async function foretold(
  asked: StepAskedFor,
  stepping: Stepping,
  sent: Sent,
): Promise<Pick<StepPage, 'foreseen' | 'seen'> | null> {
  const { action } = stepping;
  const isPossible = action.answer === 'allowed' || action.answer === 'allowed-if';
  if (!isPossible || !(action.grave || sendingOf(stepping.questions) !== null)) return null;
  const answered = withReason(stepping, sent);
  const { at, fault } = happenedAt(sent, asked.language);
  if (fault) return null;
  const foreseen = await foreseenOf(asked, await stepAsked(asked, stepping, answered, at));
  return isRefusal(foreseen) ? null : { foreseen, seen: nameOfEffects(stepping, foreseen) };
}

/** A form with the first of the reasons that send it, where none is given yet. */
function withReason({ questions }: Stepping, sent: Sent): Sent {
  const sending = sendingOf(questions);
  if (sending === null) return sent;
  const name = `d.${sending.name}`;
  return (sent[name] ?? '') === '' ? { ...sent, [name]: sending.control.options[0]?.value ?? '' } : sent;
}

/**
 * Whether a step that is not possible today may have been so on an earlier day, such as an answer that was given in time and
 * is registered late: nothing stood in its way when what it belongs to began.
 */
export async function wasPossible(asked: StepAskedFor, stepping: Stepping, sent: Sent): Promise<boolean> {
  const { action, page } = stepping;
  const process = page.view.processes.find(({ number }) => number === action.process);
  if (action.answer !== 'guard' || process === undefined) return false;
  const step = await stepAsked(asked, stepping, withReason(stepping, sent), process.openedAt);
  const foreseen = await foreseenOf(asked, step);
  return !isRefusal(foreseen) || foreseen.code === 'invalid-data';
}
