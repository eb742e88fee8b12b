import { z } from 'zod';
import type { Person } from '../../engine/model.js';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import { attachmentOf, attachTo } from '../../files/attachments.js';
import { openedFor } from '../../files/file-view.js';
import { Upload } from '../../platform/uploads.js';
import { inFile } from '../in-file.js';
import { page } from '../page.js';
import { notFound } from '../pages/messages.page.js';
import type { Fault } from '../parts.js';
import type { Language } from '../../platform/language.js';
import { documentsShown } from './documents.routes.js';

const PATH = '/files/:file/attachments';
const typed = (most: number) => z.string().max(most).default('');

const add = page(
  {
    id: 'attach',
    method: 'POST',
    path: PATH,
    permission: 'colleague',
    audit: [],
    logs: ['step', 'documents'],
    form: '/files/:file/documents',
    params: inFile,
    upload: true,
    body: z.strictObject({
      file: z.instanceof(Upload).optional(),
      name: typed(1_000),
      description: typed(10_000),
      about: z
        .string()
        .regex(/^(?:[1-9]\d{0,8})?$/)
        .default(''),
      readers: typed(20),
      key: z.string().regex(/^[\w-]{1,60}$/),
    }),
  },
  async (asked) => {
    const { runtime, params, body, language, session } = asked;
    const { file: upload, key, ...said } = body;
    const reader = await asked.reader();
    const person = session.person as Person;
    const by = { person, reader, language, key: `page:${key}` };
    const done = await attachTo(runtime, { ...by, file: params.file, upload, said });
    if (!isRefusal(done)) return { go: `/files/${params.file}/documents#attached` };
    const opened = await openedFor(runtime, params.file, reader, 'documents');
    if (isRefusal(opened)) return notFound(language);
    const faults = faultsIn(done, language);
    return { ...(await documentsShown(asked, opened, { key, sent: said, faults })), status: 422 };
  },
);

const whatToDo = {
  name: { sv: 'Skriv vad det är, med högst 200 tecken.', en: 'Write what it is, in 200 characters at most.' },
  description: {
    sv: 'Skriv en beskrivning på högst 4 000 tecken.',
    en: 'Write a description of at most 4,000 characters.',
  },
  about: { sv: 'Välj ett nej ur listan.', en: 'Choose a refusal from the list.' },
  readers: { sv: 'Välj vem som får läsa den.', en: 'Choose who may read it.' },
} as const;

/** Faults where they were typed; one of the content stands at the file. */
function faultsIn({ fields, sentences }: Refusal, language: Language): Fault[] {
  const own = (fields ?? []).map(({ path, message }) => {
    const asked = Object.hasOwn(whatToDo, path) ? whatToDo[path as keyof typeof whatToDo] : null;
    return { id: asked === null ? 'file' : path, message: (asked ?? message)[language] };
  });
  return own.length > 0 ? own : sentences.map((one) => ({ id: 'file', message: one[language] }));
}

const fetch = page(
  {
    id: 'attachment',
    method: 'GET',
    path: `${PATH}/:attachment`,
    permission: 'colleague',
    audit: [],
    logs: ['attachment'],
    params: inFile.extend({ attachment: z.string().regex(/^[1-9]\d{0,8}$/) }),
  },
  async ({ runtime, params, language, reader }) => {
    const found = await attachmentOf(runtime, params.file, Number(params.attachment), await reader());
    if (isRefusal(found)) return notFound(language);
    const { name, type, content: body } = found;
    return { download: { name, type, body } };
  },
);

/** Papers from outside: attaching one, and fetching it. */
export const attachmentsPages = [add, fetch];
