import { z } from 'zod';

/** A field of a form, so many characters at most; nothing where it is not sent. */
export const typed = (most = 300) => z.string().max(most).default('');
