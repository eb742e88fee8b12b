import type { Pool } from 'pg';

/** Any number, as long as everything that imports or sweeps takes the same. */
const IMPORT_LOCK = 7_248_787;

/**
 * Does the work of an import while no other import runs; null when one does. Sweeping nodes ask `importUnderWay` first:
 * an import delivers deadlines itself, each in its place, and a sweep to the present day would run ahead of its lines.
 */
export async function whileImporting<T>(pool: Pool, work: () => Promise<T>): Promise<T | null> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      IMPORT_LOCK,
    ]);
    if (rows[0]?.mine !== true) return null;
    try {
      return await work();
    } finally {
      await client.query('select pg_advisory_unlock($1)', [IMPORT_LOCK]);
    }
  } finally {
    client.release();
  }
}

/** Whether an import runs anywhere on this database. */
export async function importUnderWay(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ free: boolean }>(
    'select pg_try_advisory_xact_lock_shared($1) as free',
    [IMPORT_LOCK],
  );
  return rows[0]?.free !== true;
}
