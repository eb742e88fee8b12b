import type { Instant, OrgKind, Text } from '../../workflows/definition.js';
import { text } from '../../workflows/files/parts.js';
import { dayOf } from '../domain/zone.js';
import { noticeText } from '../notices/notice-words.js';
import type { Language } from '../platform/language.js';
import { kindNames } from '../register/kinds.js';
import type { Runtime } from '../runtime.js';
import type { NotSentBecause } from './not-sent.js';
import { INCIDENTS, WAITING, type IncidentRow, type WaitingRow } from './incidents.queries.js';

/** What an incident is about. */
export type IncidentKind = 'deadline' | 'file' | 'message' | 'mail';

/** An incident as it is told: no personal data, and of a protected family not the number of its file. */
export interface Incident {
  readonly id: string;
  readonly kind: IncidentKind;
  /** Whether it may have gone through all the same: of a mail. */
  readonly isUncertain: boolean;
  /** The deadline or message in words; null when it is gone. */
  readonly about: string | null;
  /** The number of the file; null of a protected family. */
  readonly file: string | null;
  /** The organisation that answers for the file; null of a protected family, and where there is none. */
  readonly responsible: string | null;
  /** Why a deadline could not be delivered, in Swedish as it was noted; null of others. */
  readonly because: string | null;
  /** The name of the fault; null of a deadline, and where the work was broken off. */
  readonly fault: string | null;
  readonly attempts: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  /** Null when it is not tried again. */
  readonly nextTry: Instant | null;
  readonly closedAt: Instant | null;
  /** Why it is not to be sent, where that ended it. */
  readonly notSentBecause: NotSentBecause | null;
  /** What a system administrator can do about it. */
  readonly ways: { readonly again: boolean; readonly leave: boolean };
}

/** A message that has failed and is tried again. */
export interface WaitingMessage {
  readonly about: string;
  readonly whom: string;
  readonly file: string | null;
  readonly since: Instant;
  readonly attempts: number;
  readonly nextTry: Instant;
}

type Here = Pick<Runtime, 'pool' | 'registry' | 'clock'> & {
  readonly directory: Pick<Runtime['directory'], 'snapshot'>;
};

/** Incidents that are open, the oldest first, and then those that ended in the last thirty days. */
export async function incidentsOf(here: Here, language: Language): Promise<Incident[]> {
  const { pool, clock, directory } = here;
  const now = clock.now();
  const { rows } = await pool.query<IncidentRow>(INCIDENTS, [dayOf(now), now]);
  const { organisations } = await directory.snapshot();
  return rows.map((row) => incidentOf(here, row, language, (code) => organisations.get(code)?.name ?? code));
}

/** Messages that could not be handed over yet, those that were made first in front. */
export async function waitingMessages(
  { pool, registry, clock }: Here,
  language: Language,
): Promise<WaitingMessage[]> {
  const { rows } = await pool.query<WaitingRow>(WAITING, [dayOf(clock.now())]);
  return rows.map((row) => ({
    about: noticeText(registry, row)[language],
    whom: whomIn(row.whom, language),
    file: row.protected ? null : row.file,
    since: row.createdAt.toISOString(),
    attempts: row.attempts,
    nextTry: row.nextTry.toISOString(),
  }));
}

/** The code of a mail that may have gone. */
const UNCERTAIN = 'uncertain-mail';

const whomIn = (whom: string, language: Language): string =>
  Object.hasOwn(kindNames, whom) ? kindNames[whom as OrgKind][language] : whom;

function incidentOf(
  { registry }: Here,
  row: IncidentRow,
  language: Language,
  nameOf: (organisation: string) => string,
): Incident {
  const kind = kindOf(row.subject);
  const isTimer = kind === 'deadline';
  const isOver = row.closedAt !== null;
  return {
    ...{ id: row.id, kind, attempts: row.attempts, isUncertain: row.code === UNCERTAIN },
    about: aboutOf(registry, kind, row)?.[language] ?? null,
    ...whereOf(row, nameOf),
    because: isTimer ? row.message : null,
    fault: isTimer || row.message === 'interrupted' ? null : row.message,
    ...{ firstAt: row.firstAt.toISOString(), lastAt: row.lastAt.toISOString() },
    nextTry: isOver ? null : momentOf(row.nextTry),
    closedAt: momentOf(row.closedAt),
    notSentBecause: isOver && row.unsent ? row.notSentBecause : null,
    ways: waysOf(kind, row),
  };
}

/** Timers can always be tried again; a message that has not gone too, unless it may have gone, and it can be left unsent. */
function waysOf(kind: IncidentKind, { closedAt, code, unsent }: IncidentRow): Incident['ways'] {
  if (closedAt !== null) return { again: false, leave: false };
  if (kind === 'deadline' || kind === 'file') return { again: true, leave: false };
  return { again: unsent && code !== UNCERTAIN, leave: unsent };
}

const momentOf = (at: Date | null): Instant | null => at && at.toISOString();

/** Which file, and who answers for it: nothing of a protected family’s. */
const whereOf = (
  { file, responsible, protected: isHidden }: IncidentRow,
  nameOf: (organisation: string) => string,
): Pick<Incident, 'file' | 'responsible'> =>
  isHidden
    ? { file: null, responsible: null }
    : { file, responsible: responsible === null ? null : nameOf(responsible) };

function kindOf(subject: string): IncidentKind {
  if (subject.startsWith('deadline ')) return 'deadline';
  if (subject.startsWith('message mail ')) return 'mail';
  return subject.startsWith('message ') ? 'message' : 'file';
}

function aboutOf(registry: Here['registry'], kind: IncidentKind, row: IncidentRow): Text | null {
  const { workflow, version, deadline, template, key } = row;
  if (workflow === null || version === null) return null;
  if (kind === 'message' && template !== null && key !== null)
    return noticeText(registry, { workflow, version, template, key });
  const chart = registry.pinned(workflow, version)?.workflow;
  if (kind !== 'deadline' || chart === undefined) return null;
  const label = deadline === null ? undefined : chart.deadlines[deadline]?.label;
  return label === undefined
    ? chart.label
    : text(`${label.sv} (${chart.label.sv})`, `${label.en} (${chart.label.en})`);
}
