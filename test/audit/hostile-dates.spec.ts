import { isRefusal } from '../../src/engine/refusals.js';
import agencyRequest from '../../workflows/agency-request/index.js';
import dwelling from '../../workflows/dwelling/index.js';
import offer from '../../workflows/offer/index.js';
import referral from '../../workflows/referral/index.js';
import tenancy from '../../workflows/tenancy/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { testEngine, type TestEngine } from '../support/engine.js';
import { household } from '../workflows/families.js';

const flat = { number: 'A 1', rooms: 2, rent: 7000, dailyCost: 300, source: 'facility' };

/** Days that exist but that no rule can reckon with. To be closed; then take `.failing` away. */
describe('days far from any case are refused in words', () => {
  let db: TestDatabase;
  let e: TestEngine;
  beforeAll(async () => {
    db = await freshDatabase();
    e = testEngine(db, { workflows: [referral, agencyRequest, offer, tenancy, dwelling] });
  });
  afterAll(async () => {
    await e.close();
    await db.drop();
  });

  const answered = async (command: Parameters<TestEngine['command']>[0]): Promise<string> => {
    const answer = await e.engine
      .execute(e.command(command))
      .catch((error: Error) => `thrown: ${error.message}`);
    return typeof answer === 'string' ? answer : isRefusal(answer) ? answer.code : 'done';
  };
  async function accepted(): Promise<{ file: string; flat: string }> {
    const own = (await e.do({ open: 'dwelling', data: flat })).file;
    const { file } = await e.do({ open: 'referral', data: { household } });
    const p = { file, process: 1 };
    await e.do({ ...p, event: 'submit', data: {} });
    await e.do({ ...p, event: 'approve', data: {} });
    await e.do({ ...p, event: 'makeOffer', data: { dwelling: { ref: `${own}/1` } } });
    await e.do({ file, process: 2, event: 'accept', data: {} });
    return { file, flat: own };
  }

  it.each([
    ['2021-03-01', '9999-12-31'],
    ['0000-01-01', '2022-01-01'],
  ])('a lease from %s to %s', async (leaseStart, leaseEnd) => {
    const { file } = await accepted();
    const data = { signedOn: '2021-03-01', leaseStart, leaseEnd, rent: 1 };
    expect(await answered({ file, process: 2, event: 'sign', data })).toMatch(/^(guard|invalid-data)$/);
  });

  it('a flat out of service until the end of time', async () => {
    const { file } = await e.do({ open: 'dwelling', data: flat });
    const data = { reason: 'renovation', until: '9999-12-31' };
    expect(await answered({ file, process: 1, event: 'takeOutOfService', data })).toBe('invalid-data');
  });

  it.each(['0001-01-01T00:00:00Z', '1850-01-01T00:00:00Z'])('a file opened at %s', async (occurredAt) => {
    expect(await answered({ open: 'dwelling', data: flat, occurredAt })).toBe('invalid-data');
  });
});
