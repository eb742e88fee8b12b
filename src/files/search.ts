import { searchWords } from '../engine/seal.js';
import type { Person } from '../engine/model.js';
import type { Vault } from '../engine/vault.js';
import type { Wanted } from './list.queries.js';
import { seesHouseholds } from './sight.js';

const NUMBER_OF_PERSON = /^(?:\d{2})?\d{6}[-+]?\d{4}$/;
const NUMBER_OF_FILE = /^[0-9a-hjkmnp-tv-z]{11}$/;
const CENTURIES = ['19', '20', '18'];
const MOST_WORDS = 10;

/** The file's number that somebody typed: as it is spelled, with what is often misread set right. */
export function numberOfFile(text: string): string {
  const plain = text.toLowerCase().split('/')[0] as string;
  return plain.replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1');
}

/**
 * What a search looks for: a file's number, a personal number (ten or twelve figures, written either way), or each whole
 * word of a name. Null when it can find nothing; names and personal numbers find nothing for those who do not see families.
 */
export function wantedBy(text: string, person: Person, vault: Vault): Wanted | null {
  const compact = text.replace(/\s/g, '');
  if (NUMBER_OF_PERSON.test(compact))
    return seesHouseholds(person) ? { terms: [numbersAlike(compact).map((one) => vault.term(one))] } : null;
  const number = numberOfFile(text);
  if (NUMBER_OF_FILE.test(number) && /\d/.test(number)) return { number };
  const words = searchWords('words', text).slice(0, MOST_WORDS);
  if (words.length === 0 || !seesHouseholds(person)) return null;
  return { terms: words.map((word) => [vault.term(word)]) };
}

/** By what somebody searched: all of a search that is kept in plain text. */
export function kindOfSearch(text: string): 'personal-number' | 'file-number' | 'name' {
  if (NUMBER_OF_PERSON.test(text.replace(/\s/g, ''))) return 'personal-number';
  const number = numberOfFile(text);
  return NUMBER_OF_FILE.test(number) && /\d/.test(number) ? 'file-number' : 'name';
}

/** The ways in which one personal number may have been entered. */
function numbersAlike(number: string): string[] {
  const written = searchWords('whole', number)[0] as string;
  const figures = written.replace(/\D/g, '');
  const short = figures.slice(-10);
  const long = figures.length === 12 ? [figures] : CENTURIES.map((century) => century + short);
  const all = [written, short, ...long];
  const old = (one: string): string => `${one.slice(0, -4)}+${one.slice(-4)}`;
  return [...new Set([...all, old(short)])];
}
