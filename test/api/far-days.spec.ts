import { facilityFlat } from '../support/cast.js';
import { Served, type Caller, type Got } from './served.js';
import { family, flat, referral } from './stories.js';

let api: Served;
beforeAll(async () => {
  api = await Served.open();
}, 60_000);
afterAll(() => api.close());

const farsta = () => api.as('farsta.handlaggare');
const shis = () => api.as('shis.handlaggare');

const DAYS = [
  '0000-02-29',
  '0001-01-01',
  '1000-02-28',
  '1899-12-31',
  '2199-12-31',
  '2999-01-01',
  '9999-12-31',
];

/** What may be asked with a day, each call by its name. */
async function callsWith(day: string): Promise<Readonly<Record<string, () => Promise<Got>>>> {
  const [file, other, home] = [
    await referral(farsta()),
    await referral(farsta()),
    await flat(shis(), facilityFlat('1', 3)),
  ];
  const open = (data: object) => farsta().post('/api/v1/files', { workflow: 'referral', data });
  const child = (born: string) => ({ ref: 'late', name: 'A', born, gender: 'man', adult: false });
  const adult = { ref: 'a', name: 'A', born: day, gender: 'woman', adult: true };
  const opened = { workflow: 'dwelling', data: facilityFlat('8', 1) };
  const admin: Caller = api.as('system.forvaltare');
  const far = { code: 'far', name: 'Far', from: day };
  return {
    'opening, registered since': () =>
      open({ household: family({ registeredSince: day, insecureSince: day }) }),
    'opening, born': () => open({ household: family({ members: [adult] }) }),
    'opening, happened': () =>
      shis().post('/api/v1/files', { ...opened, occurredAt: `${day}T00:00:00+14:00` }),
    'joining, born': () => farsta().step(file, null, 'memberJoins', { person: child(day), on: '2021-01-31' }),
    'joining, on': () => farsta().step(other, null, 'memberJoins', { person: child('2020-01-01'), on: day }),
    'submitting then': () => farsta().step(file, 1, 'submit'),
    'approving then': () => shis().step(file, 1, 'approve'),
    'reading then': () => farsta().get(`/api/v1/files/${file}`),
    pausing: () => farsta().step(other, 1, 'pause', { until: day, reason: 'illness' }),
    'changing the rent': () => shis().step(home, null, 'updateDwelling', { from: day, rent: 1 }),
    'looking at': () => farsta().get(`/api/v1/files/${other}?at=${day}`),
    'looking back from': () => farsta().get(`/api/v1/files/${other}?knownOn=${day}`),
    districts: () => shis().get(`/api/v1/districts?on=${day}`),
    goals: () => shis().get(`/api/v1/goals?on=${day}`),
    'a report until': () => shis().get(`/api/v1/reports/yearly-goal?year=${day.slice(0, 4)}&until=${day}`),
    'a report as known on': () => shis().get(`/api/v1/reports/yearly-goal?year=2021&asKnownOn=${day}`),
    'a facility from': () => admin.post('/api/v1/registers/facility', { data: far }),
    'a district from and to': () => admin.post('/api/v1/registers/district', { data: { ...far, to: day } }),
    'a line at': () => admin.post('/api/v1/registers/facility', { data: far, at: `${day}T00:00:00Z` }),
  };
}

describe('a day far away is taken or refused, and never a fault of the system', () => {
  it.each(DAYS)('%s', async (day) => {
    const faults: string[] = [];
    for (const [name, call] of Object.entries(await callsWith(day)))
      if ((await call()).status >= 500) faults.push(name);
    expect(faults).toEqual([]);
  });
});
