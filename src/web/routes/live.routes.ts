import { z } from 'zod';
import { versionsSeen } from '../../files/versions.js';
import { page } from '../page.js';

const MOST = 80;
const fileNumber = z.string().regex(/^[0-9a-hjkmnp-tv-z]{11}$/);

/** Tells an open page when what it shows has changed, of what its reader may see. Nothing of a case is in it. */
const live = page(
  {
    id: 'live',
    method: 'GET',
    path: '/live',
    permission: 'colleague',
    audit: [],
    query: z.object({
      of: z
        .string()
        .max(MOST * 12)
        .default('')
        .transform((all) => all.split(',').filter(Boolean))
        .pipe(z.array(fileNumber).max(MOST)),
      version: z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number)
        .optional(),
    }),
  },
  async ({ runtime, reader, session, secret, language, query: { of, version } }) => {
    const { person } = await reader();
    const now = await versionsSeen(runtime, person, of);
    const first = of[0];
    // The page of one case says which version it shows: what came between is told at once.
    const seen =
      version === undefined || first === undefined || !now.has(first)
        ? now
        : new Map([...now, [first, version] as const]);
    return {
      live: { person, language, secret, seen, session: session.ref, isList: version === undefined },
    };
  },
);

/** Live refresh of what stands before people's eyes. */
export const livePages = [live];
