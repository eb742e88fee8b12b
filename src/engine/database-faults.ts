/** What a database error means for a step. Anything else is thrown on. */
export type Fault = 'stale' | 'repeated' | 'again' | null;

const AGAIN = new Set([
  '40001',
  '40P01',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08003',
  '08006',
  '08P01',
]);
const LOST = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'ENOENT']);

/**
 * `stale`: somebody was first, compute anew. `repeated`: this command is in the file already. `again`: serialization
 * failure, deadlock or lost connection; whether the step was written is not known, and the command's id tells.
 */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return null;
  const { code, constraint } = error as Error & { code?: string; constraint?: string };
  if (code === 'HS001') return 'stale';
  if (code === '23505') return constraint === 'event_command' ? 'repeated' : 'stale';
  if (code !== undefined && (AGAIN.has(code) || LOST.has(code))) return 'again';
  return /Connection terminated|connection timeout|timeout exceeded/i.test(error.message) ? 'again' : null;
}
