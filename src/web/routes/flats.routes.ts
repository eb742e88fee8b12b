import { dayOf } from '../../domain/zone.js';
import type { Person } from '../../engine/model.js';
import { flatsFor, flatStateLabel, flatStates, type Flat, type FlatState } from '../../files/flats.js';
import { logList } from '../../files/logged-list.js';
import { familiesForFlat, isFree, matchedToday } from '../../files/matching.js';
import { waitingFor } from '../../files/waiting.js';
import type { Runtime } from '../../runtime.js';
import { entries } from '../entry.js';
import { page } from '../page.js';
import { flatsPage } from '../pages/flats.page.js';
import { flatChips, sortHeads } from './flat-chips.js';
import { houseNames, housesOf, lineOf, sumOf } from './flat-lines.js';
import { flatsAddress, flatWish, isWished, sorted } from './flat-wish.js';

const PAGE = 50;

const board = page(
  {
    id: 'flats',
    method: 'GET',
    path: '/flats',
    permission: 'flats',
    audit: [],
    logs: ['list'],
    query: flatWish,
  },
  async ({ runtime, reader, language, query: wish }) => {
    const who = await reader();
    const all = await flatsFor(runtime, who.person);
    const wished = sorted(
      all.filter((flat) => isWished(flat, wish)),
      wish,
    );
    const [from, to] = [(wish.page - 1) * PAGE, wish.page * PAGE];
    const shown = wished.slice(from, to);
    const { state, house, rooms, over } = wish;
    const files = shown.map(({ file }) => file);
    await logList(runtime, who, { list: 'flats', state, house, rooms, over }, files);
    const names = await houseNames(runtime);
    const matches = await matchesOf(runtime, who.person, shown);
    const labels = new Map(
      flatStates.map((one) => [one, flatStateLabel(runtime.registry, one)[language]] as const),
    );
    const label = (one: FlatState) => labels.get(one) ?? one;
    return flatsPage({
      ...{ language, labels, found: wished.length, first: from + 1 },
      today: dayOf(runtime.clock.now()),
      sum: sumOf(all),
      houses: housesOf(all, names, label),
      chips: flatChips(all, wish, names, label, language),
      heads: sortHeads(wish),
      lists: wish.state === 'empty' ? 'empty' : 'all',
      lines: shown.map((flat) =>
        lineOf(flat, names, label(flat.state), language, matches.get(flat.file) ?? null),
      ),
      worst: Math.max(1, ...wished.map(({ empty }) => empty?.days ?? 0)),
      imports: entries.stock.lets(who.person),
      works: entries.matching.lets(who.person),
      former: wish.page > 1 ? flatsAddress(wish, { page: wish.page - 1 }) : null,
      next: to < wished.length ? flatsAddress(wish, { page: wish.page + 1 }) : null,
    });
  },
);

/** For each free flat how many families it would suit; for none where the reader offers none. */
async function matchesOf(
  runtime: Runtime,
  person: Person,
  flats: readonly Flat[],
): Promise<ReadonlyMap<string, number>> {
  const free = entries.matching.lets(person) ? flats.filter(isFree) : [];
  const families = free.length === 0 ? [] : await waitingFor(runtime, person);
  const by = await matchedToday(runtime);
  return new Map(free.map((flat) => [flat.file, familiesForFlat(flat, families, by).fit.length]));
}

/** The flats as windows and as a table. */
export const flatsPages = [board];
