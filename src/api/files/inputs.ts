import { z } from 'zod';
import { said } from '../../files/said.js';

/** What several calls about files take. */
export const inFile = z.object({
  file: said(z.string().regex(/^[0-9a-hjkmnp-tv-z]{11}$/), 'Ärendets nummer', 'The number of the file'),
});

export const inProcess = inFile.extend({
  process: said(
    z
      .string()
      .regex(/^[1-9]\d{0,5}$/)
      .transform(Number),
    'Processens nummer i ärendet',
    'The number of the process in the file',
  ),
});

/** The name of a workflow or of an event. */
export const name = () => z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/);
/** The login of a person. */
export const login = () => z.string().regex(/^[a-z0-9][a-z0-9._@-]{0,79}$/);
/** `true` or `false` in an address. */
export const flag = () => z.enum(['true', 'false']).transform((word) => word === 'true');

export const cursor = said(
  z.string().max(300).optional(),
  '`next` ur sidan före',
  '`next` of the page before',
);
/** How many on a page: at most, and when nothing is said. */
export const limit = (most: number, preset: number) =>
  said(
    z.coerce.number().int().min(1).max(most).default(preset),
    `Antal på sidan; annars ${preset}`,
    `How many on the page; default ${preset}`,
  );

export const workflow = said(
  name(),
  'Ett flödes namn, till exempel `referral`',
  'The name of a workflow, such as `referral`',
);
