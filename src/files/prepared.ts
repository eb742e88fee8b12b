import { createHash } from 'node:crypto';
import type { Query } from './list.queries.js';

/**
 * A query that is planned once for each connection: to plan the row policies takes far longer than to run them. For texts of
 * which there are few, with everything that a person may choose freely among the values.
 */
export const prepared = ({ text, values }: Query): { name: string; text: string; values: unknown[] } => ({
  name: `files_${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`,
  text,
  values: [...values],
});
