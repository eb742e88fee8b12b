import type { Text } from '../../workflows/definition.js';
import type { Vocabulary } from './in-words.js';
import type { FileView } from './shapes.js';

interface Named {
  readonly name?: string | null;
  readonly adult?: boolean;
  readonly to?: string | null;
}

/** A family by the last name of its first adult: what colleagues call it. Null where no name is to be seen. */
export function familyName(members: readonly Named[]): Text | null {
  const here = members.filter(({ to }) => to === null || to === undefined);
  const first = here.find(({ adult }) => adult) ?? here[0];
  const last = first?.name?.trim().split(/\s+/).at(-1);
  return last ? { sv: `Familjen ${last}`, en: `The ${last} family` } : null;
}

/** What a case is called in its heading: the family, or the flat; null when the reader sees no more than its number. */
export function called(view: FileView, words: Vocabulary): string | null {
  if (view.kind === 'dwelling') return words.called?.(`${view.id}/1`) ?? null;
  const members = view.household?.['members'] as readonly Named[] | undefined;
  return familyName(members ?? [])?.[words.language] ?? null;
}
