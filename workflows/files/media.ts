import type { Text } from '../definition.js';
import { text } from './parts.js';

/** One kind of content that may be attached. */
export interface Media {
  readonly label: Text;
  /** As served (RFC 6838). */
  readonly type: string;
  /** The end of a file's name. */
  readonly ext: string;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';
const same = (name: string): Text => text(name, name);

/** Everything that may be attached. What runs (macros, scripts, pages) is not among it. */
export const media = {
  pdf: { label: same('PDF'), type: 'application/pdf', ext: 'pdf' },
  png: { label: text('Bild (PNG)', 'Picture (PNG)'), type: 'image/png', ext: 'png' },
  jpeg: { label: text('Bild (JPEG)', 'Picture (JPEG)'), type: 'image/jpeg', ext: 'jpg' },
  tiff: { label: text('Bild (TIFF)', 'Picture (TIFF)'), type: 'image/tiff', ext: 'tif' },
  docx: { label: same('Word'), type: `${OFFICE}.wordprocessingml.document`, ext: 'docx' },
  xlsx: { label: same('Excel'), type: `${OFFICE}.spreadsheetml.sheet`, ext: 'xlsx' },
  odt: { label: text('OpenDocument-text', 'OpenDocument text'), type: `${OPEN}.text`, ext: 'odt' },
  ods: { label: text('OpenDocument-kalkyl', 'OpenDocument sheet'), type: `${OPEN}.spreadsheet`, ext: 'ods' },
  text: { label: text('Ren text', 'Plain text'), type: 'text/plain; charset=utf-8', ext: 'txt' },
} as const satisfies Record<string, Media>;
export type MediaName = keyof typeof media;

/** How pictures and PDF begin. */
const BEGINNINGS: readonly (readonly [MediaName, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
];

/** What some bytes are, by themselves; null for what may not be attached. Their name and declared type do not count. */
export function mediaOf(bytes: Uint8Array): MediaName | null {
  const found = BEGINNINGS.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  if (found !== undefined) return found[0];
  return packedIn(bytes) ?? (isText(bytes) ? 'text' : null);
}

/** A part of the package that tells what it is, and one that may not be in it. */
const PACKED: readonly (readonly [MediaName, string])[] = [
  ['docx', 'word/document.xml'],
  ['xlsx', 'xl/workbook.xml'],
];
const RUNS = /vbaProject|\.(exe|dll|js|vbs|bat|class|jar)$|^(Basic|Scripts)\//i;

function packedIn(bytes: Uint8Array): MediaName | null {
  const names = namesInZip(bytes);
  if (names === null || names.some((name) => RUNS.test(name))) return null;
  if (names.includes('[Content_Types].xml'))
    return PACKED.find(([, part]) => names.includes(part))?.[0] ?? null;
  const first = names[0] === 'mimetype' ? latin(bytes, 38, 100) : '';
  if (first.startsWith(`${OPEN}.spreadsheet`)) return 'ods';
  return first.startsWith(`${OPEN}.text`) ? 'odt' : null;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 65_535;

/** The names of what a ZIP file holds, out of its central directory (PKWARE APPNOTE 4.3.12, 4.3.16); null for what is none. */
function namesInZip(bytes: Uint8Array): string[] | null {
  if (bytes.length < END_BYTES || latin(bytes, 0, 4) !== 'PK\u0003\u0004') return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - END_BYTES;
  const lowest = Math.max(0, end - LONGEST_COMMENT);
  while (end >= lowest && view.getUint32(end, true) !== END) end--;
  if (end < lowest) return null;
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== ENTRY) return null;
    const length = view.getUint16(at + 28, true);
    names.push(latin(bytes, at + ENTRY_BYTES, length));
    at += ENTRY_BYTES + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

const latin = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** Text in UTF-8 without control characters but those of lines. */
function isText(bytes: Uint8Array): boolean {
  try {
    return bytes.length > 0 && !/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(utf8.decode(bytes));
  } catch {
    return false;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
