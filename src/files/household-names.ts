import type { Runtime } from '../runtime.js';
import { digestsIn, unmark } from '../engine/seal.js';
import { masked } from './mask.js';
import type { Depth } from './sight.js';

/** A household's record with how much of it its reader sees. */
export interface Readable {
  readonly file: string;
  readonly record: object;
  readonly depth: Depth;
}

interface Member {
  readonly name?: unknown;
  readonly adult: boolean;
  readonly to: string | null;
}

/**
 * What the households of a list are called: the name of the first adult at home, by file. A household whose reader does not
 * see who they are has none, nor has one that is no longer kept. All are unsealed in two queries.
 */
export async function householdNames(
  { engine, registry }: Runtime,
  households: readonly Readable[],
): Promise<ReadonlyMap<string, string>> {
  const marks = new Map<string, unknown>();
  for (const { file, record, depth } of households) {
    const mark =
      depth === 'none' ? undefined : nameIn(masked(registry.kind('household').record, record, depth));
    if (mark !== undefined) marks.set(file, { name: mark });
  }
  const digests = new Map([...marks].map(([file, mark]) => [file, digestsIn(mark)]));
  const plain = await engine.keys.unsealAll(digests);
  const named = [...marks].map(([file, mark]): [string, unknown] => {
    const read = unmark(mark, (digest) => plain.get(digest) ?? null) as { readonly name: unknown };
    return [file, read.name];
  });
  return new Map(named.filter((one): one is [string, string] => typeof one[1] === 'string'));
}

function nameIn(record: object): unknown {
  const { members = [] } = record as { readonly members?: readonly Member[] };
  const here = members.filter(({ to }) => to === null);
  return (here.find(({ adult }) => adult) ?? here[0] ?? members[0])?.name;
}
