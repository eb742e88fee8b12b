import { z } from 'zod';
import type { Person } from '../../engine/model.js';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import { openedFor, type Opened } from '../../files/file-view.js';
import { flatsFor } from '../../files/flats.js';
import { matchedToday, ownStockFor } from '../../files/matching.js';
import { waitingFamily } from '../../files/waiting.js';
import type { Foreseen } from '../../files/event-shapes.js';
import type { ActionView, SteppedView } from '../../files/shapes.js';
import { stepTaken, type StepAsked } from '../../files/steps.js';
import { wayOf } from '../../files/case-way.js';
import { withoutRow } from '../forms/opening-form.js';
import { dataIn, sentIn, typedFrom, type Sent } from '../forms/read-form.js';
import type { Question, Schema } from '../forms/questions.js';
import { beginning, finished, fitted, type Fitting } from '../forms/step-form.js';
import { nameIn } from '../around.js';
import { page, type Answer, type Asked } from '../page.js';
import { notFound } from '../pages/messages.page.js';
import { lostSight, stepPage, type StepPage } from '../pages/file/step.page.js';
import { inFile } from '../in-file.js';
import { loggedEvents, summaryOf } from './case-page.js';
import type { CaseSummary } from '../pages/file/case.js';
import { asking, faultsIn, happenedAt, newForm, occurred, type FormState } from './step-asked.js';

const PATH = '/files/:file/steps/:step';
const ofStep = inFile.extend({ step: z.string().regex(/^(file|[1-9]\d{0,5})\.[A-Za-z][A-Za-z0-9-]{0,59}$/) });

/** A case with the step that its form is about. */
interface Stepping {
  readonly opened: Opened;
  readonly page: CaseSummary;
  readonly action: ActionView;
  readonly questions: readonly Question[];
  readonly fitting: Fitting;
  readonly called: StepPage['called'];
}

const form = page(
  {
    id: 'stepForm',
    method: 'GET',
    path: PATH,
    permission: 'colleague',
    audit: [],
    logs: ['file'],
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
    return stepPage(shown(stepping, sent, state));
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
      return stepPage(shown(stepping, sent, stateIn(sent)));
    return taken(asked, stepping, sent);
  },
);

type StepAskedFor = Pick<Asked, 'runtime' | 'language' | 'session' | 'reader'>;

/** Opens the case for a step of it, logged; null when there is no such case or step for the reader. */
async function steppingOf(
  asked: StepAskedFor,
  { file, step }: { readonly file: string; readonly step: string },
): Promise<Stepping | null> {
  const opened = await openedFor(asked.runtime, file, await asked.reader(), 'file');
  if (isRefusal(opened)) return null;
  const page = await summaryOf(asked, opened);
  const [where, type] = step.split('.') as [string, string];
  const process = where === 'file' ? null : Number(where);
  const action = page.view.actions.find((one) => one.type === type && one.process === process);
  if (action === undefined) return null;
  const questions = await asking(asked, opened.person, action.schema as Schema, page.view);
  const ownStock = type === 'searchOwnStock' ? await ownStockOf(asked.runtime, opened.person, file) : [];
  const fitting = { view: page.view, today: page.today, ownStock };
  const registers = await asked.runtime.directory.snapshot();
  const called = (code: string) => registers.organisations.get(code)?.name ?? nameIn(registers, code);
  return { opened, page, action, questions: fitted(questions, fitting), fitting, called };
}

/** SHIS's own free flats as the match has them for a family in the queue. */
async function ownStockOf(
  runtime: Asked['runtime'],
  person: Person,
  file: string,
): Promise<Fitting['ownStock']> {
  const family = await waitingFamily(runtime, person, file);
  if (family === undefined) return [];
  return ownStockFor(family, await flatsFor(runtime, person), await matchedToday(runtime));
}

/** What the form of a step begins with that sends off what was opened. */
function begins({ registry }: Asked['runtime'], { page, action }: Stepping): Sent {
  const process = page.view.processes.find(({ number }) => number === action.process);
  const opening = registry.pinned(process?.workflow ?? '', process?.version ?? 0)?.workflow.opening;
  return opening?.sends === action.type ? typedFrom(opening.begins?.sends) : {};
}

/** What an address brings along for a form: coded values alone, nothing personal. */
function given({ questions }: Stepping, query: Readonly<Record<string, unknown>>): Sent {
  const open = questions.filter(({ personal }) => !personal).map(({ name }) => name);
  const pairs = open.flatMap((name) => (typeof query[name] === 'string' ? [[`d.${name}`, query[name]]] : []));
  return Object.fromEntries(pairs) as Sent;
}

const stateIn = (sent: Sent): FormState => ({ key: sent['key'] ?? '', version: sent['version'] ?? '' });

const shown = (
  { page, action, questions, called }: Stepping,
  sent: Sent,
  state: FormState,
  more: Partial<StepPage> = {},
): StepPage => ({
  ...{ page, action, questions, called, sent, state },
  faults: [],
  foreseen: null,
  since: [],
  ...more,
});

/** Takes the step, or shows first what it would take down; what stands in its way is told where it was typed. */
async function taken(asked: StepAskedFor, stepping: Stepping, sent: Sent): Promise<Answer> {
  const { language, runtime } = asked;
  const { action, questions, fitting, page } = stepping;
  const happened = happenedAt(sent, language);
  const state = stateIn(sent);
  if (happened.fault)
    return { ...stepPage(shown(stepping, sent, state, { faults: [happened.fault] })), status: 422 };
  const data = finished(action.type, dataIn(questions, sent), fitting);
  const reader = await asked.reader();
  const step: StepAsked = {
    person: asked.session.person as Person,
    reader,
    language,
    asked: {
      file: page.view.id,
      ...(action.process !== null && { process: action.process }),
      event: action.type,
      data,
    },
    key: `page:${state.key}`,
    ...occurred(happened.at, runtime.clock.now()),
    ...(/^\d{1,9}$/.test(state.version) && { expectedVersion: Number(state.version) }),
  };
  if (sent['do'] !== 'confirm') {
    const foreseen = (await stepTaken(runtime, { ...step, dryRun: true })) as Foreseen | Refusal;
    if (isRefusal(foreseen)) return refusedStep(asked, stepping, sent, foreseen);
    if (sent['do'] === 'look' || action.grave || takesDown(foreseen, page.view.id))
      return stepPage(shown(stepping, sent, state, { foreseen, mustConfirm: sent['do'] !== 'look' }));
  }
  const done = (await stepTaken(runtime, step)) as SteppedView | Refusal;
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
  const { language, runtime } = asked;
  const { page, questions, opened } = stepping;
  const status = refusal.code === 'stale' ? 409 : refusal.code === 'not-permitted' ? 403 : 422;
  const state = stateIn(sent);
  if (refusal.code !== 'stale') {
    const faults = faultsIn(refusal, questions, sent, language);
    return { ...stepPage(shown(stepping, sent, state, { faults })), status };
  }
  const after = Number(state.version);
  const way = await wayOf(runtime, opened, language);
  const { events: since } = await loggedEvents(asked, opened, { after, limit: 20 }, way);
  const fresh = { ...state, version: String(page.view.version) };
  return { ...stepPage(shown(stepping, sent, fresh, { since })), status };
}

/** The form of every step, made from its schema. */
export const stepPages = [form, send];
