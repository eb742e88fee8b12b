import { z } from 'zod';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import type { Foreseen } from '../../files/event-shapes.js';
import type { SteppedView } from '../../files/shapes.js';
import { mustBeFresh } from '../../files/fresh-sign-in.js';
import { stepTaken } from '../../files/steps.js';
import { withoutRow } from '../forms/opening-form.js';
import { dataIn, sentIn, type Sent } from '../forms/read-form.js';
import { beginning, finished, typedPath } from '../forms/step-form.js';
import { inFile } from '../in-file.js';
import { page, type Answer, type Shown } from '../page.js';
import type { StepPage } from '../pages/file/step.js';
import { lostSight, stepPage } from '../pages/file/step.page.js';
import { notFound } from '../pages/messages.page.js';
import { loggedSince } from './case-log.js';
import { faultsIn, happenedAt, newForm, type FormState } from './step-asked.js';
import { foreseenOf, foretold, nameOfEffects, stepAsked, wasPossible } from './step-foreseen.js';
import { begins, given, shown, stateIn, steppingOf, type StepAskedFor, type Stepping } from './stepping.js';

const PATH = '/files/:file/steps/:step';
const ofStep = inFile.extend({ step: z.string().regex(/^(file|[1-9]\d{0,5})\.[A-Za-z][A-Za-z0-9-]{0,59}$/) });

const form = page(
  {
    id: 'stepForm',
    method: 'GET',
    path: PATH,
    permission: 'colleague',
    audit: [],
    logs: ['file', 'dry-run'],
    params: ofStep,
    query: z.looseObject({}),
  },
  async (asked) => {
    // A file has a form of its own, beside those that are there.
    if (asked.params.step === 'file.attach') return { go: `/files/${asked.params.file}/documents#attach` };
    const stepping = await steppingOf(asked, asked.params);
    if (stepping === null) return notFound(asked.language);
    const kept = asked.kept === null ? null : sentIn(asked.kept);
    const sent = kept ?? {
      ...begins(asked.runtime, stepping),
      ...beginning(stepping.action, stepping.questions, stepping.fitting),
      ...given(stepping, asked.query),
    };
    const state = kept === null ? newForm(stepping.page.view.version) : stateIn(kept);
    return formShown(asked, stepping, sent, state);
  },
);

const send = page(
  {
    id: 'takeStep',
    method: 'POST',
    path: PATH,
    permission: 'colleague',
    audit: [],
    logs: ['file', 'step', 'dry-run'],
    form: PATH,
    params: ofStep,
    body: z.looseObject({}),
  },
  async (asked) => {
    const stepping = await steppingOf(asked, asked.params);
    if (stepping === null) return notFound(asked.language);
    const typed = sentIn(asked.body);
    const sent = withoutRow(typed);
    if (sent['add'] !== undefined || typed['remove'] !== undefined || sent['do'] === 'edit')
      return formShown(asked, stepping, sent, stateIn(sent));
    return taken(asked, stepping, sent);
  },
);

/** The form of a step, with what it would do where that is told before it is answered. */
async function formShown(
  asked: StepAskedFor,
  stepping: Stepping,
  sent: Sent,
  state: FormState,
  more: Partial<StepPage> = {},
): Promise<Shown> {
  const all = { ...sent, ...state };
  const told = { ...(await foretold(asked, stepping, all)), isLate: await wasPossible(asked, stepping, all) };
  return stepPage(shown(stepping, sent, state, { ...told, ...more }));
}

/**
 * Takes the step, or shows first what it would take down, unless that stood beside the form just so; what stands in its way is
 * told where it was typed.
 */
async function taken(asked: StepAskedFor, stepping: Stepping, sent: Sent): Promise<Answer> {
  const { action, page } = stepping;
  mustBeFresh(await asked.reader(), action);
  const happened = happenedAt(sent, asked.language);
  const state = stateIn(sent);
  if (happened.fault)
    return { ...(await formShown(asked, stepping, sent, state, { faults: [happened.fault] })), status: 422 };
  const step = await stepAsked(asked, stepping, sent, happened.at);
  if (sent['do'] !== 'confirm') {
    const foreseen = await foreseenOf(asked, step);
    if (isRefusal(foreseen)) return refusedStep(asked, stepping, sent, foreseen);
    const seen = nameOfEffects(stepping, foreseen);
    const isLook = sent['do'] === 'look';
    const isGrave = action.grave || takesDown(foreseen, page.view.id);
    if (isLook || (isGrave && sent['seen'] !== seen))
      return stepPage(shown(stepping, sent, state, { foreseen, seen, mustConfirm: !isLook }));
  }
  const done = (await stepTaken(asked.runtime, step)) as SteppedView | Refusal;
  if (isRefusal(done)) return refusedStep(asked, stepping, sent, done);
  if (done.version === undefined) return lostSight(page, action.label);
  return { go: `/files/${page.view.id}?done=${done.step.event.split(':')[1] ?? ''}` };
}

/** Whether a step moves something in another case that is under way there, hands a case to others, or takes it out of sight. */
const takesDown = ({ files }: Foreseen, own: string): boolean =>
  files.some(
    ({ id, changes, responsible, isLost }) =>
      isLost ||
      (responsible !== undefined && responsible.before !== null) ||
      (id !== own && changes.some(({ after, before }) => before !== null && after.length === 0)),
  );

/** The form again with everything typed. Somebody else's change is shown beside it, and the next sending builds on it. */
async function refusedStep(
  asked: StepAskedFor,
  stepping: Stepping,
  sent: Sent,
  refusal: Refusal,
): Promise<Answer> {
  const { language } = asked;
  const { page, questions, opened } = stepping;
  const status = refusal.code === 'stale' ? 409 : refusal.code === 'not-permitted' ? 403 : 422;
  const state = stateIn(sent);
  if (refusal.code !== 'stale') {
    const faults = faultsIn(whereTyped(stepping, sent, refusal), questions, sent, language);
    return { ...(await formShown(asked, stepping, sent, state, { faults })), status };
  }
  const since = await loggedSince(asked, opened, state.version);
  const fresh = { ...state, version: String(page.view.version) };
  return { ...(await formShown(asked, stepping, sent, fresh, { since })), status };
}

/** A refusal with its faults where they were typed. */
function whereTyped({ action, questions, fitting }: Stepping, sent: Sent, refusal: Refusal): Refusal {
  const typed = dataIn(questions, sent);
  const both = { typed, sent: finished(action.type, typed, fitting) };
  const fields = refusal.fields?.map((one) => ({ ...one, path: typedPath(action.type, one.path, both) }));
  return { ...refusal, ...(fields && { fields }) };
}

/** The form of every step, made from its schema. */
export const stepPages = [form, send];
