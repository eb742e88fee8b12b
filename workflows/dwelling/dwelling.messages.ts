import type { Text } from '../definition.js';
import { text } from '../files/parts.js';

/** What people are told of a flat. */
export const dwellingMessages: Readonly<Record<string, Text>> = {
  'dwelling-out-of-service': text(
    'En lägenhet där någon bor har tagits ur bruk',
    'A flat that somebody lives in has been taken out of service',
  ),
};
