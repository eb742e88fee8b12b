import type { Step, Text } from '../definition.js';
import { text } from './parts.js';

/** Why a flat that was held for a household is free again. */
export const releases = {
  refused: text('tackade nej', 'refused'),
  'no-answer': text('svarade inte', 'no answer'),
  withdrawn: text('drogs tillbaka', 'withdrawn'),
  'fell-through': text('blev inte av', 'fell through'),
} as const satisfies Readonly<Record<string, Text>>;
export type Release = keyof typeof releases;

const BY: Readonly<Record<string, Release>> = {
  refuse: 'refused',
  registerNoAnswer: 'no-answer',
  fallThrough: 'fell-through',
};

/** Why a step of the household's own process frees its flat. */
export const releasedBy = ({ type }: Step): Release => BY[type] ?? 'withdrawn';
