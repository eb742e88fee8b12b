import type { Parts } from './parts.js';
import { Unreadable } from './unreadable.js';
import { readXml } from './xml.js';

/** Where a workbook's first visible sheet and what it refers to are kept, and from when it counts its days. */
export interface Workbook {
  readonly sheet: string;
  readonly strings: string | undefined;
  readonly styles: string | undefined;
  readonly isFrom1904: boolean;
}

/** A part that another refers to: what kind it is, and where. */
interface Reference {
  readonly kind: string;
  readonly path: string;
}

/** Finds the parts of a workbook by what refers to them, since programs name them as they like. */
export async function workbookIn(parts: Parts): Promise<Workbook> {
  const at = [...(await referencesOf(parts, '')).values()].find(
    ({ kind }) => kind === 'officeDocument',
  )?.path;
  if (at === undefined || !parts.has(at)) throw new Unreadable('no-sheet');
  const [references, { sheets, isFrom1904 }] = [await referencesOf(parts, at), await sheetsIn(parts, at)];
  const of = (kind: string): string | undefined =>
    [...references.values()].find((one) => one.kind === kind)?.path;
  const shown = sheets.map((id) => references.get(id)).find((one) => one?.kind === 'worksheet');
  if (shown === undefined || !parts.has(shown.path)) throw new Unreadable('no-sheet');
  return { sheet: shown.path, strings: of('sharedStrings'), styles: of('styles'), isFrom1904 };
}

/** What a part refers to, by the id of the reference. */
async function referencesOf(parts: Parts, from: string): Promise<Map<string, Reference>> {
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  const found = new Map<string, Reference>();
  await readXml(parts.text(`${folder}_rels/${from.slice(folder.length)}.rels`), {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return;
      const path = new URL(Target, `file:///${folder}`).pathname.slice(1);
      found.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), path });
    },
  });
  return found;
}

/** The references of the sheets that are not hidden, in their order. */
async function sheetsIn(parts: Parts, at: string) {
  const sheets: string[] = [];
  let isFrom1904 = false;
  await readXml(parts.text(at), {
    open(name, told) {
      if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(told['date1904'] ?? '');
      if (name !== 'sheet' || (told['state'] ?? 'visible') !== 'visible') return;
      const id = Object.entries(told).find(([key]) => key.endsWith(':id'))?.[1];
      if (id !== undefined) sheets.push(id);
    },
  });
  return { sheets, isFrom1904 };
}
