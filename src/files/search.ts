import { waysWritten } from '../domain/person-number.js';
import { searchWords } from '../engine/seal.js';
import type { Person } from '../engine/model.js';
import type { Vault } from '../engine/vault.js';
import type { Wanted } from './list.queries.js';
import { keepsToTheirOwn, seesHouseholds } from './sight.js';

const NUMBER_OF_PERSON = /^(?:\d{2})?\d{6}[-+]?\d{4}$/;
const NUMBER_OF_FILE = /^[0-9a-hjkmnp-tv-z]{11}$/;
const MOST_WORDS = 10;

/** The file's number that somebody typed: as it is spelled, with what is often misread set right. */
export function numberOfFile(text: string): string {
  const plain = text.toLowerCase().split('/')[0] as string;
  return plain.replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1');
}

/**
 * What a search looks for: a file's number, a personal number (ten or twelve figures, written either way), an address, or
 * each whole word of a name. Eleven letters may be a name or the number of a file without figures: then both, the number
 * first. Empty when it can find nothing; all but a number of a file finds nothing for those who do not see families, and an
 * address only for those within whose organisations it stays.
 */
export function wantedBy(text: string, person: Person, vault: Vault): Wanted[] {
  const compact = text.replace(/\s/g, '');
  if (NUMBER_OF_PERSON.test(compact))
    return seesHouseholds(person) ? [{ terms: [waysWritten(compact).map((one) => vault.term(one))] }] : [];
  if (isAddress(text))
    return keepsToTheirOwn(person)
      ? [{ terms: [searchWords('address', text).map((word) => vault.term(word))] }]
      : [];
  const number = numberOfFile(text);
  const file = NUMBER_OF_FILE.test(number) ? [{ number }] : [];
  const words = searchWords('words', text).slice(0, MOST_WORDS);
  if (kindOfSearch(text) === 'file-number' || words.length === 0 || !seesHouseholds(person)) return file;
  return [...file, { terms: words.map((word) => [vault.term(word)]) }];
}

/** By what somebody searched: all of a search that is kept in plain text. */
export function kindOfSearch(text: string): 'personal-number' | 'file-number' | 'address' | 'name' {
  if (NUMBER_OF_PERSON.test(text.replace(/\s/g, ''))) return 'personal-number';
  if (isAddress(text)) return 'address';
  return NUMBER_OF_FILE.test(numberOfFile(text)) && /\d/.test(text) ? 'file-number' : 'name';
}

/** A street and a number apart. The number of a file may be written so too, but with no long word before the figures. */
const isAddress = (text: string): boolean =>
  (/\p{L}{5,}\.?\s+\d/u.test(text) ||
    (/\p{L}.*\s\d/u.test(text) && !NUMBER_OF_FILE.test(numberOfFile(text)))) &&
  searchWords('address', text).length > 0;
