import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { documentOf, documentsIn } from '../../files/documents.js';
import { documentPdf } from '../../files/document-pdf.js';
import type { DocumentView } from '../../files/document-shapes.js';
import { attachmentsIn } from '../../files/attachments.js';
import { openedFor, type Opened } from '../../files/file-view.js';
import { refusalsIn } from '../../files/refusals-said.js';
import { dayOf } from '../../domain/zone.js';
import { isRefusal } from '../../engine/refusals.js';
import { nameIn } from '../around.js';
import { sentIn } from '../forms/read-form.js';
import { inFile } from '../in-file.js';
import { page, type Asked, type Shown } from '../page.js';
import type { AttachForm } from '../pages/attach-form.js';
import { documentPage, documentsPage } from '../pages/documents.page.js';
import { notFound } from '../pages/messages.page.js';
import { summaryOf } from './case-page.js';

const list = page(
  {
    id: 'documents',
    method: 'GET',
    path: '/files/:file/documents',
    permission: 'colleague',
    audit: [],
    logs: ['documents'],
    params: inFile,
    query: z.object({ about: z.string().max(9).optional() }),
  },
  async (asked) => {
    const { runtime, params, language, reader, kept, query } = asked;
    const opened = await openedFor(runtime, params.file, await reader(), 'documents');
    if (isRefusal(opened)) return notFound(language);
    const sent = kept === null ? { about: query.about ?? '' } : sentIn(kept);
    return documentsShown(asked, opened, { key: sent['key'] ?? randomUUID(), sent, faults: [] });
  },
);

/** The papers of a case whose reading is logged already, with the form that attaches one. */
export async function documentsShown(
  asked: Pick<Asked, 'runtime' | 'language' | 'session'>,
  opened: Opened,
  form: Pick<AttachForm, 'key' | 'sent' | 'faults'>,
): Promise<Shown> {
  const { runtime, language } = asked;
  const { documents } = await documentsIn(runtime, opened, language);
  const attachments = await attachmentsIn(runtime, opened, language);
  const snapshot = await runtime.directory.snapshot();
  const named = <L extends { readonly by: string }>(line: L): L => ({
    ...line,
    by: nameIn(snapshot, line.by),
  });
  const page = await summaryOf(asked, opened);
  const mayAttach = page.view.actions.some(
    ({ type, answer }) => type === 'attach' && answer.startsWith('allowed'),
  );
  const most = runtime.config.attachmentBytes;
  const refusals = mayAttach ? await refusalsToPick(runtime, opened, language) : [];
  return documentsPage({
    page,
    lines: documents.map(named),
    attachments: attachments.map(named),
    form: mayAttach ? { ...form, most, refusals } : null,
  });
}

/** Each process in which a no was said, by its last one. */
async function refusalsToPick(
  runtime: Asked['runtime'],
  opened: Opened,
  language: Asked['language'],
): Promise<AttachForm['refusals']> {
  const said = await refusalsIn(runtime, opened, language);
  const last = new Map(said.map((one) => [one.process, one]));
  return [...last.values()]
    .sort((one, other) => other.seq - one.seq)
    .map(({ process, occurredAt, told }) => ({ process, label: `${dayOf(occurredAt)} ${told}` }));
}

const one = page(
  {
    id: 'document',
    method: 'GET',
    path: '/files/:file/documents/:document',
    permission: 'colleague',
    audit: [],
    logs: ['document'],
    params: inFile.extend({ document: z.string().regex(/^[1-9]\d{0,8}\.[a-z][a-z-]{0,39}(\.pdf)?$/) }),
  },
  async ({ runtime, params: { file, document }, language, reader }) => {
    const name = document.replace(/\.pdf$/, '');
    const found = await documentOf(runtime, file, name, await reader(), language);
    if (isRefusal(found)) return notFound(language);
    if (name === document) return documentPage(found);
    const { view, from } = found;
    return {
      download: { name: fileName(view), type: 'application/pdf', body: await documentPdf(view, from) },
    };
  },
);

/** The kind of paper, the number of the case and of the event: nothing of anybody. */
function fileName({ label, file, document }: DocumentView): string {
  const plain = label
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
  return `${plain}-${file}-${document.split('.')[0]}.pdf`;
}

/** The papers that a case's workflows have written. */
export const documentsPages = [list, one];
