import { z } from 'zod';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import { correctionTaken } from '../../files/corrections.js';
import type { ForeseenCorrection } from '../../files/correction-shapes.js';
import type { SteppedView } from '../../files/shapes.js';
import { withoutRow } from '../forms/opening-form.js';
import { sentIn, type Sent } from '../forms/read-form.js';
import { inFile } from '../in-file.js';
import { page, type Answer, type Shown } from '../page.js';
import type { CorrectionPage } from '../pages/file/correction.js';
import { correctionPage, notToCorrectPage } from '../pages/file/correction.page.js';
import { correctionWords as words } from '../pages/file/correction.words.js';
import { lostSight } from '../pages/file/step.page.js';
import { notFound } from '../pages/messages.page.js';
import { loggedSince } from './case-log.js';
import {
  begun,
  changesIn,
  confirmedVoid,
  correctingOf,
  correctionAsked,
  faultsOf,
  type Correcting,
  type NotToCorrect,
} from './correcting.js';
import { stateIn, type StepAskedFor } from './stepping.js';

const PATH = '/files/:file/events/:seq/correction';
const ofEvent = inFile.extend({
  seq: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});

const form = page(
  {
    id: 'correctionForm',
    method: 'GET',
    path: PATH,
    permission: 'colleague',
    audit: [],
    logs: ['file'],
    params: ofEvent,
  },
  async (asked) => {
    const correcting = await correctingOf(asked, asked.params);
    if (correcting === null) return notFound(asked.language);
    if ('refusal' in correcting) return notToCorrectPage(correcting);
    return shown(correcting, asked.kept === null ? begun(correcting) : sentIn(asked.kept));
  },
);

const send = page(
  {
    id: 'correct',
    method: 'POST',
    path: PATH,
    permission: 'colleague',
    audit: [],
    logs: ['file', 'step', 'dry-run'],
    form: PATH,
    params: ofEvent,
    body: z.looseObject({}),
  },
  async (asked) => {
    const typed = sentIn(asked.body);
    const correcting = await correctingOf(asked, asked.params);
    if (correcting === null) return notFound(asked.language);
    const sent = withoutRow(typed);
    if ('refusal' in correcting) return again(asked, correcting, sent);
    if (sent['add'] !== undefined || typed['remove'] !== undefined || sent['do'] === 'edit')
      return shown(correcting, sent);
    return corrected(asked, correcting, sent);
  },
);

const shown = (
  { page, event, ways, questions, called }: Correcting,
  sent: Sent,
  more: Partial<CorrectionPage> = {},
): Shown =>
  correctionPage({
    ...{ page, event, ways, questions, called, sent },
    ...{ state: stateIn(sent), faults: [], foreseen: null, since: [] },
    ...more,
  });

/** Shows what the correction would change, and takes it once that is confirmed. */
async function corrected(asked: StepAskedFor, correcting: Correcting, sent: Sent): Promise<Answer> {
  const { runtime } = asked;
  const correction = await correctionAsked(asked, correcting, sent);
  if (!('file' in correction)) return { ...shown(correcting, sent, { faults: correction }), status: 422 };
  if (sent['do'] !== 'confirm') {
    const foreseen = (await correctionTaken(runtime, { ...correction, dryRun: true })) as
      ForeseenCorrection | Refusal;
    return isRefusal(foreseen)
      ? refused(asked, correcting, sent, foreseen)
      : shown(correcting, { ...sent, changes: changesIn(correcting, sent) }, { foreseen });
  }
  const done = (await correctionTaken(runtime, correction)) as SteppedView | Refusal;
  return isRefusal(done) ? refused(asked, correcting, sent, done) : taken(asked, correcting, done);
}

/** What was taken away by this very form is answered as it was the first time. */
async function again(asked: StepAskedFor, of: NotToCorrect, sent: Sent): Promise<Answer> {
  const correction = await confirmedVoid(asked, of, sent);
  const done = correction && ((await correctionTaken(asked.runtime, correction)) as SteppedView | Refusal);
  return done === null || isRefusal(done) ? notToCorrectPage(of) : taken(asked, of, done);
}

function taken({ language }: StepAskedFor, { page }: Pick<NotToCorrect, 'page'>, done: SteppedView): Answer {
  if (done.version === undefined) return lostSight(page, words.correct[language]);
  return { go: `/files/${done.id}?done=${done.step.event.split(':')[1] ?? ''}` };
}

/** The form again with everything typed; what others did meanwhile stands beside it. */
async function refused(
  asked: StepAskedFor,
  correcting: Correcting,
  sent: Sent,
  refusal: Refusal,
): Promise<Answer> {
  const { language } = asked;
  const { opened, page } = correcting;
  if (refusal.code !== 'stale') {
    const faults = faultsOf(refusal, correcting, sent, language);
    const status = refusal.code === 'not-permitted' ? 403 : 422;
    return { ...shown(correcting, sent, { faults }), status };
  }
  const state = stateIn(sent);
  const since = await loggedSince(asked, opened, state.version);
  const fresh = { ...state, version: String(page.view.version) };
  return { ...shown(correcting, sent, { state: fresh, since }), status: 409 };
}

/** The form by which an event is corrected. */
export const correctionPages = [form, send];
