import type { Step } from '../definition.js';
import { dataOf } from '../files/parts.js';
import type { Approve } from './dwelling.events.js';

/** Whose answer on the flat it is: as the sending case tells, a person's always SHIS's. */
export const answering = (step: Step): 'shis' | 'district' =>
  (step.meta.cause === 'process' ? dataOf<Approve>(step).party : undefined) ?? 'shis';
