import { z } from 'zod';
import { documentOf, documentsIn } from '../../files/documents.js';
import { documentPdf } from '../../files/document-pdf.js';
import type { DocumentView } from '../../files/document-shapes.js';
import { openedFor } from '../../files/file-view.js';
import { isRefusal } from '../../engine/refusals.js';
import { nameIn } from '../around.js';
import { inFile } from '../in-file.js';
import { page } from '../page.js';
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
  },
  async (asked) => {
    const { runtime, params, language, reader } = asked;
    const opened = await openedFor(runtime, params.file, await reader(), 'documents');
    if (isRefusal(opened)) return notFound(language);
    const { documents } = await documentsIn(runtime, opened, language);
    const snapshot = await runtime.directory.snapshot();
    const lines = documents.map((line) => ({ ...line, by: nameIn(snapshot, line.by) }));
    return documentsPage({ page: await summaryOf(asked, opened), lines });
  },
);

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
    const { view } = found;
    return { download: { name: fileName(view), type: 'application/pdf', body: await documentPdf(view) } };
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
