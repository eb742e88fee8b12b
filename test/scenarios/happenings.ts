import type { Asked } from '../../src/engine/command.js';

/** One thing that happens in a random town; the numbers choose who, where, what and with which data. */
export interface Happening {
  readonly kind: 'plausible' | 'late' | 'denied' | 'absurd' | 'again' | 'altered' | 'stale' | 'open' | 'time';
  readonly who: number;
  readonly where: number;
  readonly what: number;
  readonly data: number;
}

/** Every code that a refusal may have here. */
export const CODES: readonly string[] = [
  'invalid-data',
  'unknown-workflow',
  'unknown-event',
  'unknown-reason',
  'unknown-reference',
  'occurred-in-future',
  'occurred-before-opening',
  'not-found',
  'not-permitted',
  'not-possible-now',
  'guard',
  'stale',
  'same-person-twice',
  'key-reused',
];
/** Steps that lead on to a home and through it: taken more often, or no family would get that far. */
export const ONWARD: readonly string[] = [
  'submit',
  'approve',
  'supply',
  'makeOffer',
  'accept',
  'sign',
  'recordMoveIn',
  'makeTransferOffer',
  'move',
  'searchOwnStock',
  'requestFromAgency',
  'propose',
  'ready',
  'returnToQueue',
  'extend',
  'grantException',
  'grant',
  'requestFlat',
  'offer',
  'signLease',
  'sublet',
  'assignCaseManager',
  'recordFollowUp',
];
export const HOUR = 3_600_000;
/** How far time moves on: minutes, days, months, a year; and back to where a term ends at midnight. */
export const STEPS = [
  HOUR / 60,
  5 * HOUR,
  24 * HOUR,
  72 * HOUR,
  200 * HOUR,
  800 * HOUR,
  2_400 * HOUR,
  9_000 * HOUR,
];

/** A command in words, for the story of a town. */
export const told = (asked: Asked): string =>
  'open' in asked
    ? `open ${asked.open}${asked.file === undefined ? '' : ` in ${asked.file}`}`
    : `${asked.event} of ${asked.file}/${asked.process ?? ''} ${JSON.stringify(asked.data)?.slice(0, 120)}`;
