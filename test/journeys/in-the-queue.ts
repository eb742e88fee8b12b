import { agencyFlat, household } from '../support/cast.js';
import { refOf, type World } from '../support/world.js';
import type { Story } from './story-of-a-mother.js';

/** The first half of the story: from the draft to a flat of the agency that is kept for her. */
export function inTheQueue(begun: () => Story): void {
  let story: Story;
  const world = (): World => story.world;
  const farsta = () => story.farsta;
  const shis = () => story.shis;
  const agency = () => story.agency;
  beforeAll(() => {
    story = begun();
  });

  describe('1. the referral', () => {
    it('is opened by Farsta, and tells whether the family meets the conditions before it is sent', async () => {
      await world().at('2019-10-07T09:00');
      story.referral = await farsta().open('referral', { household: household({ children: 3 }) });
      expect(await world().state(story.referral)).toBe('draft');
      expect((await world().events(story.family))[0]?.known.household).toEqual({
        adults: 1,
        childrenUnder18AtHome: 3,
        registeredSince: '2013-05-01',
        insecureHousing: true,
        rooms: 3,
      });
    });

    it('is nobody else’s to see or to send', async () => {
      const other = world().as('skarholmen.handlaggare');
      expect((await other.refused(story.referral, 'submit')).code).toBe('not-found');
      expect((await shis().refused(story.referral, 'submit')).code).toBe('not-found');
      const no = await farsta().refused(story.referral, 'approve');
      expect(no.code).toBe('not-permitted');
      expect(no.says).toEqual(['This step is taken by SHIS. Ask them to take it.']);
    });

    it('is screened by SHIS within ten working days of the submit', async () => {
      await world().at('2019-10-09T10:00');
      await farsta().event(story.referral, 'submit', { ground: 'consent' });
      expect(await world().state(story.referral)).toBe('screening');
      expect(await world().deadlines(story.referral)).toEqual({ screeningTerm: '2019-10-23' });
    });

    it('waits for a supplement of the income while the clock stands still', async () => {
      await world().at('2019-10-14T15:00');
      await shis().event(story.referral, 'requestSupplement', { what: 'Inkomstuppgift för hushållet' });
      expect(await world().state(story.referral)).toBe('supplementing');
      expect(await world().deadlines(story.referral)).toEqual({ supplementTerm: '2019-11-04' });
      expect((await shis().refused(story.referral, 'approve')).refusal.possibleIn).toEqual([
        { sv: 'Granskas av SHIS', en: 'Being screened by SHIS' },
      ]);
    });

    it('has the seven working days that were left when the supplement comes', async () => {
      await world().at('2019-10-21T09:00');
      await farsta().event(story.referral, 'supply', { note: 'Inkomstuppgiften bifogas.' });
      expect(await world().deadlines(story.referral)).toEqual({ screeningTerm: '2019-10-30' });
    });

    it('stands in the queue from the day of the submit once approved', async () => {
      await world().at('2019-10-25T11:00');
      expect((await shis().asks(story.referral, 'approve')).answer).toBe('allowed');
      await shis().event(story.referral, 'approve');
      expect(await world().state(story.referral)).toBe('queued');
      expect(await story.waiting()).toMatchObject({ queueDate: '2019-10-09', refusals: 0 });
    });
  });

  describe('2. an offer of the own stock', () => {
    it('is found by the match: three flats do, the longest empty first, and one is too small', async () => {
      await world().at('2019-11-04T09:00');
      const proposed = (await world().freeFlats(story.family)).map(({ ref }) => ref);
      expect(proposed).toEqual(
        ['school', 'second', 'third', 'small'].map((name) => refOf(story.flat(name)).ref),
      );
      const results = proposed.map((ref, n) => ({ dwelling: { ref }, ...(n < 3 ? {} : { reason: 'size' }) }));
      await shis().event(story.referral, 'searchOwnStock', { results });
    });

    it('reserves the flat for the week that she has to answer', async () => {
      await shis().event(story.referral, 'makeOffer', { dwelling: refOf(story.flat('school')) });
      expect(await world().state(story.referral)).toBe('offered');
      expect(await world().state(story.flat('school'))).toBe('reserved');
      expect(await world().deadlines(await story.last('offer'))).toEqual({ answerTerm: '2019-11-11' });
    });

    it('frees the flat when she says no for the school’s sake, and she keeps her place', async () => {
      await world().at('2019-11-07T13:00');
      await shis().event(await story.last('offer'), 'refuse', {
        reason: 'school',
        note: 'För långt till skolan.',
      });
      expect(await world().state(await story.last('offer'))).toBe('refused');
      expect(await world().state(story.flat('school'))).toBe('available');
      expect(await world().state(story.referral)).toBe('queued');
      expect(await story.waiting()).toMatchObject({ queueDate: '2019-10-09', refusals: 1 });
    });
  });

  describe('3. the agency', () => {
    it('may not be asked before each free flat has its reason', async () => {
      await world().at('2019-11-18T09:00');
      for (const name of ['second', 'third'])
        await shis().event(await story.anotherFamily(), 'makeOffer', { dwelling: refOf(story.flat(name)) });
      expect(await world().freeFlats(story.family)).toHaveLength(2);
      const no = await shis().refused(story.referral, 'requestFromAgency');
      expect(no.code).toBe('guard');
      expect(no.says).toEqual([
        'Each free flat of the own stock must have its reason why it does not do. Free, and does: Tallåsen school.',
      ]);
    });

    it('is asked when a new search says that one is refused by her and the other too small', async () => {
      const results = [
        { dwelling: refOf(story.flat('school')), reason: 'refused-by-household' },
        { dwelling: refOf(story.flat('small')), reason: 'size' },
      ];
      await shis().event(story.referral, 'searchOwnStock', { results });
      expect((await shis().asks(story.referral, 'requestFromAgency')).answer).toBe('allowed');
      await shis().event(story.referral, 'requestFromAgency');
      expect(await world().state(await story.last('agency-request'))).toBe('sent');
      expect(await world().context(await story.last('agency-request'))).toMatchObject({
        rooms: 3,
        lift: false,
      });
      expect(await world().deadlines(await story.last('agency-request'))).toEqual({
        requestExpires: '2020-02-16',
        proposalTerm: '2019-12-02',
      });
    });

    it('proposes a flat that SHIS declines for its condition: the fact is on the flat, once', async () => {
      await world().at('2019-11-25T10:00');
      await story.adds(agency(), 'worn', agencyFlat('worn', 3));
      await agency().event(await story.last('agency-request'), 'propose', {
        dwelling: refOf(story.flat('worn')),
      });
      await world().at('2019-11-27T10:00');
      await shis().event(await story.last('agency-request'), 'decline', { reason: 'condition' });
      expect(await world().state(story.flat('worn'))).toBe('declined');
      expect(await world().state(await story.last('agency-request'))).toBe('sent');
      const refused = (await world().facts('refused')).filter(({ stage }) => stage === 'flat');
      expect(refused).toMatchObject([{ file: story.flat('worn').file, party: 'shis', reason: 'condition' }]);
    });

    it('proposes another, which SHIS accepts and keeps for her', async () => {
      await world().at('2019-12-09T10:00');
      await story.adds(agency(), 'home', agencyFlat('home', 3));
      await agency().event(await story.last('agency-request'), 'propose', {
        dwelling: refOf(story.flat('home')),
      });
      await world().at('2019-12-10T10:00');
      await shis().event(await story.last('agency-request'), 'accept');
      expect(await world().state(await story.last('agency-request'))).toBe('fulfilled');
      expect(await world().state(story.flat('home'))).toBe('available');
      expect((await story.waiting()).earmarked).toEqual([refOf(story.flat('home'))]);
    });

    it('and no colleague can give it away', async () => {
      const colleague = world().as('shis.kollega');
      const other = await story.anotherFamily();
      const no = await colleague.refused(other, 'makeOffer', { dwelling: refOf(story.flat('home')) });
      expect(no.code).toBe('guard');
      expect(no.refusal.at).toBe(refOf(story.flat('home')).ref);
      expect(no.says).toEqual(['The flat must not be earmarked for another family.']);
    });
  });
}
