/** Where the time comes from. Whoever needs it is handed a clock; nobody reads the machine's. */
export interface Clock {
  /** The instant it is now, RFC 3339 in UTC with milliseconds: `2021-12-08T09:00:00.000Z`. */
  now(): string;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

/**
 * A clock that is moved by hand, for the demo.
 * @param read gives the instant the clock stands at, RFC 3339 with any offset.
 */
export function settableClock(read: () => string): Clock {
  return { now: () => new Date(read()).toISOString() };
}
