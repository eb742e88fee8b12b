import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Form, Head, Section } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { Hidden } from './lists.page.js';
import { assignWords, words } from './lists.words.js';
import type { WorkLine } from './work-line.js';

/** What the preview of a reassignment is made from. */
export interface AssignPage {
  readonly language: Language;
  readonly token: string;
  readonly handler: { readonly login: string; readonly name: string };
  readonly will: readonly WorkLine[];
  readonly cannot: readonly { readonly line: WorkLine; readonly why: string }[];
  readonly key: string;
  readonly back: string;
}

/** What would change hands and what not, before it does. */
export function assignPage(page: AssignPage): Shown {
  const { language, token, handler, will, cannot, key, back } = page;
  const say = assignWords[language];
  const { family } = words[language];
  const main = (
    <>
      <Head title={say.title} lead={say.lead(handler.name)} />
      {will.length === 0 && <p class="empty">{say.none}</p>}
      {will.length > 0 && <Will {...page} />}
      {cannot.length > 0 && (
        <Section id="cannot" title={say.cannot(cannot.length)}>
          <CardTable caption={say.cannot(cannot.length)} heads={[family, say.now, say.why]}>
            {cannot.map(({ line, why }) => (
              <tr role="row">
                <Family line={line} />
                <Cell l={say.now}>{line.handler ?? say.nobody}</Cell>
                <Cell l={say.why}>{why}</Cell>
              </tr>
            ))}
          </CardTable>
        </Section>
      )}
      <Form to="/files/assigned" token={token}>
        <Hidden
          back={back}
          did={key}
          files={will.map(({ file }) => file).join(',')}
          handler={handler.login}
        />
        <p class="acts">
          {will.length > 0 && (
            <button class="btn btn-main" type="submit">
              {say.go(will.length)}
            </button>
          )}
          <a class="btn" href={back}>
            {say.back}
          </a>
        </p>
      </Form>
    </>
  );
  return { title: say.title, main };
}

function Will({ language, handler, will }: AssignPage): VNode {
  const say = assignWords[language];
  return (
    <Section id="will" title={say.will(will.length)}>
      <CardTable caption={say.will(will.length)} heads={[words[language].family, say.now, say.then]}>
        {will.map((line) => (
          <tr role="row">
            <Family line={line} />
            <Cell l={say.now}>{line.handler ?? say.nobody}</Cell>
            <Cell l={say.then}>{handler.name}</Cell>
          </tr>
        ))}
      </CardTable>
    </Section>
  );
}

const Family = ({ line }: { readonly line: WorkLine }): VNode => (
  <th scope="row" role="rowheader">
    <a href={line.href}>{line.title}</a>
  </th>
);
