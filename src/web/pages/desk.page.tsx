import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import { CardTable, Cell } from '../tables.js';
import type { DeskList, DeskPage } from './desk.js';
import { DeskFlatsSection, Queue } from './desk-flats.js';
import { Headed } from './desk-parts.js';
import { words } from './start.words.js';
import type { WorkLine } from './work-line.js';
import { Steps, WorkTable } from './work-parts.js';

interface Desk {
  readonly desk: DeskPage;
  readonly language: Language;
}

/** What is most urgent, loud and first. */
export function First({ desk: { first }, language }: Desk): VNode | null {
  const say = words[language];
  if (first?.due == null) return null;
  const { due } = first;
  return (
    <section class={`first is-${due.shape === 'ok' ? 'idle' : due.shape}`} aria-labelledby="first">
      <div>
        <h2 class="vh" id="first">
          {due.shape === 'ok' ? say.next : say.first}
        </h2>
        <p>
          <span class={`mark is-${due.shape === 'ok' ? 'idle' : due.shape}`}>{due.words}</span>
        </p>
        <p>
          <b>{first.title}</b>: {due.label}
          {first.flat && `, ${first.flat.name}`}. {say.until} <time dateTime={due.day}>{due.day}</time>.
        </p>
      </div>
      <p class="acts">
        <a class="btn btn-main" href={first.href}>
          {say.open}
        </a>
      </p>
    </section>
  );
}

/** The day's counts, each a link into its list. */
export function Figures({ desk: { figures, flats }, language }: Desk): VNode {
  const say = words[language];
  return (
    <nav aria-label={say.figures}>
      <div class="figs">
        {flats && (
          <a class="fig" href="/flats">
            <span class="fig-name">{say.freeFlats}</span>
            <b>{figure(flats.count, language)}</b>
            <small class="meta">{say.ofEmpty(flats.empty)}</small>
          </a>
        )}
        {figures.map(({ href, label, count, late }) => (
          <a class="fig" href={href}>
            <span class="fig-name">{label}</span>
            <b>{count}</b>
            {late > 0 && <small class="tag tag-bare is-late">{say.late(late)}</small>}
          </a>
        ))}
      </div>
    </nav>
  );
}

/** The lists to work through, and beside them what is good to know. */
export function Body({ desk, language }: Desk): VNode {
  const { main, margin, flats, handlers, queue } = desk;
  const beside = margin.length > 0 || flats !== null;
  const rows = (
    <div class="stack-wide">
      {handlers && <Handlers handlers={handlers} language={language} />}
      {flats && <DeskFlatsSection flats={flats} language={language} />}
      {main.map((list) => (
        <MainList list={list} language={language} />
      ))}
    </div>
  );
  if (!beside) return rows;
  return (
    <div class="split">
      {rows}
      <div class="stack-wide">
        {flats && <Queue flats={flats} longest={queue} language={language} />}
        {margin.map((list) => (
          <MarginList list={list} desk={desk} language={language} />
        ))}
      </div>
    </div>
  );
}

function MainList({ list, language }: { readonly list: DeskList; readonly language: Language }): VNode {
  const say = words[language];
  const more = { href: list.href, text: list.count === null ? say.list : say.all(list.count) };
  return (
    <Headed id={`list-${list.name}`} title={list.title} more={more}>
      {list.lines.length === 0 ? (
        <p class="empty">{list.empty}</p>
      ) : (
        <WorkTable
          caption={list.title}
          head={say.family}
          lines={list.lines}
          of={list.columns}
          language={language}
        />
      )}
    </Headed>
  );
}

/** Rows as a list of two lines each: shape, who, what is left; then how it stands. */
function MarginList({ list, desk, language }: Desk & { readonly list: DeskList }): VNode {
  const say = words[language];
  const more = { href: list.href, text: list.count === null ? say.list : say.all(list.count) };
  return (
    <Headed id={`list-${list.name}`} title={list.title} more={more}>
      <ul class="inbox">
        {list.lines.map((line) => (
          <li>
            <span class={`sh is-${shapeOf(line)}`} aria-hidden="true" />
            <span>
              <a href={line.href}>{line.title}</a>
            </span>
            <span class="nowrap">{line.due?.words ?? say.days(line.state.days)}</span>
            <span class="meta">
              {[desk.isOwn ? null : line.district, line.people, line.due?.label ?? line.state.label]
                .filter(Boolean)
                .join(', ')}
              {line.due && (
                <>
                  {' '}
                  <time dateTime={line.due.day}>{line.due.day}</time>
                </>
              )}{' '}
              {line.steps.length > 0 && <Steps line={line} />}
            </span>
          </li>
        ))}
      </ul>
    </Headed>
  );
}

const shapeOf = ({ due, state }: WorkLine): string =>
  due === null ? state.shape : due.shape === 'ok' ? 'idle' : due.shape;

function Handlers({
  handlers,
  language,
}: {
  readonly handlers: NonNullable<DeskPage['handlers']>;
  readonly language: Language;
}): VNode {
  const say = words[language];
  return (
    <Headed id="handlers" title={say.handlers} more={{ href: '/files?list=all', text: say.list }}>
      <CardTable caption={say.handlers} heads={[say.handler, say.openCases, say.lateCases]}>
        {handlers.map(({ login, name, open, late }) => {
          const list = `/files?list=all&handler=${encodeURIComponent(login ?? '-')}&what=open`;
          return (
            <tr role="row">
              <th scope="row" role="rowheader">
                {name ?? say.nobody}
              </th>
              <Cell l={say.openCases}>
                <a href={list} aria-label={`${name ?? say.nobody}, ${say.openCases}: ${open}`}>
                  {figure(open, language)}
                </a>
              </Cell>
              <Cell l={say.lateCases}>
                {late === 0 ? (
                  '0'
                ) : (
                  <a
                    class="tag tag-bare is-late"
                    href={`${list}&late=1`}
                    aria-label={`${name ?? say.nobody}, ${say.lateCases}: ${late}`}
                  >
                    {figure(late, language)}
                  </a>
                )}
              </Cell>
            </tr>
          );
        })}
      </CardTable>
    </Headed>
  );
}
