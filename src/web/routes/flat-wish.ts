import { z } from 'zod';
import { flatStates, type Flat } from '../../files/flats.js';

const whole = (digits: number) =>
  z
    .string()
    .regex(new RegExp(`^[1-9]\\d{0,${digits - 1}}$`))
    .transform(Number);

/** By what the list of flats can be sorted. */
export const flatSorts = ['days', 'cost', 'rooms', 'rent', 'name'] as const;

/** What the list of flats is narrowed to and sorted by, as it stands in an address. */
export const flatWish = z.object({
  state: z.enum(['empty', 'all', ...flatStates]).default('empty'),
  /** A facility or a company. */
  house: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
    .optional(),
  rooms: whole(2).optional(),
  /** Empty for more days than that. */
  over: whole(4).optional(),
  sort: z.enum(flatSorts).default('days'),
  /** The least first. */
  up: z.literal('1').optional(),
  page: whole(4).default(1),
});
export type FlatWish = z.output<typeof flatWish>;

/** The address of the board with what is wished, from its first page unless told otherwise. */
export function flatsAddress(wish: FlatWish, changed: Partial<FlatWish> = {}): string {
  const { state, house, rooms, over, sort, up, page } = { ...wish, page: 1, ...changed };
  const told = {
    ...(state !== 'empty' && { state }),
    ...(house !== undefined && { house }),
    ...(rooms !== undefined && { rooms: String(rooms) }),
    ...(over !== undefined && { over: String(over) }),
    ...(sort !== 'days' && { sort }),
    ...(up !== undefined && { up }),
    ...(page > 1 && { page: String(page) }),
  };
  const query = new URLSearchParams(told).toString();
  return query === '' ? '/flats' : `/flats?${query}`;
}

/** Whether a flat is one of those wished for. */
export function isWished(flat: Flat, { state, house, rooms, over }: FlatWish): boolean {
  if (house !== undefined && flat.house !== house) return false;
  if (rooms !== undefined && flat.rooms !== rooms) return false;
  if (over !== undefined && (flat.empty?.days ?? 0) <= over) return false;
  return state === 'all' || (state === 'empty' ? flat.empty !== null : flat.state === state);
}

const measures: Readonly<Record<Exclude<FlatWish['sort'], 'name'>, (flat: Flat) => number>> = {
  days: ({ empty }) => empty?.days ?? -1,
  cost: ({ empty }) => empty?.cost ?? -1,
  rooms: ({ rooms }) => rooms,
  rent: ({ rent }) => rent,
};

/** The flats in the order wished for; by house and number, as they come, where they are equal. */
export function sorted(flats: readonly Flat[], { sort, up }: FlatWish): Flat[] {
  const least = up !== undefined;
  if (sort === 'name') return least ? [...flats] : [...flats].reverse();
  const measure = measures[sort];
  return [...flats].sort((one, other) => (least ? 1 : -1) * (measure(one) - measure(other)));
}
