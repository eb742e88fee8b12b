/** What the months of supported housing must come to. Source: the table of the demo years; the split of 2021 is invented. */

/** First-hand leases signed in a month. */
export interface SupportedMonth {
  /** `2020-01` */
  readonly month: string;
  readonly trial: number;
  readonly training: number;
  readonly housingFirst: number;
}

type Twelve = readonly number[];

const year = (
  number: number,
  trial: Twelve,
  training: Twelve,
  housingFirst: Twelve,
): readonly SupportedMonth[] =>
  trial.map((signed, at) => ({
    month: `${number}-${String(at + 1).padStart(2, '0')}`,
    trial: signed,
    training: training[at] as number,
    housingFirst: housingFirst[at] as number,
  }));

/** 1 November to 8 December 2021 is invented. */
export const SUPPORTED_MONTHS: readonly SupportedMonth[] = [
  ...year(
    2020,
    [17, 18, 20, 18, 18, 19, 10, 15, 22, 24, 24, 22],
    [10, 10, 11, 10, 10, 11, 6, 8, 13, 14, 13, 12],
    [4, 4, 5, 4, 4, 5, 2, 4, 5, 6, 5, 5],
  ),
  ...year(
    2021,
    [16, 17, 19, 18, 17, 18, 10, 14, 20, 22, 18, 4],
    [9, 9, 11, 10, 10, 10, 6, 8, 11, 12, 10, 2],
    [4, 5, 5, 5, 5, 5, 3, 4, 5, 5, 4, 1],
  ),
];

/** Flats that a board or the housing unit turned down, each year; invented. */
export const BOARD_DECLINES: Readonly<Record<string, number>> = {
  condition: 7,
  area: 6,
  rent: 5,
  size: 4,
  access: 3,
  time: 2,
  'no-family': 2,
};

/** Why applicants said no to a flat, each year; invented. */
export const APPLICANTS_REFUSALS: Readonly<Record<string, number>> = {
  area: 12,
  safety: 6,
  size: 5,
  rent: 4,
  access: 3,
};

/** What came to nothing after a yes, each year; invented. */
export const FALLEN_THROUGH = [
  { party: 'company', reason: 'debt' },
  { party: 'company', reason: 'references' },
  { party: 'company', reason: 'income' },
  { party: 'household', reason: 'own-housing' },
  { party: 'district', reason: 'condition' },
] as const;

/** Why applications were denied or withdrawn, each year; invented. */
export const DENIALS: Readonly<Record<string, number>> = {
  'need-not-shown': 7,
  'own-means': 6,
  'other-service': 5,
  'not-target-group': 3,
};
export const WITHDRAWALS: Readonly<Record<string, number>> = {
  'not-wanted': 4,
  'own-housing': 3,
  'other-service': 2,
  'left-city': 1,
};
