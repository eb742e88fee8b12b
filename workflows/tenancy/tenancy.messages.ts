import type { Text } from '../definition.js';
import { text } from '../files/parts.js';

/** What people are told of a tenancy. */
export const tenancyMessages: Readonly<Record<string, Text>> = {
  'notice-given': text('Boendet har sagts upp', 'Notice has been given'),
  'limit-exceeded': text('Femårsgränsen har passerats', 'The five-year limit has been exceeded'),
};
