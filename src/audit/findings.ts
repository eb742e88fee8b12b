import type { Text } from '../../workflows/definition.js';

/** What can be wrong; stable, so that tools may count by it. `docs` of the command line lists them. */
export const findingKinds = [
  /** The chain is broken here: an event's bytes or hash, or the file's head, were changed. */
  'hash',
  /** An event that must be there is not. */
  'missing-event',
  /** An event stands in another place than the one it was written for. */
  'reordered',
  /** The bytes are no event in canonical form (RFC 8785). */
  'bytes',
  /** A column beside the event says something else than the event. */
  'column',
  /** The event could not have happened by the rules of its workflow's version. */
  'impossible-event',
  /** The version of the workflow is not here, so the process cannot be verified. */
  'unknown-version',
  /** A process' row is not what its events give. */
  'state',
  /** The file's own row (record, district, handler, kind, version, times) is not what its events give. */
  'record',
  'deadline',
  'hold',
  'fact',
  /** A message to people is not what the events gave. */
  'message',
  /** A sealed value is missing, changed, unreadable or belongs to no event. */
  'sealed',
  /** A file that was culled has content left, or was not culled by two persons. */
  'culling',
  /** What one event set off in another file does not fit together. */
  'cause',
  /** Rows of a file that does not exist. */
  'orphan-row',
  /** An entry of the log of readings, or the head of its chain, was changed. */
  'access-hash',
  /** An entry of the log of readings is not there. */
  'access-missing',
  /** An entry of the log of readings stands in another place than its own. */
  'access-reordered',
  /** A column beside an entry of the log of readings says something else. */
  'access-column',
  /** The sealed note of an entry is missing, changed or belongs to none. */
  'access-note',
  /** An emergency access and the log do not tell the same. */
  'access-emergency',
  /** A checkpoint was changed, or has an end of a chain that is no longer there. */
  'checkpoint',
  /** An event of the security log, or the head of its chain, was changed. */
  'security-hash',
  /** An event of the security log is not there. */
  'security-missing',
  /** A column beside an event of the security log says something else. */
  'security-column',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** One thing that is wrong, and where. Never holds personal data, nor the values that differ. */
export interface Finding {
  readonly kind: FindingKind;
  /** The file; for the log of readings the chain, which may be a person’s; `checkpoint:<number>`; `security`. */
  readonly file: string;
  readonly seq?: number;
  readonly process?: number;
  readonly sentence: Text;
}

/** Worth knowing, but nothing is wrong. */
export interface Note {
  readonly kind: 'definition' | 'culled' | 'not-read';
  /** What it is about: a workflow's version, or a table. */
  readonly of: string;
  readonly count: number;
  readonly sentence: Text;
}

/** Where a finding is. */
export type Place = Omit<Finding, 'kind' | 'sentence'>;

/** Collects findings: each is counted, the first of each kind are kept. */
export class Findings {
  readonly kept: Finding[] = [];
  readonly counts: Partial<Record<FindingKind, number>> = {};
  private readonly noted = new Map<string, Note>();

  constructor(private readonly mostOfAKind: number) {}

  add(kind: FindingKind, place: Place, sentence: Text): void {
    const count = (this.counts[kind] ?? 0) + 1;
    this.counts[kind] = count;
    if (count <= this.mostOfAKind) this.kept.push({ kind, ...place, sentence });
  }

  note(kind: Note['kind'], of: string, sentence: Text): void {
    const key = `${kind} ${of}`;
    this.noted.set(key, { kind, of, count: (this.noted.get(key)?.count ?? 0) + 1, sentence });
  }

  get found(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }

  get notes(): Note[] {
    return [...this.noted.values()];
  }
}
