import { ageOn } from '../../src/domain/household.js';
import { addYears, isDay } from '../../src/domain/days.js';
import { readPersonNumber } from '../../src/domain/person-number.js';
import type { Day, Doubt, OpeningForm } from '../definition.js';
import { text } from '../files/parts.js';

const ADULT = 18;
/** Newly arrived is who was settled within the last two years, at most three. Law: 2010:197 and 2017:584. */
const SETTLING_YEARS = 3;

/** The age from which a parent who is not yet 18 may lead a household. Policy. */
const LEADS = 15;

const said = {
  number: text('kontrollera siffrorna i numret.', 'check the figures of the number.'),
  toCome: text('dagen får inte ligga i framtiden.', 'the day must not lie in the future.'),
  before: text(
    'dagen ligger före den då de tidigast kan flytta in.',
    'the day is before the first on which they can move in.',
  ),
  child: (age: number) =>
    text(
      `personen är ${age} år. Svara Nej, eller rätta födelsedagen.`,
      `the person is ${age} years old. Answer No, or put the day of birth right.`,
    ),
  grown: (age: number) =>
    text(
      `personen är ${age} år. Svara Ja, eller rätta födelsedagen.`,
      `the person is ${age} years old. Answer Yes, or put the day of birth right.`,
    ),
};

type Typed = Readonly<Record<string, unknown>>;

/** What follows from a personal number: birth date and legal gender (the last figure but one, odd for men), and so adulthood. */
function personFrom(person: Typed, today: Day): Typed {
  const read = readPersonNumber(String(person['personNumber'] ?? ''), today);
  const told = read.ok
    ? { born: read.born, gender: Number(read.number.at(-2)) % 2 === 1 ? 'man' : 'woman' }
    : {};
  const all = { ...told, ...person };
  const { born } = all as Typed;
  return { ...(isDay(born) && born <= today && { adult: ageOn(born, today) >= ADULT }), ...all };
}

/** Who has had no secure home since a day has none; who was registered here long ago is not newly arrived. */
function housingFrom({ insecureSince, registeredSince }: Typed, today: Day): Typed {
  return {
    ...(isDay(insecureSince) && { insecureHousing: true }),
    ...(isDay(registeredSince) &&
      addYears(registeredSince, SETTLING_YEARS) <= today && { newlyArrived: false }),
  };
}

/** Whoever is the only grown-up of a household is single; what two or more are to each other is asked. */
function typeFrom(members: readonly Typed[]): Typed {
  const grown = members.filter(({ adult }) => adult === true);
  const [one] = grown;
  const isTold = members.every(({ adult }) => typeof adult === 'boolean');
  if (!isTold || one === undefined || grown.length > 1) return {};
  return one['gender'] === 'woman' || one['gender'] === 'man' ? { type: `single-${one['gender']}` } : {};
}

function follows(typed: Typed, today: Day): Typed {
  const household = typed['household'] as (Typed & { readonly members?: readonly Typed[] }) | undefined;
  if (household === undefined) return typed;
  const members = household.members?.map((one) => personFrom(one, today));
  return {
    ...typed,
    household: {
      ...housingFrom(household, today),
      ...(members && typeFrom(members)),
      ...household,
      ...(members && { members }),
    },
  };
}

/** What cannot be so of a person: a number that nobody has, a birth to come, a child who leads the household, a grown-up who is none. */
function doubtsOf(person: Typed, at: string, today: Day): Doubt[] {
  const { born, adult, personNumber } = person;
  const doubt = (name: string, says: Doubt['says']): Doubt => ({ path: `${at}.${name}`, says });
  const isNumber = typeof personNumber !== 'string' || readPersonNumber(personNumber, today).ok;
  const age = isDay(born) ? ageOn(born, today) : null;
  return [
    ...(isNumber ? [] : [doubt('personNumber', said.number)]),
    ...(age !== null && age < 0 ? [doubt('born', said.toCome)] : []),
    ...(age !== null && age >= 0 && age < LEADS && adult === true ? [doubt('adult', said.child(age))] : []),
    ...(age !== null && age >= ADULT && adult === false ? [doubt('adult', said.grown(age))] : []),
  ];
}

function doubts(typed: Typed, today: Day): Doubt[] {
  const household = (typed['household'] ?? {}) as Typed & { readonly members?: readonly Typed[] };
  const { moveFrom, moveBy } = typed;
  const past = ['insecureSince', 'registeredSince'].filter((name) => {
    const since = household[name];
    return isDay(since) && since > today;
  });
  return [
    ...(household.members ?? []).flatMap((one, n) => doubtsOf(one, `household.members.${n}`, today)),
    ...past.map((name) => ({ path: `household.${name}`, says: said.toCome })),
    ...(isDay(moveFrom) && isDay(moveBy) && moveBy < moveFrom ? [{ path: 'moveBy', says: said.before }] : []),
  ];
}

/** A new referral, page by page. */
export const opening: OpeningForm = {
  pages: [
    {
      name: 'persons',
      label: text('Personerna', 'The persons'),
      lead: text(
        'Alla som ska bo tillsammans, barn och vuxna. Med personnummer räknas ålder och kön ut.',
        'All who are to live together, children and adults. With a personal number age and gender are reckoned.',
      ),
      asks: ['household.members'],
    },
    {
      name: 'home',
      label: text('Boendet nu', 'Present home'),
      lead: text(
        'Det här avgör om familjen hör till målgruppen.',
        'This decides whether the family belongs to the target group.',
      ),
      asks: [
        'household.type',
        'household.currentHousing',
        'household.insecureSince',
        'household.insecureHousing',
        'household.registeredSince',
        'household.newlyArrived',
        'household.district',
      ],
    },
    {
      name: 'needs',
      label: text('Behov och önskemål', 'Needs and wishes'),
      asks: [
        'rooms',
        'lift',
        'pets',
        'rentMost',
        'moveFrom',
        'moveBy',
        'schoolIn',
        'ties',
        'avoid',
        'wishes',
      ],
    },
    {
      name: 'exception',
      label: text('Undantag från villkoren', 'Exception from the conditions'),
      lead: text(
        'Bara om familjen inte uppfyller något av villkoren och ändå bör få en bostad.',
        'Only if the family does not meet one of the conditions and should have a home all the same.',
      ),
      asks: ['exception'],
    },
    {
      name: 'disclosure',
      label: text('Utlämnande till SHIS', 'Disclosure to SHIS'),
      lead: text(
        'SHIS ser uppgifterna först när remissen har skickats. Skola och förskola lämnas inte ut.',
        'SHIS sees the data only once the referral has been sent. School and preschool are not disclosed.',
      ),
      asks: ['ground', 'note'],
      of: 'sends',
    },
  ],
  sends: 'submit',
  begins: { sends: { ground: 'consent' } },
  follows,
  doubts,
};
