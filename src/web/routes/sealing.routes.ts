import { z } from 'zod';
import type { Person } from '../../engine/model.js';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import { openedFor, type Opened } from '../../files/file-view.js';
import { sealableFor, sealingTaken, type SealableEntry, type SealingAsked } from '../../files/sealing.js';
import type { SteppedView } from '../../files/shapes.js';
import { nameIn } from '../around.js';
import { sentIn, type Sent } from '../forms/read-form.js';
import { inFile } from '../in-file.js';
import { page, type Answer } from '../page.js';
import type { CaseSummary } from '../pages/file/case.js';
import { notToSealPage, sealingPage } from '../pages/file/sealing.page.js';
import type { SealingPage } from '../pages/file/sealing.js';
import { sealingWords as words } from '../pages/file/sealing.words.js';
import { lostSight } from '../pages/file/step.page.js';
import { notFound } from '../pages/messages.page.js';
import { loggedAs, loggedSince } from './case-log.js';
import { summaryOf } from './case-page.js';
import { newForm, onceEach } from './step-asked.js';
import { stateIn, type StepAskedFor } from './stepping.js';

const PATH = '/files/:file/events/:seq/sealing';
const ofEntry = inFile.extend({
  seq: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});

interface Found {
  readonly opened: Opened;
  readonly page: CaseSummary;
  readonly entry: SealableEntry | Refusal;
}

const form = page(
  {
    ...{ id: 'sealingForm', method: 'GET', path: PATH, permission: 'colleague', audit: [], logs: ['file'] },
    params: ofEntry,
  } as const,
  async (asked) => {
    const found = await foundOf(asked, asked.params);
    if (found === null) return notFound(asked.language);
    const { entry, page: summary } = found;
    if (isRefusal(entry)) return notToSealPage(summary, asked.params.seq, entry);
    const sent = asked.kept === null ? { ...newForm(summary.view.version) } : sentIn(asked.kept);
    return shown(asked, found, entry, sent);
  },
);

const send = page(
  {
    ...{ id: 'sealEntry', method: 'POST', path: PATH, permission: 'colleague', audit: [] },
    ...{ logs: ['file', 'step'], form: PATH, params: ofEntry, body: z.looseObject({}) },
  } as const,
  async (asked) => {
    const { params, language, runtime } = asked;
    const sent = sentIn(asked.body);
    const found = await foundOf(asked, params);
    if (found === null) return notFound(language);
    const { entry, page: summary } = found;
    if ((sent['reason'] ?? '').trim() === '' && !isRefusal(entry)) {
      const none = isKept(sent) ? words.noReasonToKeep : words.noReason;
      const faults = [{ id: 'reason', message: none[language] }];
      return { ...(await shown(asked, found, entry, sent, { faults })), status: 422 };
    }
    const done = (await sealingTaken(runtime, await commandOf(asked, params, sent))) as SteppedView | Refusal;
    if (!isRefusal(done))
      return done.version === undefined
        ? lostSight(summary, words.seal[language])
        : { go: `/files/${done.id}?done=${done.step.event.split(':')[1] ?? ''}` };
    return isRefusal(entry)
      ? notToSealPage(summary, params.seq, entry)
      : refused(asked, found, entry, sent, done);
  },
);

/** Opens the case for the sealing of one of its entries, logged; null when there is no such case or entry for the reader. */
async function foundOf(
  asked: StepAskedFor,
  { file, seq }: { readonly file: string; readonly seq: number },
): Promise<Found | null> {
  const opened = await openedFor(asked.runtime, file, await asked.reader(), 'file');
  if (isRefusal(opened)) return null;
  const entry = await sealableFor(asked.runtime, opened, seq, asked.language);
  if (isRefusal(entry) && entry.code === 'not-found') return null;
  return { opened, page: await summaryOf(asked, opened), entry };
}

/** The button that takes the proposal back, or declines it. */
const isKept = (sent: Sent): boolean => sent['answer'] === 'keep';

async function commandOf(
  { language, session, reader }: StepAskedFor,
  { file, seq }: { readonly file: string; readonly seq: number },
  sent: Sent,
): Promise<SealingAsked> {
  const { key, version } = stateIn(sent);
  return {
    ...{ person: session.person as Person, reader: await reader(), language, file, of: seq },
    ...{ reason: (sent['reason'] ?? '').trim(), keep: isKept(sent), key: `page:${key}` },
    ...(/^\d{1,9}$/.test(version) && { expectedVersion: Number(version) }),
  };
}

async function shown(
  asked: StepAskedFor,
  { opened, page: summary }: Found,
  { event, first }: SealableEntry,
  sent: Sent,
  more: Partial<SealingPage> = {},
) {
  const registers = await asked.runtime.directory.snapshot();
  return sealingPage({
    ...{ page: summary, event: await loggedAs(asked, opened, event), state: stateIn(sent) },
    first: first && { ...first, name: nameIn(registers, first.by) },
    ...{ reason: sent['reason'] ?? '', faults: [], since: [] },
    ...more,
  });
}

/** The form again with what was typed; what others did meanwhile stands beside it. */
async function refused(
  asked: StepAskedFor,
  found: Found,
  entry: SealableEntry,
  sent: Sent,
  refusal: Refusal,
): Promise<Answer> {
  if (refusal.code !== 'stale') {
    const own = (refusal.fields ?? []).map(({ message }) => ({
      ...{ id: 'reason', message: message[asked.language] },
    }));
    const faults = onceEach(own, refusal, asked.language);
    return { ...(await shown(asked, found, entry, sent, { faults })), status: 422 };
  }
  const state = stateIn(sent);
  const since = await loggedSince(asked, found.opened, state.version);
  const fresh = { ...state, version: String(found.page.view.version) };
  return { ...(await shown(asked, found, entry, sent, { state: fresh, since })), status: 409 };
}

/** The form by which the content of an entry is taken away. */
export const sealingPages = [form, send];
