import { z } from 'zod';
import { misfits, priorities } from '../domain/matching.js';
import { said } from './said.js';
import { instant } from './shapes.js';

/** Schemas of what the API answers about whom a flat is proposed to. */

const each = <S extends z.ZodType>(schema: S) =>
  z.object(
    Object.fromEntries(priorities.map((one) => [one, schema])) as Record<(typeof priorities)[number], S>,
  );

const family = {
  file: z.string(),
  process: said(z.int(), 'Remissens nummer i ärendet', 'The number of the referral in the file'),
  name: said(
    z.string().nullable(),
    '`null` när läsaren inte får se vem det är',
    'Null where the reader may not see who it is',
  ),
  district: z.string().nullable(),
  queueDate: z.iso.date(),
};

export const proposedView = z.object({
  flat: z.string(),
  at: instant(),
  isFree: said(
    z.boolean(),
    'Om lägenheten kunde erbjudas vid tidpunkten',
    'Whether the flat could be offered at the moment',
  ),
  rules: said(
    z.object({ day: z.iso.date(), points: each(z.int()), holdEmptyDays: z.int() }),
    'Värdena som gällde då: poäng för varje månad i kön, barn, skola och anknytning',
    'The values in force then: points for each month in the queue, child, school and tie',
  ),
  families: said(
    z.array(
      z.object({
        place: said(z.int(), 'Platsen, 1 är först', 'The place, 1 is first'),
        ...family,
        points: z.int(),
        amounts: said(
          each(z.int()),
          'Det som poängen kommer av, innan det räknas om till poäng',
          'What the points come of, before it is turned into points',
        ),
        isKeptFor: said(
          z.boolean(),
          'Om lägenheten är öronmärkt för familjen, som då är först',
          'Whether the flat is earmarked for the family, which is first then',
        ),
      }),
    ),
    'De som lägenheten föreslås för, i ordning',
    'Those whom the flat is proposed to, in order',
  ),
  others: said(
    z.array(z.object({ ...family, why: z.enum(misfits) })),
    'De som den inte föreslås för, och varför',
    'Those whom it is not proposed to, and why',
  ),
});
export type ProposedView = z.infer<typeof proposedView>;
