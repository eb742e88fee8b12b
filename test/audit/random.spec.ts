import { verify } from '../../src/audit/verify.js';
import agencyRequest from '../../workflows/agency-request/index.js';
import dwelling from '../../workflows/dwelling/index.js';
import offer from '../../workflows/offer/index.js';
import referral from '../../workflows/referral/index.js';
import tenancy from '../../workflows/tenancy/index.js';
import { newTool } from '../fixtures/workflows/errand/index.js';
import { freshDatabase } from '../support/database.js';
import { smallWorkflows, testEngine } from '../support/engine.js';
import { randomWalk, type Opening } from '../support/random-walk.js';
import { household } from '../workflows/families.js';

const small: Opening[] = [
  { workflow: 'errand', data: () => ({ household, what: 'milk', weight: 3 }) },
  { workflow: 'tool', data: () => newTool },
];
const flat = { number: 'A 1', rooms: 2, rent: 7000, dailyCost: 300 };
const real: Opening[] = [
  { workflow: 'referral', data: () => ({ household, rooms: 2 }) },
  { workflow: 'dwelling', data: (chance) => ({ ...flat, source: chance.one(['facility', 'agency']) }) },
];

describe('whatever people do, verification finds nothing wrong', () => {
  it.each([1, 2])('in the small workflows, seed %i', async (seed) => {
    const db = await freshDatabase();
    const e = testEngine(db, { workflows: smallWorkflows });
    const done = await randomWalk(e, small, seed, 200);
    const { found, counts, findings } = await verify(e.ownerPool, e.registry, { vault: e.vault });
    if (process.env['TELL']) process.stdout.write(`${JSON.stringify(done)}\n`);
    expect({ found, counts, findings }).toEqual({ found: 0, counts: {}, findings: [] });
    await e.close();
    await db.drop();
  });

  it.each([1, 3])('in the housing workflows, seed %i', async (seed) => {
    const db = await freshDatabase();
    const e = testEngine(db, { workflows: [referral, agencyRequest, offer, tenancy, dwelling] });
    const done = await randomWalk(e, real, seed, 400);
    const { found, counts, findings } = await verify(e.ownerPool, e.registry, { vault: e.vault });
    if (process.env['TELL']) process.stdout.write(`${JSON.stringify(done)}\n`);
    expect({ found, counts, findings }).toEqual({ found: 0, counts: {}, findings: [] });
    await e.close();
    await db.drop();
  });
});
