/** Lines of casebooks for tests. All people are invented. */
export interface Written {
  readonly [field: string]: unknown;
}

const from = '2015-01-01';

export const registers: readonly Written[] = [
  { register: 'organisation', at: from, data: { code: 'shis', kind: 'shis', name: 'SHIS Bostäder' } },
  {
    register: 'organisation',
    at: from,
    data: { code: 'agency', kind: 'agency', name: 'Bostadsförmedlingen' },
  },
  {
    register: 'organisation',
    at: from,
    data: { code: 'stockholmshem', kind: 'company', name: 'Stockholmshem' },
  },
  { register: 'district', at: from, data: { code: 'farsta', name: 'Farsta', from: '2007-01-01' } },
  { register: 'district', at: from, data: { code: 'alvsjo', name: 'Älvsjö', from: '2007-01-01' } },
  { register: 'district', at: from, data: { code: 'bromma', name: 'Bromma', from: '2007-01-01' } },
  { register: 'facility', at: from, data: { code: 'ekbacken', name: 'Ekbacken', from } },
  person('farsta.handlaggare', 'farsta', 'caseworker'),
  person('farsta.chef', 'farsta', 'manager'),
  person('alvsjo.handlaggare', 'alvsjo', 'caseworker'),
  person('bromma.handlaggare', 'bromma', 'caseworker'),
  person('shis.handlaggare', 'shis', 'administrator'),
  person('shis.chef', 'shis', 'manager'),
  person('agency.handlaggare', 'agency', 'officer'),
  { register: 'goal', at: '2020-12-01', data: { year: 2021, forms: ['transitional'], goal: 150 } },
];

export function person(login: string, organisation: string, role: string): Written {
  return { register: 'person', at: from, data: { login, name: login, organisation, role } };
}

export const DISTRICT = 'farsta.handlaggare';
export const SHIS = 'shis.handlaggare';
export const AGENCY = 'agency.handlaggare';

export function household(district = 'farsta', children = 1) {
  const mother = {
    ref: 'mother',
    personNumber: '191212121212',
    name: 'Test Testsson',
    born: '1985-04-01',
    gender: 'woman',
    adult: true,
  };
  const child = (n: number) => ({
    ref: `child-${n}`,
    name: `Barn${n} Testsson`,
    born: `201${n}-06-01`,
    gender: 'man',
    adult: false,
    share: 'whole',
  });
  return {
    type: 'single-woman',
    district,
    registeredSince: '2014-01-01',
    insecureSince: '2019-05-01',
    insecureHousing: true,
    currentHousing: 'hotel',
    newlyArrived: false,
    members: [mother, ...Array.from({ length: children }, (_, n) => child(n + 1))],
  };
}

/** A line of a person's, dated by a day and an hour in Stockholm's winter time. */
export function line(at: string, by: string, rest: Written): Written {
  return { at: at.includes('T') ? at : `${at}T09:00:00+01:00`, by, ...rest };
}

export function flat(name: string, at: string, more: Written = {}): Written {
  const data = {
    source: 'facility',
    facility: 'ekbacken',
    number: name,
    rooms: 3,
    area: 70,
    floor: 1,
    lift: true,
  };
  const costs = { rent: 9000, dailyCost: 310 };
  return line(at, more['source'] === 'agency' ? AGENCY : SHIS, {
    process: name,
    open: 'dwelling',
    data: { ...data, ...costs, ...more },
  });
}

export function referral(name: string, at: string, district = 'farsta'): Written[] {
  const by = `${district}.handlaggare`;
  return [
    line(`${at}T09:00:00+01:00`, by, {
      process: name,
      open: 'referral',
      data: { household: household(district) },
    }),
    line(`${at}T09:05:00+01:00`, by, { process: name, event: 'submit', data: { note: 'Brådskande' } }),
    line(`${at}T15:00:00+01:00`, SHIS, { process: name, event: 'approve' }),
  ];
}

/** From an offer of a flat to the keys: offered on the 1st, signed on the 8th, moved in on the 15th of a month. */
export function placing(name: string, dwelling: string, month: string): Written[] {
  const dwellingRef = { dwelling: { ref: dwelling } };
  const lease = {
    signedOn: `${month}-08`,
    leaseStart: `${month}-15`,
    leaseEnd: `${Number(month.slice(0, 4)) + 1}-${month.slice(5)}-14`,
  };
  return [
    line(`${month}-01`, SHIS, { process: name, event: 'makeOffer', data: dwellingRef }),
    line(`${month}-04`, SHIS, { process: `${name}/offer`, event: 'accept' }),
    line(`${month}-08`, SHIS, { process: `${name}/offer`, event: 'sign', data: lease }),
    line(`${month}-15`, SHIS, {
      process: `${name}/tenancy`,
      event: 'recordMoveIn',
      data: { on: `${month}-15` },
    }),
  ];
}

/** Puts lines in order of their recording; what is recorded together stays as it was. */
export function inOrder(lines: readonly Written[]): Written[] {
  const moment = (one: Written) => Date.parse(String(one['recorded'] ?? one['at']));
  return [...lines].sort((one, other) => moment(one) - moment(other));
}
