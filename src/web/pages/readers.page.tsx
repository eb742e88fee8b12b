import type { VNode } from 'preact';
import type { ReaderLine } from '../../access/log-in-words.js';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { CardTable, Cell } from '../tables.js';
import { text } from './access-log.words.js';

/** What the list for the family is made from. */
export interface ReadersPage {
  readonly language: Language;
  readonly file: string;
  readonly day: string;
  /** Who had it made: name, role and organisation. */
  readonly by: string;
  readonly readers: readonly ReaderLine[];
}

/** Who has read a case, in plain words, to be printed for the family. The number of the case is all that it says of them. */
export function readersPage({ language, file, day, by, readers }: ReadersPage): Shown {
  const say = text[language];
  const title = say.readers(file);
  const main = (
    <>
      <div class="head">
        <div>
          <h1>{title}</h1>
          <p class="lead">
            {say.made} <time dateTime={day}>{day}</time> {say.by} {by}.
          </p>
        </div>
      </div>
      <p class="prose">{say.readersLead}</p>
      <div class="acts">
        <span class="hint">{say.print}</span>
        <a class="btn btn-small" href="/access-log">
          {say.toLog}
        </a>
      </div>
      {readers.length === 0 ? (
        <p class="empty">{say.noReaders}</p>
      ) : (
        <Readers readers={readers} language={language} />
      )}
    </>
  );
  return { title, main };
}

function Readers({ readers, language }: Pick<ReadersPage, 'readers' | 'language'>): VNode {
  const say = text[language];
  return (
    <CardTable
      caption={say.found}
      heads={[say.reader, say.organisation, say.day1, say.first, say.times, say.what]}
    >
      {readers.map(({ name, organisation, day, time, times, told }) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            {name}
          </th>
          <Cell l={say.organisation}>{organisation}</Cell>
          <Cell l={say.day1}>
            <time dateTime={day}>{day}</time>
          </Cell>
          <Cell l={say.first}>{language === 'sv' ? `kl. ${time.replace(':', '.')}` : time}</Cell>
          <Cell l={say.times}>{times}</Cell>
          <Cell l={say.what}>{told}</Cell>
        </tr>
      ))}
    </CardTable>
  );
}
