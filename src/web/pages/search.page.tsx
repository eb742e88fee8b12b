import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Form, Head } from '../parts.js';
import type { Column, WorkLine } from './work-line.js';
import { WorkTable } from './work-parts.js';

/** What the page of what was found is made from. */
export interface SearchPage {
  readonly language: Language;
  readonly token: string;
  readonly typed: string;
  readonly lines: readonly WorkLine[];
  /** Whether more was found than is shown. */
  readonly isMore: boolean;
}

const text = {
  sv: {
    title: 'Sök',
    field: 'Ärendenummer, namn, personnummer eller lägenhet',
    find: 'Sök',
    found: (count: number) => `${count} träff${count === 1 ? '' : 'ar'}`,
    none: 'Inget hittades som du får se. Namn söks på hela ord, till exempel förnamn och efternamn; ett ärendenummer har elva tecken.',
    ask: 'Skriv det du söker efter.',
    more: 'Det finns fler träffar än dessa. Skriv fler ord för att begränsa.',
    caption: 'Det som hittades',
    head: 'Familj eller lägenhet',
  },
  en: {
    title: 'Search',
    field: 'Case number, name, personal number or flat',
    find: 'Search',
    found: (count: number) => `${count} hit${count === 1 ? '' : 's'}`,
    none: 'Nothing was found that you may see. Names are found by whole words, such as given name and surname; a case number has eleven characters.',
    ask: 'Type what you are looking for.',
    more: 'There are more hits than these. Type more words to narrow the search.',
    caption: 'What was found',
    head: 'Family or flat',
  },
} as const;

const COLUMNS: readonly Column[] = ['file', 'district', 'state', 'days', 'due', 'handler'];

/** What a search found, and the same search to change. */
export function searchPage({ language, token, typed, lines, isMore }: SearchPage): Shown {
  const say = text[language];
  const lead = typed === '' ? say.ask : lines.length === 0 ? say.none : say.found(lines.length);
  const main: VNode = (
    <>
      <Head title={say.title} lead={lead} />
      <Form to="/search" token={token} class="again">
        <label for="sought-again">{say.field}</label>
        <input id="sought-again" name="sought" type="search" value={typed} autocomplete="off" />
        <button class="btn btn-main" type="submit">
          {say.find}
        </button>
      </Form>
      {lines.length > 0 && (
        <WorkTable caption={say.caption} head={say.head} lines={lines} of={COLUMNS} language={language} />
      )}
      {isMore && <p class="meta">{say.more}</p>}
    </>
  );
  return { title: say.title, main };
}
