import { tenFigures } from '../../src/domain/person-number.js';

interface Person {
  readonly personNumber?: string;
  readonly name: string;
  readonly born: string;
  readonly to?: string | null;
}
interface Persons {
  readonly members: readonly Person[];
}

/** Whether two are one and the same: by personal number, where both have one; else by name and birth date. */
export function isSamePerson(one: Person, other: Person): boolean {
  if (one.personNumber !== undefined && other.personNumber !== undefined)
    return tenFigures(one.personNumber) === tenFigures(other.personNumber);
  const named = ({ name }: Person): string => name.trim().toLocaleLowerCase('sv');
  return one.born === other.born && named(one) === named(other);
}

/** Persons who come to a household, without those who are in it already: the same family may have been referred twice. */
export function withoutThoseHere(coming: object, here: object): object {
  const { members } = coming as Persons;
  const present = (here as Persons).members.filter(({ to }) => to === null);
  const isHere = (one: Person): boolean => present.some((other) => isSamePerson(one, other));
  return { ...coming, members: members.filter((one) => !isHere(one)), here: members.filter(isHere).length };
}
