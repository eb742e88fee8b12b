import type { ReferralContext } from '../../workflows/referral/referral.context.js';
import type { Tenancy } from '../../workflows/tenancy/tenancy.context.js';
import { agencyFlat, child, facilityFlat, household } from '../support/cast.js';
import { refOf, World, type Running } from '../support/world.js';

/** Story 1 of the product: a mother with three children, Farsta. Each step follows on the one before. */
describe('a mother with three children, from the hotel to a lease of her own', () => {
  let world: World;
  let referral: Running;
  let tenancy: Running;
  let family: string;
  const flats: Record<string, Running> = {};
  const farsta = () => world.as('farsta.handlaggare');
  const shis = () => world.as('shis.handlaggare');
  const agency = () => world.as('formedlingen.handlaggare');
  const flat = (name: string): Running => flats[name] as Running;
  const last = (workflow: string) => world.last(family, workflow);
  const waiting = () => world.context<ReferralContext>(referral);
  const stay = () => world.context<Tenancy>(tenancy);

  /** Another family that Farsta refers and SHIS puts in the queue on the same day. */
  async function anotherFamily(): Promise<Running> {
    const other = await farsta().open('referral', { household: household({ children: 3 }) });
    await farsta().event(other, 'submit');
    await shis().event(other, 'approve');
    return other;
  }

  beforeAll(async () => {
    world = await World.open({ at: '2019-09-02T08:00' });
    const stock = { small: 2, school: 3, second: 3, third: 4 };
    for (const [name, rooms] of Object.entries(stock)) {
      flats[name] = await shis().open('dwelling', facilityFlat(name, rooms));
      world.setInstant(new Date(Date.parse(world.now) + 86_400_000).toISOString());
    }
  });
  afterAll(() => world.close());

  describe('1. the referral', () => {
    it('is opened by Farsta, and tells whether the family meets the conditions before it is sent', async () => {
      await world.at('2019-10-07T09:00');
      referral = await farsta().open('referral', { household: household({ children: 3 }) });
      family = referral.file;
      expect(await world.state(referral)).toBe('draft');
      expect((await world.events(family))[0]?.known.household).toEqual({
        adults: 1,
        childrenUnder18AtHome: 3,
        registeredSince: '2013-05-01',
        insecureHousing: true,
        rooms: 3,
      });
    });

    it('is nobody else’s to see or to send', async () => {
      const other = world.as('skarholmen.handlaggare');
      expect((await other.refused(referral, 'submit')).code).toBe('not-found');
      const no = await shis().refused(referral, 'submit');
      expect(no.code).toBe('not-permitted');
      expect(no.says).toEqual(['This step is taken by the district board. Ask them to take it.']);
    });

    it('is screened by SHIS within ten working days of the submit', async () => {
      await world.at('2019-10-09T10:00');
      await farsta().event(referral, 'submit', { ground: 'consent' });
      expect(await world.state(referral)).toBe('screening');
      expect(await world.deadlines(referral)).toEqual({ screeningTerm: '2019-10-23' });
    });

    it('waits for a supplement of the income while the clock stands still', async () => {
      await world.at('2019-10-14T15:00');
      await shis().event(referral, 'requestSupplement', { what: 'Inkomstuppgift för hushållet' });
      expect(await world.state(referral)).toBe('supplementing');
      expect(await world.deadlines(referral)).toEqual({ supplementTerm: '2019-11-04' });
      expect((await shis().refused(referral, 'approve')).refusal.possibleIn).toEqual([
        { sv: 'Granskas av SHIS', en: 'Being screened by SHIS' },
      ]);
    });

    it('has the seven working days that were left when the supplement comes', async () => {
      await world.at('2019-10-21T09:00');
      await farsta().event(referral, 'supply', { note: 'Inkomstuppgiften bifogas.' });
      expect(await world.deadlines(referral)).toEqual({ screeningTerm: '2019-10-30' });
    });

    it('stands in the queue from the day of the submit once approved', async () => {
      await world.at('2019-10-25T11:00');
      expect((await shis().asks(referral, 'approve')).answer).toBe('allowed');
      await shis().event(referral, 'approve');
      expect(await world.state(referral)).toBe('queued');
      expect(await waiting()).toMatchObject({ queueDate: '2019-10-09', refusals: 0 });
    });
  });

  describe('2. an offer of the own stock', () => {
    it('is found by the match: three flats do, the longest empty first, and one is too small', async () => {
      await world.at('2019-11-04T09:00');
      const proposed = (await world.freeFlats(family)).map(({ ref }) => ref);
      expect(proposed).toEqual(['school', 'second', 'third', 'small'].map((name) => refOf(flat(name)).ref));
      const results = proposed.map((ref, n) => ({ dwelling: { ref }, ...(n < 3 ? {} : { reason: 'size' }) }));
      await shis().event(referral, 'searchOwnStock', { results });
    });

    it('reserves the flat for the week that she has to answer', async () => {
      await shis().event(referral, 'makeOffer', { dwelling: refOf(flat('school')) });
      expect(await world.state(referral)).toBe('offered');
      expect(await world.state(flat('school'))).toBe('reserved');
      expect(await world.deadlines(await last('offer'))).toEqual({ answerTerm: '2019-11-11' });
    });

    it('frees the flat when she says no for the school’s sake, and she keeps her place', async () => {
      await world.at('2019-11-07T13:00');
      await shis().event(await last('offer'), 'refuse', { reason: 'school', note: 'För långt till skolan.' });
      expect(await world.state(await last('offer'))).toBe('refused');
      expect(await world.state(flat('school'))).toBe('available');
      expect(await world.state(referral)).toBe('queued');
      expect(await waiting()).toMatchObject({ queueDate: '2019-10-09', refusals: 1 });
    });
  });

  describe('3. the agency', () => {
    it('may not be asked before each free flat has its reason', async () => {
      await world.at('2019-11-18T09:00');
      for (const name of ['second', 'third'])
        await shis().event(await anotherFamily(), 'makeOffer', { dwelling: refOf(flat(name)) });
      expect(await world.freeFlats(family)).toHaveLength(2);
      const no = await shis().refused(referral, 'requestFromAgency');
      expect(no.code).toBe('guard');
      expect(no.says).toEqual(['Each free flat of the own stock has its reason why it does not do.']);
    });

    it('is asked when a new search says that one is refused by her and the other too small', async () => {
      const results = [
        { dwelling: refOf(flat('school')), reason: 'refused-by-household' },
        { dwelling: refOf(flat('small')), reason: 'size' },
      ];
      await shis().event(referral, 'searchOwnStock', { results });
      expect((await shis().asks(referral, 'requestFromAgency')).answer).toBe('allowed');
      await shis().event(referral, 'requestFromAgency');
      expect(await world.state(await last('agency-request'))).toBe('sent');
      expect(await world.context(await last('agency-request'))).toMatchObject({ rooms: 3, lift: false });
      expect(await world.deadlines(await last('agency-request'))).toEqual({
        requestExpires: '2020-02-16',
        proposalTerm: '2019-12-02',
      });
    });

    it('proposes a flat that SHIS declines for its condition: the fact is on the flat, once', async () => {
      await world.at('2019-11-25T10:00');
      flats['worn'] = await agency().open('dwelling', agencyFlat('worn', 3));
      await agency().event(await last('agency-request'), 'propose', { dwelling: refOf(flat('worn')) });
      await world.at('2019-11-27T10:00');
      await shis().event(await last('agency-request'), 'decline', { reason: 'condition' });
      expect(await world.state(flat('worn'))).toBe('declined');
      expect(await world.state(await last('agency-request'))).toBe('sent');
      const refused = (await world.facts('refused')).filter(({ stage }) => stage === 'flat');
      expect(refused).toMatchObject([{ file: flat('worn').file, party: 'shis', reason: 'condition' }]);
    });

    it('proposes another, which SHIS accepts and keeps for her', async () => {
      await world.at('2019-12-09T10:00');
      flats['home'] = await agency().open('dwelling', agencyFlat('home', 3));
      await agency().event(await last('agency-request'), 'propose', { dwelling: refOf(flat('home')) });
      await world.at('2019-12-10T10:00');
      await shis().event(await last('agency-request'), 'accept');
      expect(await world.state(await last('agency-request'))).toBe('fulfilled');
      expect(await world.state(flat('home'))).toBe('available');
      expect((await waiting()).earmarked).toEqual([refOf(flat('home'))]);
    });

    it('and no colleague can give it away', async () => {
      const colleague = world.as('shis.kollega');
      const other = await anotherFamily();
      const no = await colleague.refused(other, 'makeOffer', { dwelling: refOf(flat('home')) });
      expect(no.code).toBe('guard');
      expect(no.refusal.at).toBe(refOf(flat('home')).ref);
      expect(no.says).toEqual(['The flat must not be earmarked for another family.']);
    });
  });

  describe('4. the lease and the move', () => {
    it('is booked on the goal on the leap day that it is signed, and is not yet a placement', async () => {
      await world.at('2020-02-17T09:00');
      await shis().event(referral, 'makeOffer', { dwelling: refOf(flat('home')) });
      await world.at('2020-02-20T09:00');
      await farsta().event(await last('offer'), 'accept');
      expect(await world.state(referral)).toBe('accepted');
      await world.at('2020-02-29T12:00');
      const lease = { signedOn: '2020-02-29', leaseStart: '2020-03-15', leaseEnd: '2022-03-14' };
      await shis().event(await last('offer'), 'sign', lease);
      tenancy = await last('tenancy');
      expect(await world.state(referral)).toBe('placed');
      expect(await world.states(tenancy)).toEqual(['upcoming', 'followUp.stopped', 'limit.stopped']);
      expect(await world.facts('allocated')).toMatchObject([{ file: flat('home').file, on: '2020-02-29' }]);
      const goal = (until: string) => world.report('yearly-goal', { year: '2020', until });
      expect(await goal('2020-02-28')).toContainEqual(
        expect.objectContaining({ form: 'total', allocated: 0 }),
      );
      expect(await goal('2020-02-29')).toContainEqual(
        expect.objectContaining({ form: 'total', allocated: 1 }),
      );
      expect(await placements('2020')).toEqual({ agency: 0, facility: 0 });
    });

    it('becomes a placement and a stay of five years on the day that she moves in', async () => {
      await world.at('2020-03-15T10:00');
      await shis().event(tenancy, 'recordMoveIn', { on: '2020-03-15' });
      expect(await world.states(tenancy)).toEqual(['active', 'followUp.scheduled', 'limit.within']);
      expect(await world.state(flat('home'))).toBe('occupied');
      expect(await stay()).toMatchObject({ limit: '2025-03-15', followUpDue: '2020-04-15' });
      expect(await world.deadlines(tenancy)).toEqual({
        leaseEnds: '2022-03-14',
        planningBegins: '2023-03-15',
        followUpNears: '2020-04-01',
      });
      expect(await placements('2020')).toEqual({ agency: 1, facility: 0 });
    });

    it('is followed up after a month, and then every half-year', async () => {
      await world.at('2020-04-14T14:00');
      expect(await world.states(tenancy)).toContain('followUp.due');
      await farsta().event(tenancy, 'recordFollowUp', held('2020-04-14', 3));
      expect(await stay()).toMatchObject({ followUpDue: '2020-10-14' });
    });
  });

  const held = (on: string, children: number) => ({
    on,
    kind: 'home-visit',
    ownSearch: true,
    children: Array.from({ length: children }, () => ({ heard: true, how: 'Enskilt samtal' })),
  });

  /** The households that the year's report counts in transitional flats, by channel. */
  async function placements(year: string): Promise<Record<string, unknown>> {
    const rows = await world.report('placements', { year });
    return Object.fromEntries(
      rows.filter(({ form }) => form === 'transitional').map(({ channel, count }) => [channel, count]),
    );
  }

  describe('5. the family changes', () => {
    const size = async () => (await world.events(family)).at(-1)?.known.household;

    it('by a fourth child: it needs a larger flat, and its five years stay', async () => {
      await world.at('2020-11-09T09:00');
      await farsta().event(family, 'memberJoins', { person: child('child-4', '2020-11-02'), on: '2020-11-02' });
      expect(await size()).toMatchObject({ adults: 1, childrenUnder18AtHome: 4, rooms: 4 });
      expect((await waiting()).roomsNeeded).toBe(4);
      expect((await stay()).limit).toBe('2025-03-15');
    });

    it('by the father, who joins and leaves again: both are events of the file', async () => {
      const father = { ref: 'father', name: 'Far Testsson', born: '1983-01-09', gender: 'man', adult: true };
      await world.at('2021-05-10T09:00');
      await farsta().event(family, 'memberJoins', { person: father, on: '2021-05-08' });
      expect(await size()).toMatchObject({ adults: 2, childrenUnder18AtHome: 4, rooms: 4 });
      await world.at('2021-09-20T09:00');
      await farsta().event(family, 'memberLeaves', { ref: 'father', on: '2021-09-19' });
      expect(await size()).toMatchObject({ adults: 1, childrenUnder18AtHome: 4, rooms: 4 });
      expect((await stay()).limit).toBe('2025-03-15');
    });
  });

  describe('6. a larger flat within SHIS', () => {
    it('the lease is renewed, not past the five years', async () => {
      await world.at('2022-02-28T09:00');
      const no = await shis().refused(tenancy, 'renew', { leaseEnd: '2025-03-16' });
      expect(no.says).toEqual(['The lease must not go past the five-year limit.']);
      await shis().event(tenancy, 'renew', { leaseEnd: '2024-03-14' });
    });

    it('is wished for, offered and signed', async () => {
      await world.at('2022-03-21T09:00');
      flats['large'] = await shis().open('dwelling', facilityFlat('large', 4));
      await shis().event(tenancy, 'requestMove', { reason: 'size' });
      await shis().event(tenancy, 'makeTransferOffer', { dwelling: refOf(flat('large')) });
      const again = await shis().refused(tenancy, 'makeTransferOffer', { dwelling: refOf(flat('small')) });
      expect(again.says).toEqual(['No other transfer may be under way.']);
      await world.at('2022-03-25T09:00');
      await shis().event(await last('offer'), 'accept');
      await world.at('2022-04-04T09:00');
      const early = await shis().refused(tenancy, 'move', { from: '2022-04-04', oldVacatedOn: '2022-04-04' });
      expect(early.says).toContain('The lease of the new flat must be signed.');
      const lease = { signedOn: '2022-04-04', leaseStart: '2022-05-01', leaseEnd: '2024-04-30' };
      await shis().event(await last('offer'), 'sign', lease);
      expect(await world.state(flat('large'))).toBe('let');
    });

    it('is moved to: the old flat is vacated, nothing is booked or placed again, the limit is the same', async () => {
      await world.at('2022-05-03T15:00');
      await shis().event(tenancy, 'move', { from: '2022-05-01', oldVacatedOn: '2022-05-02' });
      expect(await world.state(flat('home'))).toBe('turnaround');
      expect(await world.state(flat('large'))).toBe('occupied');
      expect(await world.facts('allocated')).toHaveLength(1);
      expect(await placements('2022')).toEqual({ agency: 0, facility: 0 });
      expect(await stay()).toMatchObject({ limit: '2025-03-15', start: '2020-03-15', channel: 'agency' });
    });
  });

  describe('7. arrears', () => {
    it('lead to a notice: the board is told and a follow-up is due at once for the children', async () => {
      await world.at('2022-10-10T09:00');
      await farsta().event(tenancy, 'recordFollowUp', held('2022-10-07', 4));
      await shis().event(tenancy, 'recordArrears', { amount: 14_200 });
      await world.at('2022-11-14T09:00');
      const notice = { by: 'shis', reason: 'arrears', moveOut: '2023-02-28' };
      await shis().event(tenancy, 'giveNotice', notice);
      expect(await world.states(tenancy)).toEqual(['notice', 'followUp.due', 'limit.within']);
      expect(await world.deadlines(tenancy)).toMatchObject({ followUpPasses: '2022-11-14', moveOut: '2023-02-28' });
      expect(await world.messages(family)).toContain('district notice-given');
      await farsta().event(tenancy, 'recordFollowUp', held('2022-11-14', 4));
      expect(await stay()).toMatchObject({ followUpDue: '2023-05-15' });
    });

    it('are paid: the notice is revoked', async () => {
      await world.at('2022-12-05T09:00');
      await shis().event(tenancy, 'revokeNotice', { reason: 'paid' });
      expect(await world.state(tenancy)).toBe('active');
      expect(Object.keys(await world.deadlines(tenancy))).not.toContain('moveOut');
    });
  });

  describe('8. the way out', () => {
    it('is planned from 24 months before the limit, with an exit plan', async () => {
      await world.at('2023-03-14T23:59');
      expect(await world.states(tenancy)).toContain('limit.within');
      await world.at('2023-03-15T00:00');
      expect(await world.states(tenancy)).toContain('limit.planning');
      expect(await world.deadlines(tenancy)).toMatchObject({ exitPlan: '2023-06-15', finalBegins: '2024-09-15' });
      await world.at('2023-03-20T09:00');
      await farsta().event(tenancy, 'recordExitPlan', { plan: 'Söker hyresrätt i hela länet.' });
      expect(await world.deadlines(tenancy)).not.toHaveProperty('exitPlan');
    });

    it('is the last half-year from six months before it', async () => {
      await world.at('2024-03-04T09:00');
      await shis().event(tenancy, 'renew', { leaseEnd: '2025-03-15' });
      await world.at('2024-09-15T00:00');
      expect(await world.states(tenancy)).toContain('limit.final');
    });

    it('ends after four years and seven months in a first-hand lease of her own', async () => {
      await world.at('2024-10-16T09:00');
      await shis().event(tenancy, 'end', { outcome: 'own-lease', on: '2024-10-15', nextHome: 'Egen trea i Farsta' });
      expect(await world.states(tenancy)).toEqual(['ended', 'followUp.stopped', 'limit.stopped']);
      expect(await world.state(flat('large'))).toBe('turnaround');
      expect(await world.state(referral)).toBe('closed');
      expect(await world.facts('movedOut', family)).toMatchObject([
        { on: '2024-10-15', channel: 'agency', data: { outcome: 'own-lease' } },
      ]);
    });

    it('is a home of her own still when she is asked a year later, and she did not come back', async () => {
      expect(await world.deadlines(tenancy)).toEqual({ followUpAfter: '2025-10-15' });
      const early = await shis().refused(tenancy, 'followUpAfter', { on: '2024-10-15', finding: 'still-there' });
      expect(early.says).toEqual(['The follow-up must lie after the move out.']);
      await world.at('2025-10-15T10:00');
      await farsta().event(tenancy, 'followUpAfter', { on: '2025-10-15', finding: 'still-there' });
      expect((await stay()).followedUpAfter).toEqual({ on: '2025-10-15', finding: 'still-there' });
      expect(await world.deadlines(tenancy)).toEqual({});
      const submits = (await world.facts('accepted', family)).filter(({ stage }) => stage === 'submitted');
      expect(submits.map(({ on }) => on)).toEqual(['2019-10-09']);
    });
  });

  describe('the figures at the end', () => {
    it('count each refusal once, by its day, party and stage', async () => {
      const rows = await world.report('refusals', { year: '2019' });
      expect(rows).toEqual([
        { party: 'shis', stage: 'flat', reason: 'condition', count: 1, base: 2, share: 50 },
        { party: 'household', stage: 'offer', reason: 'school', count: 1, base: 1, share: 100 },
      ]);
      expect(await world.report('refusals', { year: '2022' })).toEqual([]);
    });

    it('count the flat on the goal of 2020 and the family as placed in 2020, and in no other year', async () => {
      for (const year of ['2019', '2020', '2021', '2022', '2023', '2024', '2025']) {
        const [row] = (await world.report('yearly-goal', { year })).filter(({ form }) => form === 'total');
        expect([year, row?.['allocated']]).toEqual([year, year === '2020' ? 1 : 0]);
        expect([year, await placements(year)]).toEqual([
          year,
          { agency: year === '2020' ? 1 : 0, facility: 0 },
        ]);
      }
    });

    it('rest on a trail that verifies', async () => {
      expect(await world.verify()).toMatchObject({ ok: true, findings: [] });
    });
  });
});
