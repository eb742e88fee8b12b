import { child, facilityFlat } from '../support/cast.js';
import { refOf } from '../support/world.js';
import { inTheQueue } from './in-the-queue.js';
import { held, Story } from './story-of-a-mother.js';

/** Story 1 of the product: a mother with three children, Farsta. Each step follows on the one before. */
describe('a mother with three children, from the hotel to a lease of her own', () => {
  let story: Story;
  const farsta = () => story.farsta;
  const shis = () => story.shis;

  beforeAll(async () => {
    story = await Story.begin();
  });
  afterAll(() => story.world.close());

  inTheQueue(() => story);

  describe('4. the lease and the move', () => {
    it('is booked on the goal on the leap day that it is signed, and is not yet a placement', async () => {
      await story.world.at('2020-02-17T09:00');
      await shis().event(story.referral, 'makeOffer', { dwelling: refOf(story.flat('home')) });
      await story.world.at('2020-02-20T09:00');
      await farsta().event(await story.last('offer'), 'accept');
      expect(await story.world.state(story.referral)).toBe('accepted');
      await story.world.at('2020-02-29T12:00');
      const lease = { signedOn: '2020-02-29', leaseStart: '2020-03-15', leaseEnd: '2022-03-14' };
      await shis().event(await story.last('offer'), 'sign', lease);
      story.tenancy = await story.last('tenancy');
      expect(await story.world.state(story.referral)).toBe('placed');
      expect(await story.world.states(story.tenancy)).toEqual([
        'upcoming',
        'followUp.stopped',
        'limit.stopped',
      ]);
      expect(await story.world.facts('allocated')).toMatchObject([
        { file: story.flat('home').file, on: '2020-02-29' },
      ]);
      expect(await story.allocated('2020', '2020-02-28')).toBe(0);
      expect(await story.allocated('2020', '2020-02-29')).toBe(1);
      expect(await story.placements('2020')).toEqual({ agency: 0, facility: 0 });
    });

    it('becomes a placement and a stay of five years on the day that she moves in', async () => {
      await story.world.at('2020-03-15T10:00');
      await shis().event(story.tenancy, 'recordMoveIn', { on: '2020-03-15' });
      expect(await story.world.states(story.tenancy)).toEqual([
        'active',
        'followUp.scheduled',
        'limit.within',
      ]);
      expect(await story.world.state(story.flat('home'))).toBe('occupied');
      expect(await story.stay()).toMatchObject({ limit: '2025-03-15', followUpDue: '2020-04-15' });
      expect(await story.world.deadlines(story.tenancy)).toEqual({
        leaseEnds: '2022-03-14',
        planningBegins: '2023-03-15',
        followUpNears: '2020-04-01',
      });
      expect(await story.placements('2020')).toEqual({ agency: 1, facility: 0 });
    });

    it('is followed up after a month, and then every half-year', async () => {
      await story.world.at('2020-04-14T14:00');
      expect(await story.world.states(story.tenancy)).toContain('followUp.due');
      await farsta().event(story.tenancy, 'recordFollowUp', held('2020-04-14', 3));
      expect(await story.stay()).toMatchObject({ followUpDue: '2020-10-14' });
    });
  });

  describe('5. the family changes', () => {
    const size = async () => (await story.world.events(story.family)).at(-1)?.known.household;

    it('by a fourth child: it needs a larger flat, and its five years stay', async () => {
      await story.world.at('2020-11-09T09:00');
      await farsta().event(story.family, 'memberJoins', {
        person: child('child-4', '2020-11-02'),
        on: '2020-11-02',
      });
      expect(await size()).toMatchObject({ adults: 1, childrenUnder18AtHome: 4, rooms: 4 });
      expect((await story.waiting()).roomsNeeded).toBe(4);
      expect((await story.stay()).limit).toBe('2025-03-15');
    });

    it('by the father, who joins and leaves again: both are events of the file', async () => {
      const father = { ref: 'father', name: 'Far Testsson', born: '1983-01-09', gender: 'man', adult: true };
      await story.world.at('2021-05-10T09:00');
      await farsta().event(story.family, 'memberJoins', { person: father, on: '2021-05-08' });
      expect(await size()).toMatchObject({ adults: 2, childrenUnder18AtHome: 4, rooms: 4 });
      await story.world.at('2021-09-20T09:00');
      await farsta().event(story.family, 'memberLeaves', { ref: 'father', on: '2021-09-19' });
      expect(await size()).toMatchObject({ adults: 1, childrenUnder18AtHome: 4, rooms: 4 });
      expect((await story.stay()).limit).toBe('2025-03-15');
    });
  });

  describe('6. a larger flat within SHIS', () => {
    it('the lease is renewed, not past the five years', async () => {
      await story.world.at('2022-02-28T09:00');
      const no = await shis().refused(story.tenancy, 'renew', { leaseEnd: '2025-03-16' });
      expect(no.says).toEqual(['The lease must not go past the five-year limit.']);
      await shis().event(story.tenancy, 'renew', { leaseEnd: '2024-03-14' });
    });

    it('is wished for, offered and signed', async () => {
      await story.world.at('2022-03-21T09:00');
      await story.adds(shis(), 'large', facilityFlat('large', 4));
      await shis().event(story.tenancy, 'requestMove', { reason: 'size' });
      await shis().event(story.tenancy, 'makeTransferOffer', { dwelling: refOf(story.flat('large')) });
      const again = await shis().refused(story.tenancy, 'makeTransferOffer', {
        dwelling: refOf(story.flat('small')),
      });
      expect(again.says).toEqual(['No other transfer may be under way.']);
      await story.world.at('2022-03-25T09:00');
      await shis().event(await story.last('offer'), 'accept');
      await story.world.at('2022-04-04T09:00');
      const early = await shis().refused(story.tenancy, 'move', {
        from: '2022-04-04',
        oldVacatedOn: '2022-04-04',
      });
      expect(early.says).toContain('The lease of the new flat must be signed.');
      const lease = { signedOn: '2022-04-04', leaseStart: '2022-05-01', leaseEnd: '2024-04-30' };
      await shis().event(await story.last('offer'), 'sign', lease);
      expect(await story.world.state(story.flat('large'))).toBe('let');
    });

    it('is moved to: the old flat is vacated, nothing is booked or placed again, the limit is the same', async () => {
      await story.world.at('2022-05-03T15:00');
      await shis().event(story.tenancy, 'move', { from: '2022-05-01', oldVacatedOn: '2022-05-02' });
      expect(await story.world.state(story.flat('home'))).toBe('turnaround');
      expect(await story.world.state(story.flat('large'))).toBe('occupied');
      expect(await story.world.facts('allocated')).toHaveLength(1);
      expect(await story.placements('2022')).toEqual({ agency: 0, facility: 0 });
      expect(await story.stay()).toMatchObject({
        limit: '2025-03-15',
        start: '2020-03-15',
        channel: 'agency',
      });
    });
  });

  describe('7. arrears', () => {
    it('lead to a notice: the board is told and a follow-up is due at once for the children', async () => {
      await story.world.at('2022-10-10T09:00');
      await farsta().event(story.tenancy, 'recordFollowUp', held('2022-10-07', 4));
      await shis().event(story.tenancy, 'recordArrears', { amount: 14_200 });
      await story.world.at('2022-11-14T09:00');
      const notice = { by: 'shis', reason: 'arrears', moveOut: '2023-02-28' };
      await shis().event(story.tenancy, 'giveNotice', notice);
      expect(await story.world.states(story.tenancy)).toEqual(['notice', 'followUp.due', 'limit.within']);
      expect(await story.world.deadlines(story.tenancy)).toMatchObject({
        followUpPasses: '2022-11-14',
        moveOut: '2023-02-28',
      });
      expect(await story.world.messages(story.family)).toContain('district notice-given');
      await farsta().event(story.tenancy, 'recordFollowUp', held('2022-11-14', 4));
      expect(await story.stay()).toMatchObject({ followUpDue: '2023-05-15' });
    });

    it('are paid: the notice is revoked', async () => {
      await story.world.at('2022-12-05T09:00');
      await shis().event(story.tenancy, 'revokeNotice', { reason: 'paid' });
      expect(await story.world.state(story.tenancy)).toBe('active');
      expect(Object.keys(await story.world.deadlines(story.tenancy))).not.toContain('moveOut');
    });
  });

  describe('8. the way out', () => {
    it('is planned from 24 months before the limit, with an exit plan', async () => {
      await story.world.at('2023-03-14T23:59');
      expect(await story.world.states(story.tenancy)).toContain('limit.within');
      await story.world.at('2023-03-15T00:00');
      expect(await story.world.states(story.tenancy)).toContain('limit.planning');
      expect(await story.world.deadlines(story.tenancy)).toMatchObject({
        exitPlan: '2023-06-15',
        finalBegins: '2024-09-15',
      });
      await story.world.at('2023-03-20T09:00');
      await farsta().event(story.tenancy, 'recordExitPlan', { plan: 'Söker hyresrätt i hela länet.' });
      expect(await story.world.deadlines(story.tenancy)).not.toHaveProperty('exitPlan');
    });

    it('is the last half-year from six months before it', async () => {
      await story.world.at('2024-03-04T09:00');
      await shis().event(story.tenancy, 'renew', { leaseEnd: '2025-03-15' });
      await story.world.at('2024-09-15T00:00');
      expect(await story.world.states(story.tenancy)).toContain('limit.final');
    });

    it('ends after four years and seven months in a first-hand lease of her own', async () => {
      await story.world.at('2024-10-16T09:00');
      await shis().event(story.tenancy, 'end', {
        outcome: 'own-lease',
        on: '2024-10-15',
        nextHome: 'Egen trea i Farsta',
      });
      expect(await story.world.states(story.tenancy)).toEqual(['ended', 'followUp.stopped', 'limit.stopped']);
      expect(await story.world.state(story.flat('large'))).toBe('turnaround');
      expect(await story.world.state(story.referral)).toBe('closed');
      expect(await story.world.facts('movedOut', story.family)).toMatchObject([
        { on: '2024-10-15', channel: 'agency', data: { outcome: 'own-lease' } },
      ]);
    });

    it('is a home of her own still when she is asked a year later, and she did not come back', async () => {
      expect(await story.world.deadlines(story.tenancy)).toEqual({ followUpAfter: '2025-10-15' });
      const early = await shis().refused(story.tenancy, 'followUpAfter', {
        on: '2024-10-15',
        finding: 'still-there',
      });
      expect(early.says).toEqual(['The follow-up must lie after the move out.']);
      await story.world.at('2025-10-15T10:00');
      await farsta().event(story.tenancy, 'followUpAfter', { on: '2025-10-15', finding: 'still-there' });
      expect((await story.stay()).followedUpAfter).toEqual({ on: '2025-10-15', finding: 'still-there' });
      expect(await story.world.deadlines(story.tenancy)).toEqual({});
      const submits = (await story.world.facts('accepted', story.family)).filter(
        ({ stage }) => stage === 'submitted',
      );
      expect(submits.map(({ on }) => on)).toEqual(['2019-10-09']);
    });
  });

  describe('the figures at the end', () => {
    it('count each refusal once, by its day, party and stage', async () => {
      const rows = await story.world.report('refusals', { year: '2019' });
      expect(rows).toEqual([
        { party: 'shis', stage: 'flat', reason: 'condition', count: 1, foreseen: 0, base: 2, share: 50 },
        { party: 'household', stage: 'offer', reason: 'school', count: 1, foreseen: 0, base: 1, share: 100 },
      ]);
      expect(await story.world.report('refusals', { year: '2022' })).toEqual([]);
    });

    it('count the flat on the goal of 2020 and the family as placed in 2020, and in no other year', async () => {
      for (const year of ['2019', '2020', '2021', '2022', '2023', '2024', '2025']) {
        expect([year, await story.allocated(year)]).toEqual([year, year === '2020' ? 1 : 0]);
        expect([year, await story.placements(year)]).toEqual([
          year,
          { agency: year === '2020' ? 1 : 0, facility: 0 },
        ]);
      }
    });

    it('rest on a trail that verifies', async () => {
      expect(await story.world.verify()).toMatchObject({ ok: true, findings: [] });
    });
  });
});
