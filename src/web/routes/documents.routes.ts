import { z } from 'zod';
import { documentOf, documentsOf } from '../../files/documents.js';
import { documentPdf } from '../../files/document-pdf.js';
import type { DocumentView } from '../../files/document-shapes.js';
import { PurposeNeeded } from '../../files/purpose-needed.js';
import { isRefusal } from '../../engine/refusals.js';
import { nameIn } from '../around.js';
import { inFile } from '../in-file.js';
import { page, type Answer } from '../page.js';
import { documentPage, documentsPage } from '../pages/documents.page.js';
import { notFound } from '../pages/messages.page.js';

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
  ({ runtime, params: { file }, language, reader }) =>
    orWhy(file, async () => {
      const found = await documentsOf(runtime, file, await reader(), language);
      if (isRefusal(found)) return notFound(language);
      const snapshot = await runtime.directory.snapshot();
      const lines = found.documents.map((line) => ({ ...line, by: nameIn(snapshot, line.by) }));
      return documentsPage({ language, file, lines });
    }),
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
  ({ runtime, params: { file, document }, language, reader }) =>
    orWhy(file, async () => {
      const name = document.replace(/\.pdf$/, '');
      const found = await documentOf(runtime, file, name, await reader(), language);
      if (isRefusal(found)) return notFound(language);
      if (name === document) return documentPage(found);
      const { view } = found;
      return { download: { name: fileName(view), type: 'application/pdf', body: await documentPdf(view) } };
    }),
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

/** One who has yet to say why goes by way of the case, which asks. */
async function orWhy(file: string, show: () => Promise<Answer>): Promise<Answer> {
  try {
    return await show();
  } catch (error) {
    if (error instanceof PurposeNeeded) return { go: `/files/${file}` };
    throw error;
  }
}

/** The papers that a case's workflows have written. */
export const documentsPages = [list, one];
