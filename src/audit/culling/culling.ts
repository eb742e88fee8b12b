import type { Pool } from 'pg';
import type { Day, Instant } from '../../../workflows/definition.js';
import { addDays } from '../../domain/days.js';
import { dayOf, midnight } from '../../domain/zone.js';
import type { FileKeys } from '../../engine/file-keys.js';
import type { Clock, Gate } from '../../engine/ports.js';
import { birthDigests } from '../../register/household-lookup.js';
import { culledBy, culledFrom, isForResearch, lastDue } from './culling.policy.js';
import {
  culledFiles,
  cullingProposals,
  dueFiles,
  filesKept,
  oldestAtRest,
  type CullingProposal,
  type DueFile,
} from './culling.queries.js';

/** Files whose births are read at once. */
const AT_ONCE = 500;
/** Proposals that are shown. */
const MOST_SHOWN = 100;

/** What an organisation's files come to: how many are due, and by when the first has to be gone. */
export interface CullingDue {
  readonly organisation: string;
  readonly files: number;
  readonly oldest: Day;
  readonly latest: Day;
}

/** What there is to cull. */
export interface CullingsDue {
  readonly organisations: readonly CullingDue[];
  /** Files that are kept for research, and those of which a reading is to be reviewed first. */
  readonly forResearch: number;
  readonly inReview: number;
  /** When the next file is due, when none is; null when no file is at rest. */
  readonly next: Day | null;
}

/** A due file with what its people's births say of it. */
interface Sorted extends DueFile {
  readonly isKept: boolean;
}

/**
 * Culling: five years after the last entry a household's file is put forward by one person and culled by another. Its key,
 * and all that was sealed with it, is deleted; the chain and what is counted hold. Nobody comes to the file after that.
 */
export class Culling {
  /** The files that are culled, by the proposal with which they were. */
  private readonly culled = new Map<string, number>();

  constructor(
    private readonly ports: { readonly pool: Pool; readonly keys: () => FileKeys; readonly clock: Clock },
  ) {}

  /** Reads which files are culled. Another node may have culled some since. */
  async load(): Promise<void> {
    const known = [...new Set(this.culled.values())];
    const culled = await culledFiles(this.ports.pool, known);
    if (culled.length > 0) this.ports.keys().forget();
    for (const { id, proposal } of culled) this.culled.set(id, proposal);
  }

  /** The gate, which lets nobody come to a file that is culled. */
  guarding(gate: Gate): Gate {
    return {
      ...gate,
      maySee: (person, file, seenBy) => !this.culled.has(file.id) && gate.maySee(person, file, seenBy),
    };
  }

  async due(): Promise<CullingsDue> {
    const { pool } = this.ports;
    const [sorted, kept] = await Promise.all([this.sorted(), filesKept(pool)]);
    const organisations = new Map<string, DueFile[]>();
    for (const one of sorted.filter(isDue))
      organisations.set(one.organisation, [...(organisations.get(one.organisation) ?? []), one]);
    const oldest = sorted.length > 0 ? null : await oldestAtRest(pool);
    return {
      organisations: [...organisations].map(([organisation, files]) => dueOf(organisation, files)),
      forResearch: kept + sorted.filter(({ isKept }) => isKept).length,
      inReview: sorted.filter(({ isKept, reviewed }) => !isKept && !reviewed).length,
      next: oldest && culledFrom(dayOf(oldest.toISOString())),
    };
  }

  proposals(): Promise<CullingProposal[]> {
    return cullingProposals(this.ports.pool, MOST_SHOWN);
  }

  /** Puts an organisation's due files forward. The number of the proposal; null when there are none. */
  async propose(organisation: string, by: string): Promise<number | null> {
    const { pool, clock } = this.ports;
    const sorted = (await this.sorted()).filter((one) => one.organisation === organisation);
    const due = sorted.filter(isDue);
    const kept = sorted.filter(({ isKept }) => isKept);
    const { rows } = await pool.query<{ id: number | null }>(
      'select propose_culling($1, $2, $3, $4, $5, $6, $7, $8) as id',
      [
        ...[organisation, due.map(({ id }) => id), due.map(({ version }) => version)],
        ...[kept.map(({ id }) => id), kept.map(() => 'research'), kept.map(({ version }) => version)],
        ...[by, clock.now()],
      ],
    );
    return rows[0]?.id ?? null;
  }

  /** Takes a proposal back that waits. False when there is none. */
  async takeBack(proposal: number, by: string): Promise<boolean> {
    const { pool, clock } = this.ports;
    const text = 'select take_back_culling($1, $2, $3) as done';
    return (await pool.query<{ done: boolean }>(text, [proposal, by, clock.now()])).rows[0]?.done === true;
  }

  /** Culls what somebody else has put forward. How many files it came to; null when no such proposal waits. */
  async cull(proposal: number, by: string): Promise<number | null> {
    const { pool, clock } = this.ports;
    const now = clock.now();
    const { rows } = await pool.query<{ files: number | null }>(
      'select cull_files($1, $2, $3, $4) as files',
      [...[proposal, by, now, dueBefore(now)]],
    );
    await this.load();
    return rows[0]?.files ?? null;
  }

  /** The files whose time has come. One of which a birth cannot be read is kept: nothing may be decided on it. */
  private async sorted(): Promise<Sorted[]> {
    const { pool, clock } = this.ports;
    const files = await dueFiles(pool, dueBefore(clock.now()));
    const sorted: Sorted[] = [];
    for (let at = 0; at < files.length; at += AT_ONCE)
      sorted.push(...(await this.withKept(files.slice(at, at + AT_ONCE))));
    return sorted;
  }

  private async withKept(files: readonly DueFile[]): Promise<Sorted[]> {
    const digests = new Map(files.map(({ id, record }) => [id, birthDigests(record)]));
    const plain = await this.ports.keys().unsealAll(digests);
    return files.map((file) => {
      const born = (digests.get(file.id) ?? []).map((digest) => plain.get(digest));
      const known = born.filter((day): day is Day => typeof day === 'string');
      return { ...file, isKept: known.length < born.length || isForResearch(known) };
    });
  }
}

const isDue = ({ isKept, reviewed }: Sorted): boolean => !isKept && reviewed;

/** The end of the latest day of a last entry with which a file is due. */
const dueBefore = (now: Instant): Instant => midnight(addDays(lastDue(dayOf(now)), 1));

/** @param files at least one, the oldest first. */
function dueOf(organisation: string, files: readonly DueFile[]): CullingDue {
  const [first] = files;
  const oldest = dayOf((first as DueFile).last.toISOString());
  return { organisation, files: files.length, oldest, latest: culledBy(oldest) };
}
