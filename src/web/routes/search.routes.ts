import { z } from 'zod';
import { found } from '../../files/found.js';
import { page } from '../page.js';
import { searchPage } from '../pages/search.page.js';
import { lineOf, wordingFor } from './work-lines.js';

/** Sent rather than asked for, so that nothing that somebody typed stands in an address. */
const search = page(
  {
    id: 'search',
    method: 'POST',
    path: '/search',
    permission: 'colleague',
    audit: [],
    logs: ['search'],
    body: z.strictObject({ sought: z.string().max(500).default('') }),
  },
  async ({ runtime, reader, language, session, body }) => {
    const who = await reader();
    const typed = body.sought.trim();
    const token = session.formToken;
    if (typed === '') return searchPage({ language, token, typed, lines: [], isMore: false });
    const { rows, exact, isMore } = await found(runtime, who, typed);
    if (exact !== null) return { go: `/files/${exact}` };
    const wording = await wordingFor(runtime, who.person, language);
    const lines = rows.map((row) => lineOf(wording, row));
    return searchPage({ language, token, typed, lines, isMore });
  },
);

/** The search of the top bar. */
export const searchPages = [search];
