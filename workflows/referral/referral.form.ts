import { ageOn, OF_AGE } from '../../src/domain/household.js';
import { addYears, isDay } from '../../src/domain/days.js';
import { readPersonNumber } from '../../src/domain/person-number.js';
import type { Day, Doubt, OpeningForm } from '../definition.js';
import { fields } from '../fields.js';
import { text } from '../files/parts.js';
import { doubt, type Typed } from '../files/person.doubts.js';
import { asks } from './referral.needs.js';

/** Newly arrived is who was settled within the last two years, at most three. Law: 2010:197 and 2017:584. */
const SETTLING_YEARS = 3;

const beforeMove = text(
  'dagen ligger före den då de tidigast kan flytta in.',
  'the day is before the first on which they can move in.',
);

/** What follows from a personal number: birth date and legal gender (the last figure but one, odd for men), and so adulthood. */
function personFrom(person: Typed, today: Day): Typed {
  const read = readPersonNumber(String(person['personNumber'] ?? ''), today);
  const told = read.ok
    ? { born: read.born, gender: Number(read.number.at(-2)) % 2 === 1 ? 'man' : 'woman' }
    : {};
  const all = { ...told, ...person };
  const { born } = all as Typed;
  return { ...(isDay(born) && born <= today && { adult: ageOn(born, today) >= OF_AGE }), ...all };
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

/** Nobody can have moved in before they are able to. */
function doubts({ moveFrom, moveBy }: Typed): Doubt[] {
  return isDay(moveFrom) && isDay(moveBy) && moveBy < moveFrom
    ? [doubt('moveBy', fields.get(asks.moveBy)?.label, beforeMove)]
    : [];
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
