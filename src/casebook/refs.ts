/** Gives the ref that stands for another, or null when there is none. */
export type Rename = (ref: string) => Promise<string | null>;

/** Data in which every `{"ref": …}` stands for something else, or the path of one that stands for nothing. */
export type Renamed = { readonly data: Record<string, unknown> } | { readonly missing: string };

class Unnamed extends Error {
  constructor(readonly path: string) {
    super('a ref stands for nothing');
  }
}

/** Renames every `{"ref": …}` inside data, however deep; data itself is none, even if `ref` is its only field. */
export async function renameRefs(data: object, rename: Rename): Promise<Renamed> {
  try {
    return { data: (await entries(data, rename, [])) as Record<string, unknown> };
  } catch (error) {
    if (error instanceof Unnamed) return { missing: error.path };
    throw error;
  }
}

/** The same for what a correction says: the data that it puts in the place of others are data themselves. */
export async function renameCorrected(said: object, rename: Rename): Promise<Renamed> {
  const { replacement } = said as { readonly replacement?: { readonly data?: object } };
  if (replacement?.data === undefined) return renameRefs(said, rename);
  const inside = await renameRefs(replacement.data, rename);
  if ('missing' in inside) return { missing: `replacement.data.${inside.missing}` };
  return { data: { ...said, replacement: { ...replacement, data: inside.data } } };
}

async function value(inside: unknown, rename: Rename, path: readonly string[]): Promise<unknown> {
  if (typeof inside !== 'object' || inside === null) return inside;
  if (!isRef(inside)) return entries(inside, rename, path);
  const ref = await rename(inside.ref);
  if (ref === null) throw new Unnamed(path.join('.'));
  return { ref };
}

async function entries(inside: object, rename: Rename, path: readonly string[]): Promise<unknown> {
  const pairs: [string, unknown][] = [];
  for (const [key, one] of Object.entries(inside))
    pairs.push([key, await value(one, rename, [...path, key])]);
  return Array.isArray(inside) ? pairs.map(([, one]) => one) : Object.fromEntries(pairs);
}

function isRef(inside: object): inside is { readonly ref: string } {
  const keys = Object.keys(inside);
  return keys.length === 1 && typeof (inside as { ref?: unknown }).ref === 'string';
}
