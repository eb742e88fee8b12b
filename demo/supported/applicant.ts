/** Who applies for supported housing: mostly people who live alone. */
import { handlerOf, REFERRERS } from '../cast.js';
import type { Book } from '../book.js';
import type { Chance } from '../chance.js';
import type { Day } from '../days.js';
import { inFile } from '../course/steps.js';
import type { Family, Told } from '../family.js';

export type FormName = 'supported-housing' | 'housing-first';
export type Kind = 'trial' | 'training';

/** The housing unit, which takes applications of its own and is the only one for Housing First. */
export const UNIT = 'boendeenheten';

/** A person, or a couple, or a family with children: whose case it is, and which form they apply for. */
export interface Applicant {
  readonly family: Family;
  readonly form: FormName;
  readonly kind: Kind | null;
}

const TYPES = { 'single-man': 52, 'single-woman': 34, couple: 14 } as const;
const HOUSING = { unknown: 20, emergency: 22, hostel: 18, lodger: 22, care: 10, hotel: 8 } as const;

/** Draws an applicant who applied on a day. `district` when it is known where. */
export function applicant(
  book: Book,
  { form, kind, on, district }: Omit<Applicant, 'family'> & { readonly on: Day; readonly district?: string },
): Applicant {
  const chance = book.applicantsChance();
  const provider =
    form === 'housing-first' || chance.holds(0.2)
      ? UNIT
      : chance.byWeight(REFERRERS, ({ weight }) => weight).code;
  const family = book.applicant({
    on,
    type: chance.weighted(TYPES),
    children: form === 'housing-first' ? 0 : Number(chance.weighted({ 0: 80, 1: 12, 2: 8 })),
    newlyArrived: false,
    currentHousing: chance.weighted(HOUSING),
    district: district ?? provider,
  });
  return { family, form, kind };
}

/** A step in the case, by whoever handles it that day. */
export const inCase = ({ family }: Applicant, day: Day, event: string, data: object = {}): Told => ({
  by: family.handler(day),
  process: family.name,
  event,
  data: { ...data },
});

/** The application comes in, and is given a handler and granted unless it is only opened. */
export function applies(one: Applicant, openedOn: Day, grantedOn?: Day): void {
  const { family, form, kind } = one;
  family.diary.on(openedOn, () => ({
    by: family.handler(openedOn),
    process: family.name,
    open: form,
    data: {
      household: { ...family.household, district: family.district(openedOn) },
      ...(kind === null ? {} : { kind }),
    },
  }));
  if (grantedOn === undefined) return;
  family.diary.on(openedOn, () => inFile(family, openedOn, 'assign', { handler: family.handler(openedOn) }));
  const decision = family.chance('decision').pick(DECISIONS[form]);
  family.diary.on(grantedOn, () => inCase(one, grantedOn, 'grant', { decision }));
}

const DECISIONS: Readonly<Record<FormName, readonly string[]>> = {
  'supported-housing': [
    'Bistånd i form av bostad med stöd beviljas i tolv månader, med månatlig uppföljning.',
    'Boendet beviljas. Stöd i hemmet en gång i veckan ingår.',
    'Beviljas, med möjlighet till eget kontrakt om boendet fungerar.',
  ],
  'housing-first': ['Bostad Först beviljas. Stödet ges av en case manager så länge det behövs.'],
};

/** The case manager of a Housing First flat: one of the housing unit's. */
export const caseManagerOf = (chance: Chance): string => handlerOf(UNIT, chance.int(0, 1));
