import { demo } from '../../demo/main.js';
import { isRefusal } from '../../src/engine/refusals.js';
import { sourceOf } from '../../src/files/report-reader.js';
import { changes } from '../../src/reports/index.js';
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

    it('one mistake: the lease start that was typed wrong counts as it was known until it was corrected, and not since', async () => {
      const typed = `kind = 'movedIn' and occurred_on = '2021-06-28' and voided_at >= '2021-07-20'`;
      const [wrong] = await world().rows<{ file: string }>(`select file_id as file from fact where ${typed}`);
      const stands = await facts(`file_id = '${wrong?.file}' and kind = 'movedIn' and voided_at is null`);
      expect(new Set(stands.map(({ on }) => on))).toEqual(new Set(['2021-08-02']));
      const half = { year: '2021', until: '2021-06-30', asKnownOn: '2021-07-01' };
      const asking = { today: demo.today, reader: 'inside' as const, parameters: half };
      const since = await changes(sourceOf(world().runtime), 'placements', asking);
      if (isRefusal(since)) throw new Error(since.sentences[0]?.en);
      const corrected = since.changed.filter(({ isCorrection }) => isCorrection);
      expect(corrected.map(({ as, file, day }) => [as, file, day])).toEqual([
        ['left', wrong?.file, '2021-06-28'],
      ]);
      const kept = await world().rows<{ digest: string | null }>(
        `select s.digest from event e join event p on p.file_id = e.file_id
           and p.seq = (convert_from(e.canonical, 'UTF8')::jsonb -> 'seals' ->> 'of')::int
         left join sealed s on s.file_id = p.file_id and s.seq = p.seq
         where position('"proposed"'::bytea in e.canonical) > 0 and position('"seals"'::bytea in e.canonical) > 0`,
      );
      expect(kept).toEqual([{ digest: null }]);
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
