import type { VNode } from 'preact';
import { figure } from '../../figures.js';
import type { Shown } from '../../page.js';
import { Head, Section } from '../../parts.js';
import { CardTable, Cell } from '../../tables.js';
import type { Language } from '../../../platform/language.js';
import { text } from './own-stock.words.js';

/** A free flat of a search, in words. */
export interface SearchedLine {
  readonly href: string;
  readonly name: string;
  readonly rooms: number | null;
  readonly rent: number | null;
  readonly floor: string;
  readonly district: string;
  readonly emptySince: string | null;
  /** Null for one that did. */
  readonly reason: string | null;
  readonly isPersons: boolean;
}

/** One search, in words. */
export interface SearchShown {
  readonly seq: number;
  readonly on: string;
  readonly by: string;
  readonly lines: readonly SearchedLine[];
  readonly requestedOn: string | null;
}

/** What the page of a family's searches is made from. */
export interface OwnStockPage {
  readonly language: Language;
  readonly file: string;
  readonly searches: readonly SearchShown[];
}

/** Every search of SHIS's own flats for a family, as each was on its day. */
export function ownStockPage({ language, file, searches }: OwnStockPage): Shown {
  const say = text[language];
  const title = say.title(file);
  const main = (
    <>
      <Head title={title} lead={searches.length === 0 ? say.none : say.lead} />
      {searches.map((search) => (
        <Search language={language} file={file} search={search} />
      ))}
      <p class="acts">
        <a class="btn" href={`/files/${file}`}>
          {say.toFile}
        </a>
      </p>
    </>
  );
  return { title, main };
}

function Search({
  language,
  file,
  search: { seq, on, by, lines, requestedOn },
}: {
  readonly language: Language;
  readonly file: string;
  readonly search: SearchShown;
}): VNode {
  const say = text[language];
  const fit = lines.filter(({ reason }) => reason === null).length;
  return (
    <Section id={`search-${seq}`} title={say.search(on)}>
      <p>
        {say.found(lines.length, fit)} {say.by(by)}{' '}
        {requestedOn !== null && <b>{say.requested(requestedOn)}</b>}{' '}
        <a href={`/files/${file}/events/${seq}`}>{say.event}</a>
      </p>
      {lines.length > 0 && (
        <CardTable caption={say.search(on)} heads={say.heads}>
          {lines.map((line) => (
            <tr role="row">
              <th scope="row" role="rowheader">
                <a class="nowrap" href={line.href}>
                  {line.name}
                </a>
              </th>
              <Cell l={say.heads[1]}>{figure(line.rooms, language)}</Cell>
              <Cell l={say.heads[2]}>{line.floor}</Cell>
              <Cell l={say.heads[3]}>{figure(line.rent, language)}</Cell>
              <Cell l={say.heads[4]}>{line.district}</Cell>
              <Cell l={say.heads[5]}>{line.emptySince ?? '–'}</Cell>
              <Cell l={say.heads[6]}>
                {line.reason ?? <b>{say.fits}</b>}
                {line.isPersons && <span class="meta"> {say.persons}</span>}
              </Cell>
            </tr>
          ))}
        </CardTable>
      )}
    </Section>
  );
}
