import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Head, Section, type Choice, type Fault, Toast, RowButton } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { Confirm, type Consequences } from './consequences.js';
import { CoverForm, PostForm, type CoverWish, type PostWish } from './cover-forms.js';
import { text } from './cover.words.js';

/** A cover or a further role that holds or is to come. */
export interface HeldLine {
  /** Names the line, where it is ended. */
  readonly which: string;
  readonly name: string;
  /** Whom it is in place of; null for a further role. */
  readonly covered: string | null;
  /** Roles with their organisations. */
  readonly posts: readonly string[];
  readonly from: string;
  readonly to: string | null;
  readonly isNow: boolean;
}

/** What the page of cover and further roles is made from. */
export interface CoverPage {
  readonly language: Language;
  readonly token: string;
  readonly covers: readonly HeldLine[];
  readonly posts: readonly HeldLine[];
  readonly people: readonly Choice[];
  readonly organisations: readonly Choice[];
  readonly roles: readonly Choice[];
  readonly cover: CoverWish;
  readonly post: PostWish;
  /** Which of the two forms is under way, and what it would do once it is known. */
  readonly underWay: { readonly form: 'cover' | 'post'; readonly told: Consequences | null } | null;
  readonly faults: readonly Fault[];
  readonly wasKept: boolean;
  readonly done: keyof (typeof text)['sv']['done'] | undefined;
}

/** Who stands in for whom, who has which further roles, and registering either. */
export function coverPage(page: CoverPage): Shown {
  const { language, faults, underWay } = page;
  const say = text[language];
  const told = underWay?.told ?? null;
  const main = (
    <>
      {page.done && <Toast>{say.done[page.done]}</Toast>}
      {page.wasKept && <p class="notice is-soon">{say.kept}</p>}
      <Head title={say.title} lead={told === null ? say.lead : undefined} />
      {told === null ? <Lists {...page} /> : <Confirmed {...{ page, told }} />}
    </>
  );
  return { title: say.title, main, faults };
}

/** What holds and is to come, and the two forms; the one that is under way stands first. */
function Lists(page: CoverPage): VNode {
  const { language, underWay, covers, posts } = page;
  const say = text[language];
  const cover = (
    <Section id="add-cover" title={say.addCover}>
      <CoverForm {...page} />
    </Section>
  );
  const post = (
    <Section id="add-post" title={say.addPost}>
      <PostForm {...page} />
    </Section>
  );
  return (
    <>
      {underWay && { cover, post }[underWay.form]}
      <Section id="covers" title={say.covers}>
        {covers.length === 0 ? <p class="empty">{say.noCovers}</p> : <Held {...{ page, lines: covers }} />}
      </Section>
      <Section id="posts" title={say.posts}>
        {posts.length === 0 ? <p class="empty">{say.noPosts}</p> : <Held {...{ page, lines: posts }} />}
      </Section>
      {underWay?.form !== 'cover' && cover}
      {underWay?.form !== 'post' && post}
      <datalist id="people">
        {page.people.map(({ value, label }) => (
          <option value={value} label={label} />
        ))}
      </datalist>
    </>
  );
}

function Confirmed({ page, told }: { readonly page: CoverPage; readonly told: Consequences }): VNode {
  const { language, token, underWay, cover, post } = page;
  const say = text[language];
  const sent =
    underWay?.form === 'cover'
      ? { to: '/cover', fields: { ...cover }, label: say.saveCover }
      : { to: '/cover/roles', fields: { ...post }, label: say.savePost };
  return <Confirm {...{ language, token, told, back: '/cover', ...sent }} />;
}

function Held({
  page: { language, token },
  lines,
}: {
  readonly page: CoverPage;
  readonly lines: readonly HeldLine[];
}): VNode {
  const say = text[language];
  const isCover = lines.some(({ covered }) => covered !== null);
  const heads = [
    ...(isCover ? [say.substitute, say.covered] : [say.who]),
    ...[say.role, say.from, say.to, say.state, say.end],
  ];
  return (
    <CardTable caption={isCover ? say.covers : say.posts} heads={heads} buttons>
      {lines.map(({ which, name, covered, posts, from, to, isNow }) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            {name}
          </th>
          {covered !== null && <Cell l={say.covered}>{covered}</Cell>}
          <Cell l={say.role}>{posts.join('; ')}</Cell>
          <Cell l={say.from}>
            <time dateTime={from}>{from}</time>
          </Cell>
          <Cell l={say.to}>{to === null ? say.open : <time dateTime={to}>{to}</time>}</Cell>
          <Cell l={say.state}>
            <span class={`tag tag-bare ${isNow ? 'is-done' : 'is-idle'}`}>
              {isNow ? say.states.now : say.states.later}
            </span>
          </Cell>
          <Cell>
            <RowButton
              to="/cover/end"
              token={token}
              name="which"
              value={which}
              says={say.endOf([name, covered].filter(Boolean).join(', '))}
            >
              {say.end}
            </RowButton>
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}
