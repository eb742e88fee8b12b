import type { EventBody } from '../engine/model.js';
import { fileOfEvent, type Link } from './cascade.js';
import type { Connection } from './connection.js';
import type { Findings } from './findings.js';
import { words } from './words.js';

const AT_ONCE = 500;
const MOST_SEQ = 2_147_483_647;

const SQL = `
select e.file_id, e.seq, e.canonical from event e
join unnest($1::text[], $2::int[]) as w(file_id, seq) on e.file_id = w.file_id and e.seq = w.seq`;

/** Looks up the events of other files that go with those of the file at hand, by the hundred, and compares both ends. */
export class Links {
  private waiting: Link[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly findings: Findings,
  ) {}

  async add(links: readonly Link[]): Promise<void> {
    this.waiting.push(...links);
    if (this.waiting.length >= AT_ONCE) await this.flush();
  }

  /** Compares what is waiting. */
  async flush(): Promise<void> {
    const links = this.waiting;
    this.waiting = [];
    if (links.length === 0) return;
    const found = await this.read(new Set(links.map((link) => link.other)));
    for (const link of links) {
      const other = found.get(link.other);
      const { file, seq } = link;
      const sentence =
        other === undefined
          ? (link.as === 'caused' ? words.deliveryGone : words.causeUnknown)(link.other)
          : pointsBack(link, other)
            ? null
            : (link.as === 'caused' ? words.deliveryOther : words.causeSilent)(link.other);
      if (sentence !== null) this.findings.add('cause', { file, seq }, sentence);
    }
  }

  private async read(ids: ReadonlySet<string>): Promise<Map<string, EventBody>> {
    const places = [...ids].map((id) => ({
      file: fileOfEvent(id),
      seq: Number(id.slice(id.lastIndexOf(':') + 1)),
    }));
    const good = places.filter(({ seq }) => Number.isInteger(seq) && seq > 0 && seq <= MOST_SEQ);
    const { rows } = await this.connection.query<{ file_id: string; seq: number; canonical: Buffer }>(
      SQL,
      [good.map((g) => g.file), good.map((g) => g.seq)],
      'verify_links',
    );
    return new Map(rows.map((row) => [`${row.file_id}:${row.seq}`, parsed(row.canonical)]));
  }
}

function pointsBack(link: Link, other: EventBody): boolean {
  const own = `${link.file}:${link.seq}`;
  if (other.step !== link.step) return false;
  if (link.as === 'cause')
    return (
      (other.caused ?? []).includes(own) &&
      (link.parent === undefined || link.parent === `${other.file}/${other.process}`)
    );
  return (
    other.cause?.event === own && (link.expected === undefined || isExpected(link, link.expected, other))
  );
}

function isExpected(link: Link, expected: NonNullable<Link['expected']>, other: EventBody): boolean {
  if (other.type !== expected.type) return false;
  if (expected.opens === undefined) return (other.process ?? null) === expected.process;
  return other.workflow === expected.opens.workflow && (other.parent ?? null) === expected.opens.parent;
}

/** What cannot be read as an event is told where that file is verified; here it only does not fit. */
function parsed(bytes: Buffer): EventBody {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as unknown;
    return (typeof value === 'object' && value !== null ? value : {}) as EventBody;
  } catch {
    return {} as EventBody;
  }
}
