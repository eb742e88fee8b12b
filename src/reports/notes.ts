import type { Day, Text } from '../../workflows/definition.js';
import type { Parameters, Row } from './report.js';
import { HIDDEN, SMALL } from './small-numbers.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** What any report has to say of its own limits. */
export function notesOf(
  { until, asKnownOn, audience, by }: Parameters,
  today: Day,
  rows: readonly Row[],
): Text[] {
  const hides = rows.some((row) => Object.values(row).some((cell) => cell === SMALL || cell === HIDDEN));
  return [
    ...(until > today || (asKnownOn !== null && asKnownOn > today)
      ? [
          text(
            `Dagen har inte varit ännu: siffrorna är de som finns ${today} och kan ändras.`,
            `The day has not come yet: the figures are those of ${today} and may change.`,
          ),
        ]
      : []),
    ...(audience === 'public' || hides
      ? [
          text(
            `${SMALL} betyder 0 till 4. ${HIDDEN} är ett tal som döljs för att inget annat ska kunna räknas ut. Hela stadens summor visas alltid.`,
            `${SMALL} means 0 to 4. ${HIDDEN} is a number hidden so that no other can be worked out. Totals of the city are always shown.`,
          ),
        ]
      : []),
    ...(by === 'district'
      ? [
          text(
            'Varje tal hör till den stadsdel som ansvarade den dag då det räknas.',
            'Each number belongs to the district responsible on the day it counts.',
          ),
        ]
      : []),
  ];
}
