import type { Lookups } from '../../workflows/definition.js';

/** A household as a casebook brings it: a woman and one child, in a hotel room, six years in the city. */
export const household = {
  type: 'single-woman',
  district: 'farsta',
  registeredSince: '2015-01-01',
  insecureSince: '2019-05-01',
  insecureHousing: true,
  currentHousing: 'hotel',
  newlyArrived: false,
  members: [
    {
      ref: 'mother',
      personNumber: '19121212-1212',
      name: 'Test Testsson',
      born: '1985-04-01',
      gender: 'woman',
      adult: true,
    },
    {
      ref: 'child-1',
      name: 'Lilla Testsson',
      born: '2014-06-01',
      gender: 'man',
      adult: false,
      share: 'whole',
      school: 'Testskolan',
    },
  ],
} as const;

/** What is known of it when it meets every condition. */
export const eligible: Lookups['household'] = {
  adults: 1,
  childrenUnder18AtHome: 1,
  registeredSince: '2015-01-01',
  insecureHousing: true,
  rooms: 2,
};
