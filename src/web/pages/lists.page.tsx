import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { Counted } from '../frame.js';
import type { ListLink } from '../framed.js';
import type { Shown } from '../page.js';
import { Form, Head } from '../parts.js';
import { ListFilters, type Chip, type Filter } from './list-filters.js';
import { words } from './lists.words.js';
import type { Column, WorkLine } from './work-line.js';
import { WorkCells, WorkHeads } from './work-parts.js';

/** What a deed just now came to: how many cases changed hands, and which did not. */
export interface Deed {
  readonly count: number;
  readonly handler: string;
  readonly failed: readonly string[];
  /** What is sent to undo it; null when nothing can be. */
  readonly undo: Readonly<Record<string, string>> | null;
}

/** What a work list is made from. */
export interface ListsPage {
  readonly language: Language;
  readonly token: string;
  readonly list: string;
  readonly title: string;
  readonly lead: string;
  readonly empty: string;
  readonly tabs: readonly ListLink[];
  readonly filters: readonly Filter[];
  readonly chips: readonly Chip[];
  readonly isLateOnly: boolean;
  readonly columns: readonly Column[];
  readonly lines: readonly WorkLine[];
  readonly sorted: { readonly column: Column; readonly isDesc: boolean; readonly href: string };
  readonly next: string | null;
  readonly first: string | null;
  /** Whom the cases can be given to; null for those who hand out none. */
  readonly candidates: readonly { readonly login: string; readonly name: string }[] | null;
  /** What names the next deed, and where to come back to. */
  readonly key: string;
  readonly back: string;
  readonly deed: Deed | null;
  readonly notice: string | null;
  readonly fault: string | null;
  /** What had been chosen when something had to be put right. */
  readonly chosen: readonly string[];
  readonly handler: string;
}

/** A work list: its tabs, what it is narrowed to, fifty rows, and what can be done with them. */
export function listsPage(page: ListsPage): Shown {
  const { language, title, lines, chips, candidates } = page;
  const say = words[language];
  const main = (
    <>
      <Told {...page} />
      <Head title={title} lead={page.lead} />
      <Tabs {...page} />
      <ListFilters
        {...{ language, chips }}
        list={page.list}
        filters={page.filters}
        isLateOnly={page.isLateOnly}
      />
      {lines.length === 0 && <p class="empty">{chips.length > 0 ? say.nothing : page.empty}</p>}
      {lines.length > 0 && candidates === null && <Table {...page} />}
      {lines.length > 0 && candidates !== null && (
        <Form to="/files/assign" token={page.token} class="work">
          <Hidden back={page.back} deed={page.key} />
          <Bulk {...page} candidates={candidates} />
          <Table {...page} />
        </Form>
      )}
      {(page.next ?? page.first) !== null && (
        <p class="pager">
          {page.next && <a href={page.next}>{say.next}</a>}
          {page.first && <a href={page.first}>{say.first}</a>}
        </p>
      )}
    </>
  );
  const faults = page.fault === null ? [] : [{ id: 'handler-to', message: page.fault }];
  return { title, main, faults, live: 'list' };
}

/** Fields of a form that nobody types in. */
export const Hidden = (fields: Readonly<Record<string, string>>): VNode => (
  <>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

function Told({ deed, notice, language, token, back }: ListsPage): VNode | null {
  const say = words[language];
  if (deed === null) return notice === null ? null : <Toast>{notice}</Toast>;
  return (
    <Toast>
      {deed.count > 0 && say.assigned(deed.count, deed.handler)}{' '}
      {deed.failed.length > 0 && say.notAssigned(deed.failed.join(', '))}
      {deed.undo && (
        <Form to="/files/assigned/undo" token={token}>
          <Hidden {...deed.undo} back={back} />
          <button class="btn btn-small" type="submit">
            {say.undo}
          </button>
        </Form>
      )}
    </Toast>
  );
}

const Toast = ({ children }: { readonly children: preact.ComponentChildren }): VNode => (
  <div class="toast" role="status">
    <div>{children}</div>
  </div>
);

function Tabs({ tabs, language }: ListsPage): VNode {
  return (
    <nav class="tabs" aria-label={words[language].lists}>
      <ul>
        {tabs.map(({ href, label, count, isLate, isNow }) => (
          <li>
            <a href={href} aria-current={isNow ? 'page' : undefined}>
              {label}
              {count !== null && <Counted count={count} isLate={isLate} language={language} />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Table(page: ListsPage): VNode {
  const { language, lines, columns, candidates } = page;
  const say = words[language];
  const canAssign = candidates !== null;
  return (
    <table class="cards names" role="table">
      <caption class="vh">
        {page.title}, {page.lead}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {canAssign && (
            <th scope="col" role="columnheader">
              <span class="vh">{say.choice}</span>
            </th>
          )}
          <th scope="col" role="columnheader">
            {say.family}
          </th>
          <WorkHeads of={columns} language={language} sorted={page.sorted} />
          {canAssign && (
            <th scope="col" role="columnheader">
              <span class="vh">{say.take}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <Row line={line} page={page} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ line, page }: { readonly line: WorkLine; readonly page: ListsPage }): VNode {
  const { language, columns, candidates, chosen } = page;
  const say = words[language];
  const { file, title } = line;
  const pick = (
    <td role="cell" class="pick">
      <input
        type="checkbox"
        name="file"
        value={file}
        checked={chosen.includes(file)}
        aria-label={say.choose(title)}
      />
    </td>
  );
  const claim = (
    <button
      class="btn btn-small btn-bare"
      type="submit"
      name="claim"
      value={file}
      aria-label={say.claimOf(title)}
    >
      {say.claim}
    </button>
  );
  return (
    <tr role="row">
      {candidates && pick}
      <th scope="row" role="rowheader">
        <a href={line.href} class={line.isNumber ? 'num' : undefined}>
          {title}
        </a>
      </th>
      <WorkCells line={line} of={columns} language={language} />
      {candidates && <td role="cell">{!line.isMine && claim}</td>}
    </tr>
  );
}

/** Stands before the rows: its button is the one that the return key presses. */
function Bulk({
  candidates,
  language,
  fault,
  handler,
}: Pick<ListsPage, 'language' | 'fault' | 'handler'> & {
  readonly candidates: NonNullable<ListsPage['candidates']>;
}): VNode {
  const say = words[language];
  return (
    <div class="bulk">
      <label for="handler-to">{say.to}</label>
      <select id="handler-to" name="handler" aria-invalid={fault === null ? undefined : 'true'}>
        <option value="">{say.chooseHandler}</option>
        {candidates.map(({ login, name }) => (
          <option value={login} selected={login === handler}>
            {name}
          </option>
        ))}
      </select>
      <button class="btn btn-small" type="submit">
        {say.preview}
      </button>
    </div>
  );
}
