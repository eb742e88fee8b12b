import { setImmediate, setTimeout } from 'node:timers/promises';

const FIRST_MS = 3;
const MOST_DOUBLINGS = 7;

/** Waits before another try: about 3 ms, doubled each time up to 0.4 s, and spread so that rivals do not meet again. */
export async function backOff(attempt: number): Promise<void> {
  const most = FIRST_MS * 2 ** Math.min(attempt, MOST_DOUBLINGS);
  await setTimeout(most / 2 + (Math.random() * most) / 2);
}

/** Waits until everything that can go on now has gone on. */
export async function nextTurn(): Promise<void> {
  await setImmediate();
}
