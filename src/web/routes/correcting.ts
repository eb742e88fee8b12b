import { isDeepStrictEqual } from 'node:util';
import type { Person } from '../../engine/model.js';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import { midnight, dayOf } from '../../domain/zone.js';
import { correctableFor, type CorrectableEvent } from '../../files/correctable.js';
import type { CorrectionAsked } from '../../files/corrections.js';
import { openedFor, type Opened } from '../../files/file-view.js';
import { fitted } from '../forms/step-form.js';
import { dataIn, fieldAt, rowsOf, typedFrom, type Sent } from '../forms/read-form.js';
import type { Question, Schema } from '../forms/questions.js';
import { nameIn } from '../around.js';
import type { Fault } from '../parts.js';
import type { CaseSummary, LoggedEvent } from '../pages/file/case.js';
import type { CorrectionPage } from '../pages/file/correction.js';
import { correctionWords as words } from '../pages/file/correction.words.js';
import { loggedAs } from './case-log.js';
import { summaryOf } from './case-page.js';
import { asking, faultAt, happenedAt, newForm, onceEach } from './step-asked.js';
import { stateIn, type StepAskedFor } from './stepping.js';

/** A case with the event of it that somebody wants to correct. */
export interface Correcting {
  readonly opened: Opened;
  readonly page: CaseSummary;
  readonly seq: number;
  readonly event: LoggedEvent;
  readonly ways: CorrectableEvent['ways'];
  /** What its data are asked anew with, and what they are now; none where the form cannot ask them all. */
  readonly questions: readonly Question[];
  readonly typed: Sent;
  readonly called: CorrectionPage['called'];
}

/** Why an event is not to be corrected by a person who sees it. */
export interface NotToCorrect {
  readonly page: CaseSummary;
  readonly seq: number;
  readonly refusal: Refusal;
}

/** Opens the case for a correction of one of its events, logged; null when there is no such case or event for the reader. */
export async function correctingOf(
  asked: StepAskedFor,
  { file, seq }: { readonly file: string; readonly seq: number },
): Promise<Correcting | NotToCorrect | null> {
  const { runtime, language } = asked;
  const opened = await openedFor(runtime, file, await asked.reader(), 'file');
  if (isRefusal(opened)) return null;
  const page = await summaryOf(asked, opened);
  const found = await correctableFor(runtime, opened, seq, language);
  if (isRefusal(found)) return found.code === 'not-found' ? null : { page, seq, refusal: found };
  const event = await loggedAs(asked, opened, found.event);
  const registers = await runtime.directory.snapshot();
  const called = (code: string) => registers.organisations.get(code)?.name ?? nameIn(registers, code);
  const form = found.ways.includes('replace') ? await formOf(asked, opened, page, found, event) : null;
  return { opened, page, seq, event, called, ways: found.ways, ...(form ?? { questions: [], typed: {} }) };
}

/** The form of an event's data as they are; null when it would not give back just those. */
async function formOf(
  asked: StepAskedFor,
  { person }: Opened,
  page: CaseSummary,
  { data }: CorrectableEvent,
  { said }: LoggedEvent,
): Promise<Pick<Correcting, 'questions' | 'typed'> | null> {
  if (data === null) return null;
  const { language } = asked;
  const all = await asking(asked, person, data.schema as Schema, page.view);
  const typed = typedFrom(data.plain);
  const questions = fitted(all, { view: page.view, today: page.today, ownStock: [], language }).map((one) =>
    withOwn(one, typed, said.find(({ label }) => label === one.label)?.value ?? null),
  );
  const isWhole = isDeepStrictEqual(filled(dataIn(questions, typed)), filled(data.plain));
  return isWhole && questions.every((one) => isOffered(one, typed, `d.${one.name}`))
    ? { questions, typed }
    : null;
}

/** What stands there can be kept, also when it would not be offered today. */
function withOwn(question: Question, typed: Sent, label: string | null): Question {
  const { control, name } = question;
  const value = typed[`d.${name}`] ?? '';
  if ((control.kind !== 'choice' && control.kind !== 'ref') || value === '' || label === null)
    return question;
  if (control.options.some((one) => one.value === value)) return question;
  return { ...question, control: { ...control, options: [...control.options, { value, label }] } };
}

/** Whether all that is chosen in a form can be chosen in it. */
function isOffered({ control }: Question, typed: Sent, at: string): boolean {
  const has = (value: string): boolean =>
    value === '' || !('options' in control) || control.options.some((one) => one.value === value);
  if (control.kind === 'group')
    return control.questions.every((one) => isOffered(one, typed, `${at}.${one.name}`));
  if (control.kind === 'list')
    return rowsOf(typed, at).every((row) => isOffered(control.item, typed, `${at}.${row}`));
  if (control.kind === 'several') return rowsOf(typed, at).every((row) => has(typed[`${at}.${row}`] ?? ''));
  return has(typed[at] ?? '');
}

/** Data without what is empty in them. */
const filled = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data, (_, value: unknown) => (value === null ? undefined : value)));

