import type { Text } from '../../workflows/definition.js';

/** The languages that a diagram or a table can be written in. */
export type Language = keyof Text;

const say = (sv: string, en: string): Text => ({ sv, en });

/** What diagrams and tables say besides what the workflow itself says. */
export const words = {
  waitsFor: say('Väntar på', 'Waits for'),
  andMore: say('och {n} villkor till', 'and {n} more'),
  otherwise: say('annars', 'otherwise'),
  atOnce: say('Genast', 'At once'),
  primary: say('visas som läget', 'shown as the state'),
  about: say(
    '{states} lägen och {ways} vägar mellan dem. Samma innehåll står som text i tabellen bredvid.',
    '{states} states and {ways} ways between them. The table beside it has the same content as text.',
  ),
} as const;

/** A sentence without its full stop, as it stands on an arrow or in a cell. */
export const bare = (sentence: string): string => sentence.replace(/\.$/, '');

/** A sentence with its `{places}` filled. */
export const filled = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
