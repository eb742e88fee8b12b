import type { Proposal } from '../engine/model.js';
import type { Stored } from '../../workflows/definition.js';

/** Rows as verification reads them: moments as PostgreSQL writes them in UTC, so that a microsecond counts. */
export interface FileRow {
  readonly file_id: string;
  readonly kind: string;
  readonly version: number;
  readonly head: Buffer;
  readonly record: object;
  readonly district: string | null;
  readonly assignee: string | null;
  readonly protected_until: string | null;
  readonly handlers: readonly string[];
  readonly opened_at: string;
  readonly recorded_at: string;
}
export interface EventRow {
  readonly file_id: string;
  readonly seq: number;
  readonly command: string | null;
  readonly request: string | null;
  readonly recorded_at: string;
  readonly canonical: Buffer;
  readonly hash: Buffer;
}
export interface StoredProcessRow {
  readonly file_id: string;
  readonly number: number;
  readonly children: readonly string[];
  readonly proposals: readonly Proposal[];
  readonly stored: Stored;
}
export interface DeadlineRow {
  readonly file_id: string;
  readonly process: number;
  readonly key: string;
}
export interface HoldRow {
  readonly file_id: string;
  readonly name: string;
}
export interface StoredFactRow {
  readonly file_id: string;
  readonly seq: number;
  readonly ordinal: number;
  readonly voided_at: string | null;
}
export interface SealedRow {
  readonly file_id: string;
  readonly digest: string;
  readonly seq: number;
  readonly key_number: number;
  /** SHA-256 of the ciphertext (base64url), which is null where it is large: it is then read by itself. */
  readonly actual: string;
  readonly ciphertext: Buffer | null;
}
export interface KeyRow {
  readonly file_id: string;
  readonly number: number;
  /** Null when these rights do not include the wrapped keys. */
  readonly wrapped: Buffer | null;
}
export interface MessageRow {
  readonly file_id: string;
  readonly key: string;
  readonly process: number;
  readonly whom: string;
  readonly template: string;
}

/** What is read of each table, in the order in which the fold comes by it; `file` names its column of the file. */
export const tables = {
  case_file: {
    file: 'id',
    columns: `id as file_id, kind, version, head, record, district, assignee, protected_until::text as protected_until, handlers, opened_at::text as opened_at,
      recorded_at::text as recorded_at`,
    order: 'id',
  },
  event: {
    file: 'file_id',
    columns: 'file_id, seq, command, request, recorded_at::text as recorded_at, canonical, hash',
    order: 'file_id, seq',
  },
  process: {
    file: 'file_id',
    columns: `file_id, number, workflow, version, definition, parent, children, proposals, state, states, stored, is_open,
      waits_for, opened_at::text as opened_at, entered_at::text as entered_at, seen_by, discloses`,
    order: 'file_id, number',
  },
  deadline: {
    file: 'file_id',
    columns: `file_id, process, key, name, state, due_on::text as due_on, due_at::text as due_at, moves`,
    order: 'file_id, process, key',
  },
  hold: { file: 'file_id', columns: 'file_id, name, ref, process', order: 'file_id, name' },
  fact: {
    file: 'file_id',
    columns: `file_id, seq, ordinal, process, workflow, form, kind, occurred_on::text as occurred_on,
      recorded_at::text as recorded_at, voided_at::text as voided_at, district, household, dwelling, form_kind, channel,
      party, stage, reason, data`,
    order: 'file_id, seq, ordinal',
  },
  sealed: {
    file: 'file_id',
    columns: `file_id, digest, seq, key_number, rtrim(translate(encode(sha256(ciphertext), 'base64'), '+/', '-_'), '=') as actual,
      case when octet_length(ciphertext) <= 65536 then ciphertext end as ciphertext`,
    order: 'file_id, seq, digest',
  },
  file_key: { file: 'file_id', columns: 'file_id, number, wrapped', order: 'file_id, number' },
  outbox: { file: 'file_id', columns: 'file_id, key, process, whom, template', order: 'file_id, key' },
} as const;
export type Table = keyof typeof tables;

/** A moment as PostgreSQL writes it in UTC: `2021-03-01 09:00:00.12+00`. */
export function pgMoment(instant: string): string {
  return instant.replace('T', ' ').replace(/\.?0*Z$/, '+00');
}
