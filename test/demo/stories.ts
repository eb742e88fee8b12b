import type { DemoWorld } from './demo-world.js';

/** The stories planted in the demo years, told in sentences about the loaded database. */
export function storiesIn(world: () => DemoWorld): void {
  describe('stories', () => {
    const facts = (where: string) =>
      world().rows<{
        kind: string;
        on: string;
        reason: string | null;
        outcome: string | null;
        recorded: string;
      }>(
        `select kind, occurred_on::text as "on", reason, data ->> 'outcome' as outcome,
           (recorded_at at time zone 'Europe/Stockholm')::date::text as recorded
         from fact where ${where} order by seq, ordinal`,
      );
    const HER_FILE = `(select household from fact where kind = 'allocated' and occurred_on = '2016-02-29')`;

    it('the mother: refused, booked once, moved in once, transferred, home with a lease of her own', async () => {
      const hers = `coalesce(household, file_id) = ${HER_FILE}`;
      expect(await facts(`${hers} and kind = 'refused'`)).toMatchObject([
        { on: '2016-01-15', reason: 'school' },
      ]);
      expect(await facts(`${hers} and kind = 'allocated'`)).toMatchObject([{ on: '2016-02-29' }]);
      expect(new Set((await facts(`${hers} and kind = 'movedIn'`)).map(({ on }) => on))).toEqual(
        new Set(['2016-03-15']),
      );
      expect(await facts(`${hers} and kind = 'movedOut'`)).toMatchObject([
        { on: '2020-10-15', outcome: 'own-lease' },
      ]);
      const limits = await world().rows(`select distinct data ->> 'day' as day from fact
        where kind = 'limit' and file_id = ${HER_FILE}`);
      expect(limits).toEqual([{ day: '2021-03-15' }]);
      const flats = await world().rows(`select f.record ->> 'source' as source, f.record ->> 'rooms' as rooms
        from fact s join case_file f on f.id = s.dwelling
        where s.stage = 'signed' and s.file_id = ${HER_FILE} order by s.seq`);
      expect(flats).toEqual([
        { source: 'agency', rooms: '3' },
        { source: 'facility', rooms: '4' },
      ]);
    });

    it('the protected family: in the queue with its old date, in its new district, seen by two handlers', async () => {
      const [family, ...others] = await world().rows<{ district: string; handlers: string[]; queue: string }>(
        `select f.district, f.handlers, p.stored #>> '{context,queueDate}' as queue
         from case_file f join process p on p.file_id = f.id where f.protected_until = 'infinity'`,
      );
      expect(others).toEqual([]);
      expect(family).toMatchObject({ district: 'farsta', queue: '2021-08-17' });
      const [shis, district] = [...(family?.handlers ?? [])].sort().reverse();
      expect([shis, district]).toEqual([
        expect.stringMatching(/^shis\./),
        expect.stringMatching(/^farsta\./),
      ]);
    });

    it('late hands: a yes given on the 4th, registered on the 15th', async () => {
      const yes = `kind = 'accepted' and stage = 'offer' and occurred_on = '2021-06-04' and recorded_at >= '2021-06-15'`;
      expect(await facts(yes)).toMatchObject([{ recorded: '2021-06-15' }]);
    });

    it('the burst pipe: the offer fell with the flat, and the same family signed for it when it was dry', async () => {
      const burst = `(select file_id from fact where kind = 'vacancyBegan' and data ->> 'cause' = 'out-of-service'
        and occurred_on = '2021-03-11')`;
      const [signed] = await world().rows<{ file: string }>(
        `select file_id as file from fact where stage = 'signed' and occurred_on = '2021-05-03' and dwelling = ${burst}`,
      );
      const offers = await world().rows<{ state: string }>(
        `select state from process where workflow = 'offer' and file_id = $1 order by number`,
        [signed?.file],
      );
      expect(offers.map(({ state }) => state)).toEqual(['withdrawn', 'signed']);
    });
  });
}
