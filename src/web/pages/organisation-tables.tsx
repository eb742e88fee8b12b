import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import { RowButton } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { text } from './organisations.words.js';

/** An organisation as listed; `days` of a district. */
export interface OrganisationLine {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly days: {
    readonly from: string;
    readonly to: string | null;
    readonly successor: string | null;
    readonly state: 'now' | 'later' | 'past';
  } | null;
  readonly open: number;
  readonly people: number;
}

interface Listed {
  readonly language: Language;
  readonly token: string;
  readonly lines: readonly OrganisationLine[];
}

const shapes = { now: 'is-done', later: 'is-idle', past: 'is-stop' } as const;

/** Districts of the city, with their days. */
export function Districts({ language, token, lines }: Listed): VNode {
  const say = text[language];
  const heads = [
    ...[say.name, say.code, say.from, say.to, say.successor, say.ongoing, say.people, say.state, say.change],
  ];
  return (
    <CardTable caption={say.districts} heads={heads} figures={[5, 6]} buttons>
      {lines.map((line) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            {line.name}
          </th>
          <Cell l={say.code}>{line.code}</Cell>
          {line.days && (
            <>
              <Cell l={say.from}>
                <time dateTime={line.days.from}>{line.days.from}</time>
              </Cell>
              <Cell l={say.to}>
                {line.days.to === null ? say.open : <time dateTime={line.days.to}>{line.days.to}</time>}
              </Cell>
              <Cell l={say.successor}>{line.days.successor ?? say.none}</Cell>
            </>
          )}
          <Cell l={say.ongoing} class="r">
            {figure(line.open, language)}
          </Cell>
          <Cell l={say.people} class="r">
            <People line={line} language={language} />
          </Cell>
          {line.days && (
            <Cell l={say.state}>
              <span class={`tag tag-bare ${shapes[line.days.state]}`}>{say.states[line.days.state]}</span>
            </Cell>
          )}
          <Cell>
            <Change {...{ language, token, line }} />
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}

/** Organisations that have no days. */
export function Others({ language, token, lines }: Listed): VNode {
  const say = text[language];
  return (
    <CardTable
      caption={say.others}
      heads={[say.name, say.code, say.kind, say.ongoing, say.people, say.change]}
      figures={[3, 4]}
      buttons
    >
      {lines.map((line) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            {line.name}
          </th>
          <Cell l={say.code}>{line.code}</Cell>
          <Cell l={say.kind}>{line.kind}</Cell>
          <Cell l={say.ongoing} class="r">
            {figure(line.open, language)}
          </Cell>
          <Cell l={say.people} class="r">
            <People line={line} language={language} />
          </Cell>
          <Cell>
            <Change {...{ language, token, line }} />
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}

/** How many people an organisation has, and the way to them. */
function People({ line, language }: Pick<Listed, 'language'> & { readonly line: OrganisationLine }): VNode {
  const { code, name, people } = line;
  if (people === 0) return <>{figure(0, language)}</>;
  return (
    <a href={`/people?of=${code}`} aria-label={text[language].peopleOf(people, name)}>
      {figure(people, language)}
    </a>
  );
}

const Change = ({
  language,
  token,
  line: { code, name },
}: Omit<Listed, 'lines'> & { readonly line: OrganisationLine }): VNode => (
  <RowButton to="/organisations" token={token} name="edit" value={code} says={text[language].changeOf(name)}>
    {text[language].change}
  </RowButton>
);
