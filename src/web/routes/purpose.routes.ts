import { z } from 'zod';
import { emergencyReasons, offered, offeredTo, purposes } from '../../access/purposes.js';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import { numberOfFile } from '../../files/search.js';
import { emergencyEnded, emergencyOpened, purposeStated } from '../../files/why.js';
import { sentIn } from '../forms/read-form.js';
import { inFile } from '../in-file.js';
import { localPath } from '../local-path.js';
import { page, type Asked } from '../page.js';
import { notFound } from '../pages/messages.page.js';
import { emergencyPage, purposePage } from '../pages/purpose.page.js';
import type { Fault } from '../parts.js';

const state = page(
  {
    id: 'statePurpose',
    method: 'POST',
    path: '/files/:file/purpose',
    permission: 'colleague',
    audit: [],
    logs: ['purpose'],
    params: inFile,
    body: z.strictObject({
      reason: z.string().max(40).optional(),
      note: z.string().max(1000).default(''),
      to: z.string().max(600).optional(),
    }),
  },
  async ({ runtime, reader, params: { file }, body, language, session }) => {
    const note = body.note.trim();
    const why = { reason: body.reason ?? '', ...(note !== '' && { note }) };
    const who = await reader();
    const done = await purposeStated(runtime, who, file, why);
    if (!isRefusal(done)) return { go: localPath(body.to) };
    if (done.code === 'not-found') return notFound(language);
    const reasons = offeredTo(who.person, purposes, runtime.clock.now());
    const to = localPath(body.to);
    const faults = faultsOf(done, language);
    return {
      ...purposePage({ language, token: session.formToken, file, to, reasons, faults, sent: body }),
      status: 422,
    };
  },
);

const PATH = '/emergency';

const ask = page(
  { id: 'emergencyForm', method: 'GET', path: PATH, permission: 'emergency', audit: [] },
  (asked) => emergency(asked, [], asked.kept === null ? {} : sentIn(asked.kept)),
);

const open = page(
  {
    id: 'openEmergency',
    method: 'POST',
    path: PATH,
    permission: 'emergency',
    audit: [],
    logs: ['emergency'],
    form: PATH,
    fresh: PATH,
    body: z.strictObject({
      file: z.string().max(60).default(''),
      reason: z.string().max(40).default(''),
      note: z.string().max(4000).default(''),
    }),
  },
  async (asked) => {
    const { runtime, reader, body, language } = asked;
    const file = numberOfFile(body.file);
    const note = body.note.trim();
    const again = (faults: readonly Fault[]) => ({ ...emergency(asked, faults, body), status: 422 });
    const faults = (['file', 'reason', 'note'] as const).filter(
      (name) => !isFilled[name]({ ...body, file, note }),
    );
    if (faults.length > 0) return again(faults.map((id) => ({ id, message: missing[id][language] })));
    const done = await emergencyOpened(runtime, await reader(), file, { reason: body.reason, note });
    return isRefusal(done) ? again(faultsOf(done, language)) : { go: `/files/${file}` };
  },
);

const end = page(
  {
    id: 'endEmergency',
    method: 'POST',
    path: '/files/:file/end-emergency',
    permission: 'emergency',
    audit: [],
    logs: ['emergency-end'],
    params: inFile,
  },
  async ({ runtime, reader, params }) => {
    await emergencyEnded(runtime, await reader(), params.file);
    return { go: '/' };
  },
);

const isFilled = {
  file: ({ file }: Emergency) => inFile.safeParse({ file }).success,
  reason: ({ reason }: Emergency) => reason !== '',
  note: ({ note }: Emergency) => note.length >= 10,
};
/** What an emergency access is asked with. */
interface Emergency {
  readonly file: string;
  readonly reason: string;
  readonly note: string;
}

const missing = {
  reason: { sv: 'Välj ett skäl.', en: 'Choose a reason.' },
  file: {
    sv: 'Skriv ärendets nummer, elva tecken.',
    en: 'Write the number of the case, eleven characters.',
  },
  note: {
    sv: 'Skriv vad som har hänt, minst tio tecken.',
    en: 'Write what has happened, ten characters at least.',
  },
} as const;

function emergency(
  { runtime, language, session }: Pick<Asked, 'runtime' | 'language' | 'session'>,
  faults: readonly Fault[],
  sent: Readonly<Record<string, string | undefined>>,
) {
  const reasons = offered(emergencyReasons, runtime.clock.now());
  return emergencyPage({ language, token: session.formToken, file: '', to: '/', reasons, faults, sent });
}

const faultsOf = ({ sentences, fields }: Refusal, language: Asked['language']): Fault[] =>
  (fields ?? sentences.map((message) => ({ path: 'file', message }))).map(({ path, message }) => ({
    id: path,
    message: message[language],
  }));

/** Why a case is read: stated by those who see it, and in an emergency by those who do not. */
export const purposePages = [state, ask, open, end];
