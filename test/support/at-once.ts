/** Does something with each, so many at a time, and gives what came of it in the order of the list. */
export async function atOnce<T, R>(
  width: number,
  list: readonly T[],
  one: (of: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < list.length; at = next++) results[at] = await one(list[at] as T);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
