import type { Pool } from 'pg';
import type { Registry } from '../engine/registry.js';
import type { Vault } from '../engine/vault.js';
import { toldCulled, verifyCulled } from './culling/culled-check.js';
import { verifyCheckpoints } from './checkpoints-check.js';
import { Connection } from './connection.js';
import { checkFile, type Checking } from './file-check.js';
import { verifyEmergencies } from './emergencies.js';
import { Findings, type Finding, type FindingKind, type Note } from './findings.js';
import { Links } from './links.js';
import { verifyReadings } from './readings.js';
import { beginReading, findOrphans, openReading, unreadable } from './reading.js';
import { verifySecurity } from './security-events.js';
import { words } from './words.js';

/** What was verified and what was found. */
export interface VerifyResult {
  /** True when nothing is wrong; notes do not count. */
  readonly ok: boolean;
  readonly files: number;
  readonly events: number;
  readonly facts: number;
  /** How much is wrong in all, and of each kind. */
  readonly found: number;
  readonly counts: Readonly<Partial<Record<FindingKind, number>>>;
  /** The first findings of each kind, in order of file. */
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
}

/** How far verification has come. `ofEvents` is what the files' versions say. */
export interface VerifyProgress {
  readonly files: number;
  readonly events: number;
  readonly ofFiles: number;
  readonly ofEvents: number;
}

export interface VerifyOptions {
  /** Opens sealed values too; without it only their digests are compared. */
  readonly vault?: Vault;
  /** The key that checkpoints must be signed with; without it that of each counts. */
  readonly publicKey?: string | undefined;
  readonly onProgress?: (progress: VerifyProgress) => void;
  /** Findings kept of each kind; all are counted. */
  readonly mostOfAKind?: number;
}

const MOST_OF_A_KIND = 100;
const EVENTS_BETWEEN_PROGRESS = 500;

/**
 * Verifies everything as of one moment: every chain, every event folded again under its workflow's version, and all that
 * is derived from them, file by file in bounded memory. Reads only; the owner's, or the auditor's connection (which may
 * not read sealed values: noted). Throws only when the database cannot be read.
 */
export function verify(pool: Pool, registry: Registry, options: VerifyOptions = {}): Promise<VerifyResult> {
  return inOneMoment(pool, (connection) => run(connection, registry, options));
}

/** Verifies one file, with the other ends of what it caused or came of. */
export function verifyFile(
  pool: Pool,
  registry: Registry,
  file: string,
  options: VerifyOptions = {},
): Promise<VerifyResult> {
  return inOneMoment(pool, (connection) => run(connection, registry, options, file));
}

async function inOneMoment<T>(pool: Pool, read: (connection: Connection) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const connection = new Connection(client);
    await beginReading(connection);
    const result = await read(connection);
    await connection.query('commit');
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function run(
  connection: Connection,
  registry: Registry,
  options: VerifyOptions,
  file?: string,
): Promise<VerifyResult> {
  const findings = new Findings(options.mostOfAKind ?? MOST_OF_A_KIND);
  const without = await unreadable(connection);
  for (const table of without) findings.note('not-read', table, words.notRead);
  const orphans = file === undefined ? await findOrphans(connection, without) : new Map<never, never>();
  for (const [table, files] of orphans)
    for (const id of files) findings.add('orphan-row', { file: id }, words.orphans(table));
  const total = await totals(connection, file);
  const reading = await openReading(connection, without, orphans, file);
  const links = new Links(connection, findings);
  const done = { files: 0, events: 0, facts: 0 };
  const progress = () => {
    if (++done.events % EVENTS_BETWEEN_PROGRESS === 0) options.onProgress?.({ ...done, ...total });
  };
  const culled = await toldCulled(connection, file);
  const { vault } = options;
  const checking: Checking = { registry, reading, links, findings, vault, culled, progress };
  for (let row = await reading.case_file.next(); row !== undefined; row = await reading.case_file.next()) {
    done.facts += (await checkFile(checking, row)).facts;
    done.files++;
  }
  await links.flush();
  await verifyCulled(connection, findings, file);
  await verifyEmergencies(connection, findings, file);
  await verifyReadings(connection, findings, { file, seesKeys: !without.includes('file_key') });
  await verifyCheckpoints(connection, findings, { file, publicKey: options.publicKey });
  if (file === undefined) await verifySecurity(connection, findings);
  options.onProgress?.({ ...done, ...total });
  const { found, counts, kept, notes } = findings;
  return { ok: found === 0, ...done, found, counts, findings: kept, notes };
}

async function totals(connection: Connection, file?: string) {
  const { rows } = await connection.query<{ files: number; events: number }>(
    `select count(*)::int as files, coalesce(sum(version), 0)::float8 as events from case_file
     where $1::text is null or id = $1`,
    [file ?? null],
  );
  return { ofFiles: rows[0]?.files ?? 0, ofEvents: rows[0]?.events ?? 0 };
}
