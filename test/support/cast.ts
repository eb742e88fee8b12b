/** Who there is in a test's Stockholm, and the households and flats that its stories are about. All people are invented. */

/** One line of a register. */
export type RegisterLine = readonly [register: string, data: object];

const district = (code: string, name: string, more: object = {}): RegisterLine => [
  'district',
  { code, name, from: '2007-01-01', ...more },
];
const organisation = (code: string, kind: string, name: string): RegisterLine => [
  'organisation',
  { code, kind, name },
];
const person = (login: string, of: string, role: string): RegisterLine => [
  'person',
  { login, name: login, organisation: of, role },
];

/** Districts (two of them merge on 2020-07-01), the other organisations, and a person of every role. */
export const cast: readonly RegisterLine[] = [
  district('farsta', 'Farsta'),
  district('skarholmen', 'Skärholmen'),
  district('rinkeby-kista', 'Rinkeby-Kista'),
  district('alvsjo', 'Älvsjö', { to: '2020-06-30', successor: 'hagersten-alvsjo' }),
  district('hagersten-alvsjo', 'Hägersten-Älvsjö', { from: '2020-07-01' }),
  organisation('hemlosa', 'district', 'Enheten för hemlösa'),
  organisation('boendeenheten', 'housingUnit', 'Boendeenheten'),
  organisation('shis', 'shis', 'SHIS Bostäder'),
  organisation('formedlingen', 'agency', 'Bostadsförmedlingen i Stockholm'),
  organisation('stockholmshem', 'company', 'Stockholmshem'),
  organisation('socialforvaltningen', 'administration', 'Socialförvaltningen'),
  ['facility', { code: 'tallasen', name: 'Tallåsen', from: '2010-01-01' }],
  person('farsta.handlaggare', 'farsta', 'caseworker'),
  person('farsta.chef', 'farsta', 'manager'),
  person('skarholmen.handlaggare', 'skarholmen', 'caseworker'),
  person('rinkeby.handlaggare', 'rinkeby-kista', 'caseworker'),
  person('alvsjo.handlaggare', 'alvsjo', 'caseworker'),
  person('hagersten.handlaggare', 'hagersten-alvsjo', 'caseworker'),
  person('hemlosa.handlaggare', 'hemlosa', 'caseworker'),
  person('boendeenheten.handlaggare', 'boendeenheten', 'caseworker'),
  person('shis.handlaggare', 'shis', 'administrator'),
  person('shis.kollega', 'shis', 'administrator'),
  person('shis.chef', 'shis', 'manager'),
  person('formedlingen.handlaggare', 'formedlingen', 'officer'),
  person('stockholmshem.uthyrare', 'stockholmshem', 'officer'),
  person('socialforvaltningen.granskare', 'socialforvaltningen', 'auditor'),
  person('socialforvaltningen.analytiker', 'socialforvaltningen', 'analyst'),
  person('system.forvaltare', 'socialforvaltningen', 'systemAdministrator'),
];

/** Every login of the cast. */
export const logins: readonly string[] = cast.flatMap(([register, data]) =>
  register === 'person' ? [(data as { login: string }).login] : [],
);

/** A child of a household, as a casebook brings it. */
export const child = (ref: string, born: string): object => ({
  ref,
  name: `${ref} Testsson`,
  born,
  gender: 'unknown',
  adult: false,
  share: 'whole',
});

/** A woman in a hotel room with so many children, long in the city: she meets every condition. */
export function household({
  children = 1,
  ...more
}: { readonly children?: number } & Record<string, unknown> = {}): object {
  const mother = { ref: 'mother', name: 'Test Testsson', born: '1985-04-01', gender: 'woman', adult: true };
  return {
    type: 'single-woman',
    district: 'farsta',
    registeredSince: '2013-05-01',
    insecureSince: '2013-06-01',
    insecureHousing: true,
    currentHousing: 'hotel',
    newlyArrived: false,
    members: [
      { ...mother, personNumber: '191212121212' },
      ...Array.from({ length: children }, (_, n) => child(`child-${n + 1}`, `201${n + 1}-06-01`)),
    ],
    ...more,
  };
}

/** A flat of SHIS's own. */
export const facilityFlat = (number: string, rooms: number): object => ({
  source: 'facility',
  facility: 'tallasen',
  number,
  rooms,
  area: 70,
  floor: 1,
  lift: true,
  rent: 9000,
  dailyCost: 310,
});

/** A flat that a company lets through the agency. */
export const agencyFlat = (number: string, rooms: number): object => ({
  source: 'agency',
  company: 'stockholmshem',
  number,
  rooms,
  area: 75,
  floor: 3,
  lift: true,
  rent: 10500,
});
