import { isRefusal } from '../../engine/refusals.js';
import type { Person } from '../../engine/model.js';
import { openedFor, type Opened } from '../../files/file-view.js';
import { flatsFor } from '../../files/flats.js';
import { matchedToday, ownStockFor } from '../../files/matching.js';
import { waitingFamily } from '../../files/waiting.js';
import type { ActionView } from '../../files/shapes.js';
import { eventsOf } from '../../files/trail.js';
import { typedFrom, type Sent } from '../forms/read-form.js';
import type { Question, Schema } from '../forms/questions.js';
import { emptied, fitted, type Fitting } from '../forms/step-form.js';
import { nameIn } from '../around.js';
import type { Asked } from '../page.js';
import type { CaseSummary, LoggedEvent } from '../pages/file/case.js';
import type { StepPage } from '../pages/file/step.js';
import { loggedAs } from './case-log.js';
import { summaryOf } from './case-page.js';
import { asking, type FormState } from './step-asked.js';
import { waysTo } from './step-ways.js';

/** How far back in a case's log what a step answers is looked for. */
const NEAR = 50;

/** A case with the step that its form is about. */
export interface Stepping {
  readonly opened: Opened;
  readonly page: CaseSummary;
  readonly action: ActionView;
  readonly questions: readonly Question[];
  readonly fitting: Fitting;
  readonly called: StepPage['called'];
  readonly asks: StepPage['asks'];
  readonly ways: StepPage['ways'];
  readonly emptied: StepPage['emptied'];
}

/** What a step is asked with. */
export type StepAskedFor = Pick<Asked, 'runtime' | 'language' | 'session' | 'reader'>;

/** Opens the case for a step of it, logged; null when there is no such case or step for the reader. */
export async function steppingOf(
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
  const fitting = { view: page.view, today: page.today, ownStock, language: asked.language };
  const registers = await asked.runtime.directory.snapshot();
  const called = (code: string) => registers.organisations.get(code)?.name ?? nameIn(registers, code);
  const asks = await askedBefore(asked, opened, page, action);
  const ways = waysTo(asked.runtime, page.view, action, asked.language);
  const own = fitted(questions, fitting);
  const told = { called, asks, ways, emptied: emptied(action, own, fitting) };
  return { opened, page, action, questions: own, fitting, ...told };
}

/** The newest event that a step answers, as the log tells it; null where it answers none, or none that is near. */
async function askedBefore(
  asked: StepAskedFor,
  opened: Opened,
  { view }: CaseSummary,
  { process, type }: ActionView,
): Promise<LoggedEvent | null> {
  const { runtime, language } = asked;
  const { workflow = '', version = 0 } = view.processes.find(({ number }) => number === process) ?? {};
  const answers = runtime.registry.pinned(workflow, version)?.workflow.events[type]?.answers;
  if (answers === undefined) return null;
  const { events } = await eventsOf(runtime, opened, { before: view.version + 1, limit: NEAR }, language);
  const event = events.find((one) => one.type === answers && one.process === process);
  return event === undefined ? null : loggedAs(asked, opened, event);
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
export function begins({ registry }: Asked['runtime'], { page, action }: Stepping): Sent {
  const process = page.view.processes.find(({ number }) => number === action.process);
  const opening = registry.pinned(process?.workflow ?? '', process?.version ?? 0)?.workflow.opening;
  return opening?.sends === action.type ? typedFrom(opening.begins?.sends) : {};
}

/** What an address brings along for a form: coded values alone, nothing personal. */
export function given({ questions }: Stepping, query: Readonly<Record<string, unknown>>): Sent {
  const open = questions.filter(({ personal }) => !personal).map(({ name }) => name);
  const pairs = open.flatMap((name) => (typeof query[name] === 'string' ? [[`d.${name}`, query[name]]] : []));
  return Object.fromEntries(pairs) as Sent;
}

/** The state of a form that was sent. */
export const stateIn = (sent: Sent): FormState => ({
  key: sent['key'] ?? '',
  version: sent['version'] ?? '',
});

/** The page of a step. */
export const shown = (
  { page, action, questions, called, asks, ways, emptied }: Stepping,
  sent: Sent,
  state: FormState,
  more: Partial<StepPage> = {},
): StepPage => ({
  ...{ page, action, questions, called, asks, ways, emptied, sent, state },
  faults: [],
  foreseen: null,
  since: [],
  ...more,
});
