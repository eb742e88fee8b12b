import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Head, Section } from '../parts.js';
import { Chips, Scrolled } from '../tables.js';

/** Posts of one kind of organisation, side by side. */
export interface PostGroup {
  readonly kind: string;
  readonly roles: readonly string[];
}

/** A table of yes and no: what each row is, what is said of it, and the answers in the order of the columns. */
export interface YesNoTable {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly {
    readonly name: string;
    readonly note: string;
    readonly may: readonly boolean[];
  }[];
}

/** What the permission matrix is made from. */
export interface PermissionsPage {
  readonly language: Language;
  readonly situations: readonly string[];
  /** Who sees a household's file: a row for each post, a column for each situation. */
  readonly seeing: readonly YesNoTable[];
  readonly posts: readonly PostGroup[];
  /** Posts that take no step at all, and so have no column. */
  readonly watching: readonly string[];
  /** Who takes which step: a row for each step, a column for each post. */
  readonly steps: readonly YesNoTable[];
}

const text = {
  sv: {
    title: 'Behörigheter',
    lead: 'Vem som får se och göra vad. Tabellerna görs av samma regler som systemet följer, så de stämmer alltid.',
    seeing: 'Se ett hushålls ärende',
    words: [
      ['egen', 'läsarens organisation ansvarar för hushållet'],
      ['namngiven', 'insläppt med namn i ärendet'],
      ['skyddad', 'skyddade personuppgifter: bara de namngivna ser ärendet'],
      ['akut', 'nödöppning med skäl, en timme, bara läsning; granskas alltid'],
    ],
    post: 'Roll',
    step: 'Steg',
    yes: 'ja',
    no: 'nej',
    scroll: 'kan rullas i sidled',
    parts: 'Delar av sidan',
    watching: 'Vem som tar vilka steg står nedan. Dessa tar inga steg och har ingen kolumn:',
  },
  en: {
    title: 'Permissions',
    lead: 'Who may see and do what. The tables are made from the very rules that the system goes by, so they are always true.',
    seeing: 'Seeing a household’s file',
    words: [
      ['own', 'the reader’s organisation answers for the household'],
      ['named', 'let into the case by name'],
      ['protected', 'protected identity: only those named see the case'],
      ['emergency', 'opened with a reason, for an hour, for reading; always reviewed'],
    ],
    post: 'Role',
    step: 'Step',
    yes: 'yes',
    no: 'no',
    scroll: 'scrolls sideways',
    parts: 'Parts of the page',
    watching: 'Who takes which step stands below. These take none and have no column:',
  },
} as const;

/** The permission matrix: who sees a household's file in each situation, and who takes which step. */
export function permissionsPage(page: PermissionsPage): Shown {
  const { language, situations, seeing, posts, watching, steps } = page;
  const say = text[language];
  const main = (
    <>
      <Head title={say.title} lead={say.lead} />
      <Chips
        label={say.parts}
        all={[...seeing, ...steps].map(({ id, title }) => ({ href: `#${id}`, text: title, isNow: false }))}
      />
      <dl class="pairs">
        {say.words.map(([word, meaning]) => (
          <div>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {seeing.map((table) => (
        <Section id={table.id} title={table.title}>
          <Matrix table={table} language={language} caption={`${say.seeing}: ${table.title}`}>
            <tr>
              <th scope="col">{say.post}</th>
              {situations.map((one) => (
                <th scope="col">{one}</th>
              ))}
            </tr>
          </Matrix>
        </Section>
      ))}
      <p class="prose">
        {say.watching} {watching.join('; ')}.
      </p>
      {steps.map((table) => (
        <Section id={table.id} title={table.title}>
          <Matrix table={table} language={language} caption={table.title}>
            <PostHeads posts={posts} step={say.step} />
          </Matrix>
        </Section>
      ))}
    </>
  );
  return { title: say.title, main };
}

const PostHeads = ({
  posts,
  step,
}: {
  readonly posts: readonly PostGroup[];
  readonly step: string;
}): VNode => (
  <>
    <tr>
      <th scope="col" rowSpan={2}>
        {step}
      </th>
      {posts.map(({ kind, roles }) => (
        <th scope="colgroup" colSpan={roles.length}>
          {kind}
        </th>
      ))}
    </tr>
    <tr>{posts.flatMap(({ roles }) => roles.map((role) => <th scope="col">{role}</th>))}</tr>
  </>
);

function Matrix(matrix: {
  readonly table: YesNoTable;
  readonly language: Language;
  readonly caption: string;
  readonly children: VNode;
}): VNode {
  const { table, language, caption } = matrix;
  const say = text[language];
  return (
    <Scrolled label={`${caption}, ${say.scroll}`}>
      <table class="matrix">
        <caption class="vh">{caption}</caption>
        <thead>{matrix.children}</thead>
        <tbody>
          {table.rows.map(({ name, note, may }) => (
            <tr>
              <th scope="row">
                {name}
                {note && <small class="meta block">{note}</small>}
              </th>
              {may.map((yes) => (
                <td>
                  {yes ? <span class="sh is-done" aria-hidden="true" /> : <span aria-hidden="true">–</span>}
                  <span class="vh">{yes ? say.yes : say.no}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
