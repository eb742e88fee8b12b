import { flatStates, type Flat, type FlatState } from '../../files/flats.js';
import type { Language } from '../../platform/language.js';
import type { FlatChips } from '../pages/flats.page.js';
import type { FlatTable, SortHead } from '../pages/flat-table.js';
import { text } from '../pages/flats.words.js';
import type { Chip } from '../tables.js';
import { flatsAddress, isWished, type FlatWish } from './flat-wish.js';

/** Lengths of emptiness to choose between, days; any other can be written in the address. */
const LENGTHS = [14, 30, 90];

/** The links that narrow the list, each with how many there are beside what is already chosen. */
export function flatChips(
  flats: readonly Flat[],
  wish: FlatWish,
  names: ReadonlyMap<string, string>,
  label: (state: FlatState) => string,
  language: Language,
): FlatChips {
  const say = text[language];
  const chip = (name: string, changed: Partial<FlatWish>): Chip & { readonly count: number } => {
    const changes = Object.entries(changed) as [keyof FlatWish, unknown][];
    const count = flats.filter((flat) => isWished(flat, { ...wish, ...changed })).length;
    return {
      ...{ count, text: `${name} ${count}`, href: flatsAddress(wish, changed) },
      isNow: changes.every(([key, value]) => wish[key] === value),
    };
  };
  const some = (chips: readonly (Chip & { readonly count: number })[]) =>
    chips.filter(({ count, isNow }) => count > 0 || isNow);
  const codes = [...new Set(flats.map(({ house }) => house))];
  const rooms = [...new Set(flats.map((flat) => flat.rooms))].sort((a, b) => a - b);
  const lengths = [...new Set([...LENGTHS, ...(wish.over === undefined ? [] : [wish.over])])];
  return {
    state: [
      chip(say.allEmpty, { state: 'empty' }),
      ...some(flatStates.map((state) => chip(label(state), { state }))),
      chip(say.all, { state: 'all' }),
    ],
    house: [
      chip(say.anyHouse, { house: undefined }),
      ...some(codes.map((house) => chip(names.get(house) ?? house, { house }))),
    ],
    rooms: [
      chip(say.anyRooms, { rooms: undefined }),
      ...some(rooms.map((n) => chip(say.rooms(n), { rooms: n }))),
    ],
    over: [
      chip(say.anyTime, { over: undefined }),
      ...lengths.sort((a, b) => a - b).map((over) => chip(say.over(over), { over })),
    ],
  };
}

/** The heads that sort: the one in force turns round, and the others begin with the most, names with the first. */
export function sortHeads(wish: FlatWish): FlatTable['heads'] {
  const head = (sort: FlatWish['sort']): SortHead => {
    const isNow = wish.sort === sort;
    const isUp = wish.up !== undefined;
    const beginsUp = sort === 'name';
    const up = (isNow ? !isUp : beginsUp) ? ('1' as const) : undefined;
    const now = isUp ? 'ascending' : 'descending';
    return { href: flatsAddress(wish, { sort, up }), now: isNow ? now : null };
  };
  return {
    name: head('name'),
    days: head('days'),
    cost: head('cost'),
    rooms: head('rooms'),
    rent: head('rent'),
  };
}
