import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import {
  Choose,
  Form,
  Head,
  Section,
  Typed,
  type Choice,
  type Fault,
  Submit,
  Toast,
  RowButton,
} from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { text } from './people.words.js';

/** Somebody as typed. */
export interface PersonWish {
  readonly login: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
  readonly mail: string;
  readonly to: string;
}

/** What the page of an organisation's people is made from. */
export interface PeoplePage {
  readonly language: Language;
  readonly token: string;
  /** The organisation whose people are shown. */
  readonly of: string;
  /** Where somebody may work from now on. */
  readonly organisations: readonly Choice[];
  /** Of whom there is a list: those, and what has ended and has people still. */
  readonly listed: readonly Choice[];
  readonly roles: readonly Choice[];
  readonly people: readonly {
    readonly login: string;
    readonly name: string;
    readonly role: string;
    /** Roles beside their own post that hold now or are to come, with their organisations. */
    readonly further: readonly string[];
    readonly to: string | null;
    readonly hasLeft: boolean;
  }[];
  readonly wish: PersonWish;
  readonly faults: readonly Fault[];
  readonly wasKept: boolean;
  readonly done: 'added' | 'unchanged' | undefined;
}

/** Who works in an organisation and in which role; adding somebody, changing their role, and letting them go. */
export function peoplePage(page: PeoplePage): Shown {
  const { language, of, listed, people, faults, done } = page;
  const say = text[language];
  const form = (
    <Section id="add" title={say.add}>
      <PersonForm {...page} />
    </Section>
  );
  const isUnderWay = page.wish.login !== '';
  const main = (
    <>
      {done && <Toast>{say.done[done]}</Toast>}
      {page.wasKept && <p class="notice is-soon">{say.kept}</p>}
      <Head title={say.title} lead={say.lead} />
      {isUnderWay && form}
      <form class="filters" action="/people" method="get" aria-label={say.organisation} noValidate>
        <Choose {...{ id: 'of', label: say.organisation, all: listed, value: of, faults: [] }} />
        <button class="btn" type="submit">
          {say.show}
        </button>
      </form>
      <p>
        <a href="/cover">{say.cover}</a>
      </p>
      <Section id="people" title={listed.find(({ value }) => value === of)?.label ?? say.title}>
        {people.length === 0 ? <p class="empty">{say.nobody}</p> : <People {...page} />}
      </Section>
      {!isUnderWay && form}
    </>
  );
  return { title: say.title, main, faults };
}

function People({ language, token, people }: PeoplePage): VNode {
  const say = text[language];
  return (
    <CardTable caption={say.title} heads={[say.name, say.login, say.role, say.to, say.change]} buttons>
      {people.map(({ login, name, role, further, to, hasLeft }) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            {name}
          </th>
          <Cell l={say.login}>{login}</Cell>
          <Cell l={say.role}>
            {role}
            {further.length > 0 && say.further(further.join('; '))}
          </Cell>
          <Cell l={say.to}>
            {to === null ? say.open : <time dateTime={to}>{to}</time>}
            {hasLeft && (
              <>
                {' '}
                <span class="tag tag-bare is-stop">{say.left}</span>
              </>
            )}
          </Cell>
          <Cell>
            <RowButton to="/people" token={token} name="edit" value={login} says={say.changeOf(name)}>
              {say.change}
            </RowButton>
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}

function PersonForm({ language, token, wish, faults, organisations, roles }: PeoplePage): VNode {
  const say = text[language];
  return (
    <Form to="/people" token={token} class="form">
      <p class="hint">{say.addHint}</p>
      <Typed id="login" label={say.login} hint={say.loginHint} value={wish.login} faults={faults} />
      <Typed id="name" label={say.name} value={wish.name} faults={faults} />
      <Choose
        {...{ id: 'organisation', label: say.organisation, none: say.chooseOrganisation, faults }}
        all={organisations}
        value={wish.organisation}
      />
      <Choose
        {...{ id: 'role', label: say.role, none: say.chooseRole, faults }}
        all={roles}
        value={wish.role}
      />
      <Typed id="mail" label={say.mail} hint={say.mailHint} value={wish.mail} faults={faults} />
      <Typed id="to" label={say.to} hint={say.toHint} value={wish.to} faults={faults} class="w-date" />
      <Submit>{say.save}</Submit>
    </Form>
  );
}
