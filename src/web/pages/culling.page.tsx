import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import type { Shown } from '../page.js';
import { Form, Head, Moment, Section, Toast } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { unbroken } from '../unbroken.js';
import { text } from './culling.words.js';

/** An organisation whose files are due. */
interface Due {
  readonly code: string;
  readonly name: string;
  readonly files: number;
  readonly oldest: string;
  readonly latest: string;
}

/** What somebody put forward; `isOwn` is for somebody else to cull. */
interface Waiting {
  readonly id: number;
  readonly name: string;
  readonly files: number;
  readonly by: string;
  readonly at: string;
  readonly isOwn: boolean;
}

/** A culling that was done by two persons. */
interface Done extends Omit<Waiting, 'isOwn'> {
  readonly culledBy: string;
  readonly culledAt: string;
}

/** What the page of culling is made from. */
export interface CullingPage {
  readonly language: Language;
  readonly token: string;
  readonly told: 'proposed' | 'takenBack' | 'culled' | 'nothing' | 'gone' | undefined;
  readonly waiting: readonly Waiting[];
  readonly due: readonly Due[];
  /** The day on which the next file is due, when none is. */
  readonly next: string | null;
  readonly forResearch: number;
  readonly inReview: number;
  readonly done: readonly Done[];
}

/** Culling: what waits for a second person, what is due, and what has been done. */
export function cullingPage(page: CullingPage): Shown {
  const { language, told } = page;
  const say = text[language];
  const main = (
    <>
      {told && <Toast>{say[told]}</Toast>}
      <Head title={say.title} lead={say.lead} />
      <Section id="waiting" title={say.waiting}>
        <WaitingTable {...page} />
      </Section>
      <Section id="due" title={say.due}>
        <DueTable {...page} />
      </Section>
      <Section id="done" title={say.done}>
        <DoneTable {...page} />
      </Section>
    </>
  );
  return { title: say.title, main };
}

function WaitingTable({ language, token, waiting }: CullingPage): VNode {
  const say = text[language];
  if (waiting.length === 0) return <p class="empty">{say.noneWaiting}</p>;
  return (
    <>
      <ul class="plain spaced notice is-soon">
        {[say.goes, say.stays, say.nobody, say.backups].map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      <CardTable
        caption={say.waiting}
        heads={[say.organisation, say.count, say.by, say.at, say.buttons]}
        figures={[1]}
        buttons
      >
        {waiting.map((one) => (
          <tr role="row">
            <Whose {...{ language, name: one.name, files: one.files }} />
            <Cell l={say.by}>{one.by}</Cell>
            <Cell l={say.at}>
              <Moment at={one.at} language={language} />
            </Cell>
            <Cell>
              <Choices {...{ language, token, one }} />
            </Cell>
          </tr>
        ))}
      </CardTable>
    </>
  );
}

function Choices({
  language,
  token,
  one,
}: Pick<CullingPage, 'language' | 'token'> & { readonly one: Waiting }): VNode {
  const say = text[language];
  return (
    <>
      {one.isOwn && <p class="meta">{say.own}</p>}
      <Form to="/culling/answer" token={token} class="acts">
        <input type="hidden" name="proposal" value={one.id} />
        {!one.isOwn && (
          <button class="btn btn-small btn-stop" type="submit" name="do" value="cull">
            {say.cull(one.files)} <span class="vh">{one.name}</span>
          </button>
        )}
        <button class="btn btn-small" type="submit" name="do" value="takeBack">
          {say.takeBack} <span class="vh">{say.takeBackOf(one.name)}</span>
        </button>
      </Form>
    </>
  );
}

function DueTable({ language, token, due, next, forResearch, inReview }: CullingPage): VNode {
  const say = text[language];
  return (
    <>
      {due.length === 0 ? (
        <p class="empty">
          {say.noneDue} {next === null ? say.noNext : unbroken(say.next(next))}
        </p>
      ) : (
        <CardTable
          caption={say.due}
          heads={[say.organisation, say.count, say.oldest, say.latest, say.buttons]}
          figures={[1]}
          buttons
        >
          {due.map(({ code, name, files, oldest, latest }) => (
            <tr role="row">
              <Whose {...{ language, name, files }} />
              <Cell l={say.oldest}>
                <time dateTime={oldest}>{oldest}</time>
              </Cell>
              <Cell l={say.latest}>
                <time dateTime={latest}>{latest}</time>
              </Cell>
              <Cell>
                <Form to="/culling/proposals" token={token}>
                  <input type="hidden" name="organisation" value={code} />
                  <button class="btn btn-small" type="submit">
                    {say.propose} <span class="vh">{say.proposeOf(files, name)}</span>
                  </button>
                </Form>
              </Cell>
            </tr>
          ))}
        </CardTable>
      )}
      {forResearch > 0 && <p class="meta">{say.forResearch(forResearch)}</p>}
      {inReview > 0 && <p class="meta">{say.inReview(inReview)}</p>}
    </>
  );
}

function DoneTable({ language, done }: CullingPage): VNode {
  const say = text[language];
  if (done.length === 0) return <p class="empty">{say.noneDone}</p>;
  return (
    <CardTable
      caption={say.done}
      heads={[say.organisation, say.count, say.by, say.culledBy, say.culledAt]}
      figures={[1]}
    >
      {done.map(({ name, files, by, culledBy, culledAt }) => (
        <tr role="row">
          <Whose {...{ language, name, files }} />
          <Cell l={say.by}>{by}</Cell>
          <Cell l={say.culledBy}>{culledBy}</Cell>
          <Cell l={say.culledAt}>
            <Moment at={culledAt} language={language} />
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}

/** Whose files a row is about, and how many. */
const Whose = ({ language, name, files }: Pick<CullingPage, 'language'> & Pick<Due, 'name' | 'files'>) => (
  <>
    <th scope="row" role="rowheader">
      {name}
    </th>
    <Cell l={text[language].count} class="r">
      {figure(files, language)}
    </Cell>
  </>
);
