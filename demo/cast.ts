/** Who takes part. Authorities and companies are real, people are invented. */
import { Chance } from './chance.js';
import type { Day } from './days.js';
import { personName } from './names.js';

/** A board or unit that refers families. */
export interface Referrer {
  readonly code: string;
  readonly name: string;
  /** How many families it refers beside the others. */
  readonly weight: number;
}

/** The day of the merger of the two southern districts. */
export const MERGER: Day = '2020-07-01';
/** The district that the merger made, and the two that it was made of. */
export const MERGED = 'hagersten-alvsjo';
export const HALVES = ['hagersten-liljeholmen', 'alvsjo'] as const;

const district = (code: string, name: string, weight: number): Referrer => ({ code, name, weight });

/** The districts after the merger, and the unit for the homeless, which is none. */
export const REFERRERS: readonly Referrer[] = [
  district('farsta', 'Farsta', 9),
  district('skarpnack', 'Skarpnäck', 5),
  district('enskede-arsta-vantor', 'Enskede-Årsta-Vantör', 12),
  district(MERGED, 'Hägersten-Älvsjö', 8),
  district('skarholmen', 'Skärholmen', 9),
  district('rinkeby-kista', 'Rinkeby-Kista', 10),
  district('spanga-tensta', 'Spånga-Tensta', 7),
  district('hasselby-vallingby', 'Hässelby-Vällingby', 10),
  district('bromma', 'Bromma', 4),
  district('sodermalm', 'Södermalm', 3),
  district('kungsholmen', 'Kungsholmen', 1),
  district('norrmalm', 'Norrmalm', 1),
  district('ostermalm', 'Östermalm', 2),
  district('hemlosa', 'Enheten för hemlösa', 3),
];

/** Organisations that are no districts: code, kind, name. */
export const ORGANISATIONS = [
  ['hemlosa', 'district', 'Enheten för hemlösa'],
  ['boendeenheten', 'housingUnit', 'Boendeenheten'],
  ['shis', 'shis', 'SHIS Bostäder'],
  ['bostadsformedlingen', 'agency', 'Bostadsförmedlingen i Stockholm AB'],
  ['stockholmshem', 'company', 'Stockholmshem'],
  ['svenska-bostader', 'company', 'Svenska Bostäder'],
  ['familjebostader', 'company', 'Familjebostäder'],
  ['socialforvaltningen', 'administration', 'Socialförvaltningen'],
] as const;

/** The companies that let the agency's flats. */
export const COMPANIES = ['stockholmshem', 'svenska-bostader', 'familjebostader'] as const;

export const AGENCY = ['bostadsformedlingen.handlaggare', 'bostadsformedlingen.handlaggare2'] as const;
export const SHIS = [
  'shis.handlaggare',
  'shis.handlaggare2',
  'shis.handlaggare3',
  'shis.handlaggare4',
] as const;
export const SHIS_MANAGER = 'shis.chef';

/** A district's handler: it has two, and `number` says which one. */
export const handlerOf = (code: string, number: number): string =>
  `${code}.handlaggare${number % 2 === 0 ? '' : '2'}`;
export const managerOf = (code: string): string => `${code}.chef`;

/** A colleague as the register tells it. */
export interface Colleague {
  readonly login: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
}

const colleague = (login: string, organisation: string, role: string): Colleague => ({
  login,
  name: personName(new Chance(`colleague ${login}`)),
  organisation,
  role,
});

/** The three of a board or unit that refers. */
export const referringStaff = (code: string): Colleague[] => [
  colleague(handlerOf(code, 0), code, 'caseworker'),
  colleague(handlerOf(code, 1), code, 'caseworker'),
  colleague(managerOf(code), code, 'manager'),
];

/** Everybody else. */
export const otherStaff = (): Colleague[] => [
  ...SHIS.map((login) => colleague(login, 'shis', 'administrator')),
  colleague(SHIS_MANAGER, 'shis', 'manager'),
  ...AGENCY.map((login) => colleague(login, 'bostadsformedlingen', 'officer')),
  colleague('boendeenheten.handlaggare', 'boendeenheten', 'officer'),
  colleague('boendeenheten.handlaggare2', 'boendeenheten', 'officer'),
  colleague('boendeenheten.chef', 'boendeenheten', 'manager'),
  ...COMPANIES.map((code) => colleague(`${code}.uthyrare`, code, 'officer')),
  colleague('socialforvaltningen.analytiker', 'socialforvaltningen', 'analyst'),
  colleague('socialforvaltningen.granskare', 'socialforvaltningen', 'auditor'),
  colleague('socialforvaltningen.systemforvaltare', 'socialforvaltningen', 'systemAdministrator'),
  colleague('socialforvaltningen.systemforvaltare2', 'socialforvaltningen', 'systemAdministrator'),
];
