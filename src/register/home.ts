import { searchWords } from '../engine/seal.js';
import { HomeRow } from './home.entity.js';
import { fault, register } from './keeping.js';
import { PersonRow } from './person.entity.js';
import * as schemas from './schemas.js';
import { words } from './words.js';

/**
 * Where colleagues live, for the review of readings. A line's address is turned into its keyed hash before anything is
 * written; addresses told before count too.
 */
export const home = register('home', schemas.home, {
  conceals({ login, address, hash }, term) {
    if (address === undefined) return hash === undefined ? { login } : { login, hash };
    const [word] = searchWords('address', address);
    return word === undefined ? { login } : { login, hash: term(word).toString('hex') };
  },
  async refuses(db, { login, hash }) {
    if (hash === undefined) return fault('address', words.noAddress);
    return (await db.existsBy(PersonRow, { login })) ? null : fault('login', words.unknownPerson);
  },
  holds: (db, { login, hash = '' }) => db.existsBy(HomeRow, { login, term: Buffer.from(hash, 'hex') }),
  write: (db, { login, hash = '' }, { recordedAt }) =>
    db.insert(HomeRow, { login, term: Buffer.from(hash, 'hex'), recordedAt }),
});
