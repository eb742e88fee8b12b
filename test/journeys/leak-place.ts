import type { Back, LeakWorld } from './leak-world.js';

/**
 * A place where something could come out. `speaks`: what stands in it of others than the protected family, without which it
 * was not looked at; `numbered`: where the family's number may stand, for who handles it or typed it, or who runs the system.
 */
export interface Place {
  readonly what: string;
  readonly speaks: RegExp;
  readonly numbered?: true;
  told(world: LeakWorld): Promise<string[]>;
}

/** Reports are asked for the year in which all of it happens. */
export const YEAR = new Date().getUTCFullYear();
export const FORMATS = ['json', 'csv', 'xlsx', 'table'] as const;

/** All of an answer. */
export const all = ({ all: text }: Back): string => text;

/** Does the same for one after the other. */
export async function each<T>(list: readonly T[], work: (one: T) => Promise<string>): Promise<string[]> {
  const texts: string[] = [];
  for (const one of list) texts.push(await work(one));
  return texts;
}
