import type { Text } from '../../workflows/definition.js';

/** Nothing is shown yet: the reader, a person before a page, first has to say why they read. */
export class PurposeNeeded extends Error {
  override readonly name = 'PurposeNeeded';
  /** `reasons`: what can be chosen among. */
  constructor(readonly reasons: readonly { readonly code: string; readonly label: Text }[]) {
    super('purpose needed');
  }
}
