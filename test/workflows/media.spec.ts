import { mediaOf } from '../../workflows/files/media.js';
import { word, zipOf } from '../support/zips.js';

const types = { '[Content_Types].xml': '<Types/>' };
const open = (kind: string) => ({
  mimetype: `application/vnd.oasis.opendocument.${kind}`,
  'content.xml': '',
});

describe('what some bytes are', () => {
  it.each<[string, string | Buffer, string]>([
    ['PDF', '%PDF-1.7\n…', 'pdf'],
    ['a PNG', Buffer.from('89504e470d0a1a0a00', 'hex'), 'png'],
    ['a JPEG', Buffer.from('ffd8ffe000', 'hex'), 'jpeg'],
    ['a TIFF, low byte first', Buffer.from('49492a0008', 'hex'), 'tiff'],
    ['a TIFF, high byte first', Buffer.from('4d4d002a00', 'hex'), 'tiff'],
    ['a Word document', zipOf(word), 'docx'],
    ['an Excel workbook', zipOf({ ...types, 'xl/workbook.xml': '' }), 'xlsx'],
    ['an OpenDocument text', zipOf(open('text')), 'odt'],
    ['an OpenDocument sheet', zipOf(open('spreadsheet')), 'ods'],
    ['text', 'Hyran är 8 200 kronor.\r\n\tÅ ä ö', 'text'],
    ['a page, which is then only text', '<script>alert(1)</script>', 'text'],
  ])('is told by themselves: %s', (_, bytes, kind) => {
    expect(mediaOf(Buffer.from(bytes as string))).toBe(kind);
  });

  it.each<[string, string | Buffer]>([
    ['nothing', ''],
    ['a program (ELF)', Buffer.from('7f454c46020101', 'hex')],
    ['a program (Windows)', Buffer.from('4d5a90000300', 'hex')],
    ['a ZIP of something else', zipOf({ 'a.txt': 'x' })],
    ['a Word document with macros', zipOf({ ...word, 'word/vbaProject.bin': 'x' })],
    ['an OpenDocument with macros', zipOf({ ...open('text'), 'Basic/Standard/script-lb.xml': 'x' })],
    ['a Word document whose directory is cut off', zipOf(word).subarray(0, 120)],
    ['a ZIP whose directory points outside', Buffer.concat([zipOf(word).subarray(0, 40), endAt(9_999)])],
    ['text in another encoding', Buffer.from('Å', 'latin1')],
    ['text with a control character', 'a\u0000b'],
    ['a picture that runs (SVG in UTF-16)', Buffer.from('<svg/>', 'utf16le')],
  ])('is nothing that may be attached: %s', (_, bytes) => {
    expect(mediaOf(Buffer.from(bytes as string))).toBeNull();
  });
});

function endAt(offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(3, 10);
  end.writeUInt32LE(offset, 16);
  return end;
}
