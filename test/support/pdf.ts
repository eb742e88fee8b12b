import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader of PDF makes of some bytes. */
export interface ReadPdf {
  readonly pages: number;
  readonly title: string;
  readonly language: string;
  readonly isMarked: boolean;
  /** The elements of the structure tree, in reading order, those of all pages. */
  readonly roles: readonly string[];
  readonly text: string;
}

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}

/** Reads a PDF by another program than the one that wrote it. */
export async function pdfOf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const info = (await pdf.getMetadata()).info as { Title: string; Language: string };
  const [roles, texts]: [string[], string[]] = [[], []];
  for (let at = 1; at <= pdf.numPages; at++) {
    const page = await pdf.getPage(at);
    roles.push(...rolesIn((await page.getStructTree()) as Node));
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  const isMarked = ((await pdf.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true;
  const read = { pages: pdf.numPages, title: info.Title, language: info.Language, isMarked, roles };
  await pdf.destroy();
  return { ...read, text: texts.join('\n') };
}

const rolesIn = ({ role, children = [] }: Node): string[] => [
  ...(role === undefined || role === 'Root' ? [] : [role]),
  ...children.flatMap(rolesIn),
];
