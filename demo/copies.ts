/** Several copies of the demo side by side: the same things happen to other people in other flats. */
import { Chance } from './chance.js';
import type { Told } from './family.js';
import { personName, schoolName } from './names.js';

/** The most copies: a search of the own stock may name 500 flats, and before a request it names the free ones of every copy. */
export const MOST_COPIES = 12;

/** What is called `name` in the first copy is called so in another. */
const named = (name: string, copy: number): string =>
  copy === 1 ? name : name.replace(/^[^/]+/, `$&.${copy}`);

/** A line as it stands in a copy. */
export function inCopy(told: Told, copy: number, copies: number): Told {
  const { everyCopy, process, file, id, data, ...rest } = told;
  const renamed = data === undefined ? {} : { data: aboutLine(inside(data, copy) as Thing, copy) };
  return {
    ...rest,
    ...(process === undefined ? {} : { process: named(process, copy) }),
    ...(file === undefined ? {} : { file: named(file, copy) }),
    ...(id === undefined ? {} : { id: named(id, copy) }),
    ...(everyCopy === true ? { data: ofEveryCopy(data, copies) } : renamed),
  } as Told;
}

/** The free flats of all copies, each with the reason that its like has in this one. */
function ofEveryCopy(data: Told['data'], copies: number): object {
  const results = (data as { results: readonly object[] }).results;
  const all = Array.from({ length: copies }, (_, at) => inside(results, at + 1) as object[]);
  return { results: all.flat() };
}

type Thing = Readonly<Record<string, unknown>>;

/** A line about an earlier one is about that of its own copy. */
const aboutLine = (data: Thing, copy: number): Thing =>
  typeof data['of'] === 'string' ? { ...data, of: named(data['of'], copy) } : data;

function inside(value: unknown, copy: number): unknown {
  if (copy === 1 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => inside(one, copy));
  const thing = value as Thing;
  const changed = Object.fromEntries(Object.entries(thing).map(([key, one]) => [key, inside(one, copy)]));
  return { ...changed, ...renamedIn(thing, copy) };
}

/** Flats, people and the schools they go to have names of their own in each copy; all else is the same. */
function renamedIn(thing: Thing, copy: number): Thing {
  const { ref, name, born, school, source, number } = thing;
  if (source !== undefined && typeof number === 'string') return { number: `${number}-${copy}` };
  if (Object.keys(thing).length === 1 && typeof ref === 'string') return { ref: named(ref, copy) };
  if (typeof name !== 'string' || born === undefined) return {};
  const surname = personName(new Chance(`${name.split(' ').at(-1)} ${copy}`))
    .split(' ')
    .at(-1);
  const chance = new Chance(`${name} ${copy}`);
  const first = name.split(' ')[0];
  return { name: `${first} ${surname}`, ...(school === undefined ? {} : { school: schoolName(chance) }) };
}
