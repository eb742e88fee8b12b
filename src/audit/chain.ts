import { canonical, link } from '../engine/canonical.js';
import type { EventBody } from '../engine/model.js';
import { isEventBody } from './event-shape.js';
import type { Findings } from './findings.js';
import { pgMoment, type EventRow, type FileRow } from './tables.js';
import { words } from './words.js';

/** Walks one file's chain, event by event: numbers, hashes, canonical bytes, and the columns beside them. */
export class ChainWalk {
  private seq = 0;
  /** The hash before; null after a gap, where it is not known. */
  private head: Uint8Array | null = new Uint8Array();

  constructor(
    private readonly file: string,
    private readonly findings: Findings,
  ) {}

  /** Takes the next row; gives its event, or null when there is none to be folded in it. */
  take(row: EventRow): EventBody | null {
    const place = { file: this.file, seq: row.seq };
    const missing = row.seq - this.seq - 1;
    if (missing < 0) this.findings.add('reordered', place, words.outside);
    if (missing > 0) this.findings.add('missing-event', { ...place, seq: this.seq + 1 }, words.gap(missing));
    if (missing === 0 && this.head !== null && !link(this.head, row.canonical).equals(row.hash))
      this.findings.add('hash', place, words.hash);
    this.head = row.hash;
    this.seq = Math.max(this.seq, row.seq);
    const body = this.read(row);
    return missing < 0 ? null : body;
  }

  /** After the last row: the file's head and version must be those of the last event. */
  end({ head, version }: FileRow): void {
    const after = version - this.seq;
    if (after > 0)
      this.findings.add('missing-event', { file: this.file, seq: this.seq + 1 }, words.cutOff(after));
    if (after < 0) this.findings.add('record', { file: this.file }, words.record('version'));
    if (this.head === null || !head.equals(this.head))
      this.findings.add('hash', { file: this.file }, words.head);
  }

  private read(row: EventRow): EventBody | null {
    const place = { file: this.file, seq: row.seq };
    const body = parsed(row.canonical);
    if (body === null) {
      this.findings.add('bytes', place, words.noEvent);
      return null;
    }
    if (!Buffer.from(canonical(body)).equals(row.canonical))
      this.findings.add('bytes', place, words.notCanonical);
    if (body.seq !== row.seq) this.findings.add('reordered', place, words.reordered(body.seq));
    for (const [name, said] of Object.entries(columnsOf(body)))
      if (said !== row[name as keyof EventRow]) this.findings.add('column', place, words.column(name));
    return body.file === row.file_id ? body : null;
  }
}

function columnsOf(body: EventBody) {
  const { file, command = null, request = null, recordedAt } = body;
  return { file_id: file, command, request, recorded_at: pgMoment(recordedAt) };
}

function parsed(bytes: Buffer): EventBody | null {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as unknown;
    return isEventBody(value) ? value : null;
  } catch {
    return null;
  }
}
