/** What each month must come to. Source: the table of the demo years; what leaves agency flats is invented. */

/** Leases signed by families in flats of each channel, and families that move out of them. */
export interface Month {
  /** `2020-01` */
  readonly month: string;
  readonly agency: number;
  readonly facility: number;
  readonly facilityOut: number;
  readonly agencyOut: number;
}

type Twelve = readonly number[];

function year(
  number: number,
  agency: Twelve,
  facility: Twelve,
  facilityOut: Twelve,
  agencyOut: Twelve,
): Month[] {
  return agency.map((signed, at) => ({
    month: `${number}-${String(at + 1).padStart(2, '0')}`,
    agency: signed,
    facility: facility[at] as number,
    facilityOut: facilityOut[at] as number,
    agencyOut: agencyOut[at] as number,
  }));
}

/** 1 November to 8 December 2021 is invented: as many leave as come. */
export const MONTHS: readonly Month[] = [
  ...year(
    2020,
    [5, 5, 5, 4, 4, 4, 2, 3, 4, 4, 4, 3],
    [10, 16, 16, 13, 12, 13, 8, 12, 16, 15, 13, 12],
    [5, 6, 7, 7, 8, 10, 6, 9, 9, 9, 8, 8],
    [1, 1, 1, 1, 2, 2, 1, 1, 1, 2, 2, 1],
  ),
  ...year(
    2021,
    [2, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 0],
    [7, 8, 8, 8, 9, 8, 5, 9, 10, 8, 7, 2],
    [9, 8, 9, 9, 10, 10, 6, 8, 10, 8, 7, 2],
    [1, 1, 2, 1, 1, 2, 1, 1, 1, 0, 1, 0],
  ),
];

/** Families that live in each kind of flat when 2020 begins. */
export const OPENING = { facility: 140, agency: 60 } as const;

/** Months at whose end a figure is cut: who signs in them has moved in before they end. */
export const CUT_OFFS: readonly string[] = ['2019-12', '2020-12', '2021-04', '2021-09', '2021-10'];

/** Families per district among the 81 who had moved in by 30 September 2021. */
export const PLACED_TO_SEPTEMBER_2021: Readonly<Record<string, number>> = {
  farsta: 9,
  skarpnack: 5,
  'enskede-arsta-vantor': 12,
  'hagersten-alvsjo': 8,
  skarholmen: 9,
  'rinkeby-kista': 10,
  'spanga-tensta': 7,
  'hasselby-vallingby': 10,
  bromma: 4,
  sodermalm: 3,
  kungsholmen: 1,
  norrmalm: 1,
  ostermalm: 2,
};

/** Flats that SHIS turned down, by year and reason. `unasked`: offered by a company without a request. 2020 is invented. */
export const DECLINES: Readonly<
  Record<string, { readonly unasked: Readonly<Record<string, number>>; readonly asked: readonly string[] }>
> = {
  2020: {
    unasked: { 'own-stock': 10, 'no-family': 5 },
    asked: ['size', 'area', 'condition', 'size', 'rent', 'area', 'condition', 'size', 'time'],
  },
  2021: {
    unasked: { 'own-stock': 13, 'no-family': 6 },
    asked: ['size', 'area', 'condition', 'size', 'access', 'rent', 'time', 'size'],
  },
};

/** Why companies turned a household down, by year. */
export const LANDLORD_REJECTS: Readonly<Record<string, readonly string[]>> = {
  2020: ['debt', 'household-size', 'references'],
  2021: ['income', 'let-to-other'],
};

/** Why families said no to a flat and went on waiting, by year; those who had found a home of their own are not among them. */
export const REFUSALS: Readonly<Record<string, number>> = {
  area: 12,
  school: 9,
  size: 7,
  safety: 5,
  access: 4,
  rent: 3,
  'no-answer': 2,
};
