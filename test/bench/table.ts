/** One measured figure beside its bar. */
export interface Line {
  readonly what: string;
  /** The ratio, and which way it must lie from the bar. */
  readonly ratio: number;
  readonly bar: string;
  readonly holds: boolean;
  /** Absolute figures of this machine, for the curious; only ratios are compared. */
  readonly detail: string;
}

/** A line whose ratio must be at least `bar`. */
export function atLeast(what: string, ratio: number, bar: number, detail: string): Line {
  return { what, ratio, bar: `≥ ${bar}`, holds: ratio >= bar, detail };
}

/** A line whose ratio must be at most `bar`. */
export function atMost(what: string, ratio: number, bar: number, detail: string): Line {
  return { what, ratio, bar: `≤ ${bar}`, holds: ratio <= bar, detail };
}

/** The lines as text. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map((l) => [l.what, l.ratio.toFixed(2), l.bar, l.holds ? 'holds' : 'MISSED', l.detail]);
  const all = [['what', 'ratio', 'bar', '', 'figures'], ...rows];
  const widths = (all[0] ?? []).map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
