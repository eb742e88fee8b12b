import type { Workflow } from '../../workflows/definition.js';
import { chartTable, diagram } from '../../src/diagram/index.js';
import { place, type Placed, type Point } from '../../src/diagram/layout.js';
import { pictureOf } from '../../src/diagram/picture.js';
import { widthOf, wrap } from '../../src/diagram/text-width.js';
import { loadWorkflows } from '../../src/engine/load-workflows.js';
import { finish, goodDraft } from '../engine/good-definition.js';

type Area = Point & { readonly width: number; readonly height: number; readonly name: string };
const good = finish(goodDraft());

/** Where text stands: leaves and labels. */
function areas({ boxes, ways }: Placed): Area[] {
  const leaves = boxes.filter(({ box }) => box.kind !== 'group').map((one) => ({ ...one, name: one.box.id }));
  const labels = ways.flatMap(({ way, label }) =>
    label === null ? [] : [{ ...label, name: `${way.from} → ${way.to}` }],
  );
  return [...leaves, ...labels];
}
const overlap = (a: Area, b: Area) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const overlaps = (all: readonly Area[]) =>
  all.flatMap((one, i) =>
    all
      .slice(i + 1)
      .filter((other) => overlap(one, other))
      .map((other) => `${one.name} / ${other.name}`),
  );

/** The ways that run through a leaf or through another way's label. */
function crossed({ boxes, ways }: Placed): string[] {
  const all = areas({ boxes, ways } as Placed);
  return ways.flatMap(({ way, points }) =>
    points.slice(1).flatMap((to, i) => {
      const from = points[i] as Point;
      const line: Area = {
        name: `${way.from} → ${way.to}`,
        x: Math.min(from.x, to.x),
        y: Math.min(from.y, to.y),
        width: Math.abs(from.x - to.x),
        height: Math.abs(from.y - to.y),
      };
      const shrunk = (area: Area) => ({
        ...area,
        x: area.x + 1,
        y: area.y + 1,
        width: area.width - 2,
        height: area.height - 2,
      });
      return all
        .filter((area) => area.name !== line.name && overlap(line, shrunk(area)))
        .map((area) => `${line.name} through ${area.name}`);
    }),
  );
}

async function placed(workflow: Workflow): Promise<Placed[]> {
  const regions: Placed[] = [];
  for (const region of pictureOf(workflow, 'sv')) regions.push(await place(region));
  return regions;
}

describe("a workflow's diagram", () => {
  it('shows every state by its label and its code, and every event by its label', async () => {
    const svg = await diagram(good, 'sv');
    for (const [path, { label }] of Object.entries(good.states)) {
      expect(svg).toContain(`>${label.sv}</text>`);
      expect(svg).toContain(`>${path.split('.').at(-1)}</text>`);
    }
    expect(svg).toContain('>Nyckeln ska åter</text>');
    expect(svg).toContain('>Det är bråttom</text>');
    expect(svg).toContain('>annars</text>');
    expect(svg).toContain('>och 1 villkor till</text>');
  });

  it('speaks English when asked to', async () => {
    const svg = await diagram(good, 'en');
    expect(svg).toContain('lang="en"');
    expect(svg).toContain('>Asked for</text>');
    expect(svg).not.toContain('Begärd');
  });

  it('tells how long a term is by the policy in force', async () => {
    const draft = goodDraft();
    draft['policy'].answerWithin[1].value = { amount: 1, unit: 'workingDays', source: 'rule' };
    expect(await diagram(finish(draft), 'en')).toContain('Answer: 1\u00a0working\u00a0day');
  });

  it('has a title, a description, and nothing that runs or comes from outside', async () => {
    const svg = await diagram(good, 'sv');
    expect(svg).toMatch(/role="img" aria-labelledby="key-loan-diagram-title key-loan-diagram-desc"/);
    expect(svg).toContain('<title id="key-loan-diagram-title">Nyckellån</title>');
    expect(svg).toContain('<desc id="key-loan-diagram-desc">6 lägen');
    expect(svg).not.toMatch(/<script|\son\w+=|href=|url\(|@import|style="/);
  });

  it('writes hostile labels as text', async () => {
    const draft = goodDraft();
    draft['states']['loan.late'].label = { sv: '<script>"&', en: 'x' };
    expect(await diagram(finish(draft), 'sv')).toContain('&lt;script&gt;&quot;&amp;');
  });

  it('is the same every time', async () => {
    const [one, other] = [finish(goodDraft()), finish(goodDraft())];
    expect(await diagram(one, 'sv')).toBe(await diagram(other, 'sv'));
  });

  it('lays nothing over anything, in every workflow of the project', async () => {
    const { workflows } = await loadWorkflows();
    for (const workflow of [good, ...workflows])
      for (const region of await placed(workflow)) {
        expect(overlaps(areas(region))).toEqual([]);
        expect(crossed(region)).toEqual([]);
      }
  });
});

describe('text in a diagram', () => {
  it('breaks at spaces, and is cut where there is no room for more', () => {
    const most = widthOf('ett två tre', 14);
    expect(wrap('ett två tre fyra fem sex', 14, most)).toEqual(['ett två tre', 'fyra fem', 'sex']);
    expect(wrap('ett två tre fyra fem, sex', 14, most, 2)).toEqual(['ett två tre', 'fyra fem …']);
    expect(wrap('Bostadsförmedlingen', 14, 10)).toEqual(['Bostadsförmedlingen']);
  });
});

describe("a chart's table", () => {
  const rows = chartTable(good, 'en').split('\n');

  it('tells who may, on which conditions, where it leads and what it sets off', () => {
    expect(rows).toContain(
      '| `loan.asked` | Event (`lend`) | SHIS, the district board (manager); two persons, one from each | The day is ahead **and** **not** It is urgent | `loan.lent` | `tellLent` |  |',
    );
  });

  it('tells the opening, the rule of a deadline, and what happens otherwise', () => {
    expect(rows).toContain('|  | Event (`open`) | SHIS |  | `loan.sorting`, `alarm.quiet` |  |  |');
    expect(rows).toContain(
      '| `loan.lent` | The key is due (`keyIsDue`) | the system, when it is due | otherwise | `loan.late` |  | As told. |',
    );
  });

  it('tells of each state whom it waits for, its term, or that it is passed', () => {
    expect(rows).toContain('| `loan.sorting` |  | passed in the same step |  |  |  |');
    expect(rows).toContain('| `loan.asked` | Asked for | SHIS | Answer (`answer`): 4 later. |  |  |');
    expect(rows).toContain('| `loan.closed` | Closed | closed |  |  |  |');
  });

  it('has a row for every arrow of the chart, in Swedish too', () => {
    const swedish = chartTable(good).split('\n');
    expect(swedish).toHaveLength(rows.length);
    expect(swedish).toContain('| `loan.late` | Händelse (`giveBack`) | SHIS |  | `loan.closed` |  |  |');
  });
});
