import { z } from 'zod';

/** The address of a page about one file. */
export const inFile = z.object({ file: z.string().regex(/^[0-9a-hjkmnp-tv-z]{11}$/) });
