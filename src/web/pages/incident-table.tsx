import type { VNode } from 'preact';
import type { Incident } from '../../files/incidents.js';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import { Moment } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { text } from './status.words.js';

/** What has gone wrong, in words. */
export const whatOf = ({ kind, isUncertain }: Incident, language: Language): string =>
  isUncertain ? text[language].uncertain : text[language].kinds[kind];

/** Incidents as a list; each leads to its page. */
export function IncidentTable({
  language,
  incidents,
  caption,
}: {
  readonly language: Language;
  readonly incidents: readonly Incident[];
  readonly caption: string;
}): VNode {
  const say = text[language];
  const isOver = incidents.some(({ closedAt }) => closedAt !== null);
  const last = isOver ? say.endedAt : say.next;
  return (
    <CardTable
      caption={caption}
      heads={[say.what, say.about, say.file, say.since, say.attempts, last]}
      figures={[4]}
    >
      {incidents.map((one) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            <a href={`/status/incidents/${one.id}`}>{whatOf(one, language)}</a>
          </th>
          <Cell l={say.about}>{one.about ?? '–'}</Cell>
          <Cell l={say.file}>{one.file ?? say.protectedFile}</Cell>
          <Cell l={say.since}>
            <Moment at={one.firstAt} language={language} />
          </Cell>
          <Cell l={say.attempts} class="r">
            {figure(one.attempts, language)}
          </Cell>
          <Cell l={last}>
            <Till one={one} language={language} />
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}

/** When it ended, or is tried again. */
function Till({ one, language }: { readonly one: Incident; readonly language: Language }): VNode {
  const at = one.closedAt ?? one.nextTry;
  return at === null ? <>{text[language].never}</> : <Moment at={at} language={language} />;
}