/** What the form of a correction begins with: what was said, and the day on which it happened. */
export const begun = ({ typed, event, page }: Correcting): Sent => ({
  ...typed,
  happened: dayOf(event.occurredAt),
  ...newForm(page.view.version),
});

/** A correction as its form was sent; faults where something is missing. */
export async function correctionAsked(
  { language, session, reader }: StepAskedFor,
  correcting: Correcting,
  sent: Sent,
): Promise<CorrectionAsked | readonly Fault[]> {
  const said = dataOf(correcting, sent, language);
  const isBlank = (sent['reason'] ?? '').trim() === '';
  const faults = [
    ...('faults' in said ? said.faults : []),
    ...(isBlank ? [{ id: 'reason', message: words.noReason[language] }] : []),
  ];
  if ('faults' in said || faults.length > 0) return faults;
  return commandOf({ language, session, reader }, correcting, sent, said.data);
}

/** A correction by which an event never happened, as it was confirmed; null for another. */
export const confirmedVoid = async (
  asked: Pick<StepAskedFor, 'language' | 'session' | 'reader'>,
  of: NotToCorrect,
  sent: Sent,
): Promise<CorrectionAsked | null> =>
  sent['do'] === 'confirm' && sent['way'] === 'void' ? commandOf(asked, of, sent, { void: true }) : null;

async function commandOf(
  { language, session, reader }: Pick<StepAskedFor, 'language' | 'session' | 'reader'>,
  of: Pick<NotToCorrect, 'page' | 'seq'>,
  sent: Sent,
  data: object,
): Promise<CorrectionAsked> {
  const { key, version } = stateIn(sent);
  return {
    person: session.person as Person,
    reader: await reader(),
    language,
    file: of.page.view.id,
    of: of.seq,
    data: { ...data, reason: (sent['reason'] ?? '').trim() },
    key: `page:${key}`,
    ...(/^\d{1,9}$/.test(version) && { expectedVersion: Number(version) }),
  };
}

type Said = { readonly data: object } | { readonly faults: readonly Fault[] };

function dataOf(correcting: Correcting, sent: Sent, language: CaseSummary['language']): Said {
  const way = correcting.ways.find((one) => one === sent['way']);
  if (way === undefined) return { faults: [{ id: 'way', message: words.noWay[language] }] };
  if (way === 'void') return { data: { void: true } };
  if (way === 'replace') return replacementOf(correcting, sent, language);
  const note = (sent['note'] ?? '').trim();
  return note === '' ? { faults: [{ id: 'note', message: words.noNote[language] }] } : { data: { note } };
}

/**
 * What is to stand instead: the data where they are changed, the moment where the day is. What was confirmed is what was shown,
 * also when it comes again and stands already.
 */
function replacementOf(correcting: Correcting, sent: Sent, language: CaseSummary['language']): Said {
  const { questions, event } = correcting;
  const { at, fault } = happenedAt(sent, language);
  if (fault) return { faults: [fault] };
  const changes = (sent['do'] === 'confirm' && sent['changes']) || changesIn(correcting, sent);
  const replacement = {
    ...(changes.includes('data') && { data: dataIn(questions, sent) }),
    ...(changes.includes('day') && at !== undefined && { occurredAt: movedTo(dayOf(at), event) }),
  };
  if (Object.keys(replacement).length > 0) return { data: { replacement } };
  return { faults: [{ id: 'replacement', message: words.nothingChanged[language] }] };
}

/** Whether a form changes the data, the day, or both: `data day`. */
export function changesIn({ questions, typed, event }: Correcting, sent: Sent): string {
  const isSame = isDeepStrictEqual(filled(dataIn(questions, sent)), filled(dataIn(questions, typed)));
  const day = (sent['happened'] ?? '').trim();
  const isMoved = day !== '' && day !== dayOf(event.occurredAt);
  return [...(isSame ? [] : ['data']), ...(isMoved ? ['day'] : [])].join(' ');
}

/** The same hour of another day, and never later than it was told. */
function movedTo(day: string, { occurredAt, recordedAt }: LoggedEvent): string {
  const sinceMidnight = Date.parse(occurredAt) - Date.parse(midnight(dayOf(occurredAt)));
  const moved = new Date(Date.parse(midnight(day)) + sinceMidnight).toISOString();
  return day === dayOf(recordedAt) && moved > recordedAt ? recordedAt : moved;
}

/** A refusal as faults of the form of a correction, beside the fields that they are about. */
export function faultsOf(
  refusal: Refusal,
  { questions }: Correcting,
  sent: Sent,
  language: CaseSummary['language'],
): Fault[] {
  const own = (refusal.fields ?? []).map(({ path, message }): Fault => {
    const below = /^replacement\.data\.(.+)$/.exec(path)?.[1];
    if (below === undefined) {
      const id =
        path === 'reason' || path === 'note' ? path : path.startsWith('replacement') ? 'happened' : 'form';
      return { id, message: message[language] };
    }
    return faultAt(fieldAt(questions, sent, below), sent, message, language);
  });
  return onceEach(own, refusal, language);
}
