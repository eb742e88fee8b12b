import type { FileKind } from '../definition.js';
import { dwelling } from './dwelling.js';
import { household } from './household.js';

export { dwelling } from './dwelling.js';
export { household } from './household.js';

/** The kinds of case file there are. */
export const fileKinds: readonly FileKind[] = [household, dwelling];
