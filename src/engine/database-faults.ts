/** What a database error means for a step. Anything else is thrown on. */
export type Fault = 'stale' | 'repeated' | 'again' | null;

/** PostgreSQL undid the step to let another one through. */
const UNDONE = new Set(['40001', '40P01']);
const LOST_STATES = new Set([
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '53300',
  '08000',
  '08001',
  '08003',
  '08006',
  '08P01',
]);
const LOST_SOCKETS = new Set(['ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOENT']);
const LOST_WORDS = /Connection terminated|connection timeout|timeout exceeded|not queryable/i;

/** Nothing was written, as somebody else was first in these files. */
export class MovedOn extends Error {
  constructor(readonly files: readonly string[]) {
    super('a file has moved on');
  }
}

/**
 * `stale`: somebody was first, or PostgreSQL undid the step (serialization failure, deadlock): nothing was written, compute
 * anew. `repeated`: this command is in the file already. `again`: the connection was lost; whether the step was written is
 * not known, and the command's id tells.
 */
export function faultOf(error: unknown): Fault {
  if (error instanceof MovedOn) return 'stale';
  if (typeof error !== 'object' || error === null) return null;
  const {
    code = '',
    constraint,
    message = '',
  } = error as { code?: string; constraint?: string; message?: string };
  if (UNDONE.has(code)) return 'stale';
  if (code === '23505') return constraint === 'event_command' ? 'repeated' : 'stale';
  return LOST_STATES.has(code) || LOST_SOCKETS.has(code) || LOST_WORDS.test(message) ? 'again' : null;
}

/** Whether the database itself is in need (disk or memory full, too many connections, I/O error): no step's fault. */
export function isOutage(error: unknown): boolean {
  return faultOf(error) === 'again' || /^(53|58)/.test(String((error as { code?: unknown } | null)?.code));
}
