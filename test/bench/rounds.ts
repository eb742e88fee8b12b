/** One way of doing a step: `run` does the n-th step of one caller. */
export interface Contestant {
  readonly name: string;
  run(caller: number, n: number): Promise<void>;
}

/** What one round of one contestant gave. */
export interface Round {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** A closed loop of so many callers for so many milliseconds. */
export async function round(contestant: Contestant, callers: number, forMs: number): Promise<Round> {
  const took: number[] = [];
  const begin = performance.now();
  const caller = async (index: number) => {
    for (let n = 0; performance.now() - begin < forMs; n++) {
      const before = performance.now();
      await contestant.run(index, n);
      took.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, index) => caller(index)));
  const seconds = (performance.now() - begin) / 1000;
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { perSecond: took.length / seconds, p50Ms: at(0.5), p95Ms: at(0.95) };
}

/** Rounds of the contestants in turn, after one that does not count; the medians. */
export async function alternate(
  contestants: readonly Contestant[],
  callers: number,
  { rounds = 7, forMs = 1_500 } = {},
): Promise<Round[]> {
  const results: Round[][] = contestants.map(() => []);
  for (let turn = -1; turn < rounds; turn++)
    for (const [index, contestant] of contestants.entries()) {
      const result = await round(contestant, callers, forMs);
      if (turn >= 0) results[index]?.push(result);
    }
  return results.map((list) => ({
    perSecond: median(list.map((r) => r.perSecond)),
    p50Ms: median(list.map((r) => r.p50Ms)),
    p95Ms: median(list.map((r) => r.p95Ms)),
  }));
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
