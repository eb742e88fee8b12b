import type { DemoWorld } from './demo-world.js';

/** What the districts expected, and what the families answered: the source's own figures. */
export function surveysIn(world: () => DemoWorld): void {
  const report: DemoWorld['report'] = (name, parameters) => world().report(name, parameters);

  describe('forecast and survey', () => {
    it('65 to 95 beside the 81 who had got a home by the end of September 2021', async () => {
      const { rows } = await report('forecast', { year: 2021, until: '2021-09-30' });
      const total = rows.find(({ district }) => district === 'total');
      expect(total).toMatchObject({ low: 65, high: 95, placed: 81, elapsed: 75 });
      const districts = rows.slice(0, 13);
      expect(districts.map(({ placed }) => Number(placed)).reduce((one, other) => one + other, 0)).toBe(81);
      expect(rows.find(({ district }) => district === 'enskede-arsta-vantor')).toMatchObject({
        low: 9,
        high: 13,
        placed: 12,
      });
      expect(rows.at(-1)).toMatchObject({ district: 'hemlosa', low: 2, high: 4 });
      const apart = await report('forecast', { year: 2021, until: '2021-09-30', sizes: 'apart' });
      const sizes = apart.rows.filter((row) => row['district'] === 'total' && row['low'] !== null);
      const sum = (name: string) => sizes.reduce((all, row) => all + Number(row[name]), 0);
      expect([sizes.length, sum('low'), sum('high')]).toEqual([3, 65, 95]);
    });

    it('the twelve rows of the source, 300 families, 71 percent after 60 and 43', async () => {
      const { rows, totals, notes } = await report('survey', { year: 2021, until: '2021-10-31' });
      expect(rows.map(({ count: n, share }) => [n, share])).toEqual([
        [146, 49],
        [27, 9],
        [10, 3],
        [19, 6],
        [15, 5],
        [14, 5],
        [25, 8],
        [7, 2],
        [6, 2],
        [17, 6],
        [4, 1],
        [10, 3],
      ]);
      expect(totals).toMatchObject({ families: 300, lasting: 71 });
      expect(notes.map(({ sv }) => /(\d+) %/.exec(sv)?.[1])).toEqual(['60', '43']);
    });

    it('433 with the newly arrived, of whom 89 percent live with SHIS', async () => {
      const year = { year: 2021, until: '2021-10-31' };
      const all = await report('survey', { ...year, newlyArrived: 'include' });
      expect(all.totals).toMatchObject({ families: 433 });
      const only = await report('survey', { ...year, newlyArrived: 'only' });
      expect(only.totals).toMatchObject({ families: 133 });
      expect(only.rows[1]).toMatchObject({ count: 118, share: 89 });
    });

    it('65 percent are a single woman with children', async () => {
      const { rows } = await report('equality', { year: 2021 });
      const found = rows.find(({ source, type }) => source === 'survey' && type === 'single-woman');
      expect(found).toMatchObject({ count: 195, base: 300, share: 65 });
    });
  });
}
