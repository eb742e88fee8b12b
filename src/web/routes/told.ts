import type { Instant } from '../../../workflows/definition.js';
import type { Language } from '../../platform/language.js';
import type { Snapshot } from '../../register/snapshot.js';
import type { Asked } from '../page.js';

/** What the pages of the registers are told from. */
export interface Told {
  readonly snapshot: Snapshot;
  readonly now: Instant;
  readonly language: Language;
}

/** The registers as they stand. */
export const toldOf = async ({ runtime, language }: Pick<Asked, 'runtime' | 'language'>): Promise<Told> => ({
  ...{ snapshot: await runtime.directory.snapshot(), now: runtime.clock.now(), language },
});
