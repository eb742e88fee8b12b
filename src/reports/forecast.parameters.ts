import { z } from 'zod';
import type { Text } from '../../workflows/definition.js';
import { householdSizes } from '../register/schemas.js';
import { FORMS, wordsOf } from './words.js';
import type { Parameter, Parameters } from './report.js';

const text = (sv: string, en: string): Text => ({ sv, en });

/** The families that SHIS is asked for: what a forecast is of, unless another form is asked for. */
export const TRANSITIONAL = 'transitional';

const forms = [TRANSITIONAL, ...FORMS.filter((form) => form !== TRANSITIONAL)] as const;

const whichForm: Parameter = {
  name: 'form',
  label: text('Boendeform', 'Housing form'),
  choices: forms.map((form) => [form, wordsOf('form', form) ?? text(form, form)]),
  says: text(`Välj en av ${forms.join(', ')}.`, `Choose one of ${forms.join(', ')}.`),
  schema: z.enum(forms).default(TRANSITIONAL),
};

const whichSizes: Parameter = {
  name: 'sizes',
  label: text('Hushållens storlek', 'Size of household'),
  choices: [
    ['together', text('alla tillsammans', 'all together')],
    ['apart', text('var för sig', 'each by itself')],
  ],
  says: text('Välj together (tillsammans) eller apart (var för sig).', 'Choose together or apart.'),
  schema: z.enum(['together', 'apart']).default('together'),
};

/** What a forecast is asked for beside its year: which form, and whether by size. */
export const forecastParameters: readonly Parameter[] = [whichForm, whichSizes];

/** Which form; a report that a forecast is a part of asks for none. */
export const formIn = ({ form = TRANSITIONAL }: Parameters): string => form;
export const isApart = ({ sizes }: Parameters): boolean => sizes === 'apart';

/** Sizes in their order; last those whose size is not told or not known any more. */
export const SIZES = [...Object.keys(householdSizes), 'unknown'] as const;

/** What a size is called; undefined for what is none. */
export const sizeWords = (code: string): Text | undefined =>
  code === 'unknown'
    ? text('Storleken inte känd', 'Size not known')
    : householdSizes[code as keyof typeof householdSizes];
