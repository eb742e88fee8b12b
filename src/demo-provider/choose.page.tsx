import type { VNode } from 'preact';
import type { Language } from '../platform/language.js';
import type { DemoPerson } from './people.js';
import { shell } from './shell.js';

const text = {
  sv: {
    title: 'Vem vill du vara?',
    lead: 'Demonstrationens inloggning. Alla personer är påhittade, och inget lösenord behövs. I drift sköts inloggningen av stadens inloggningstjänst.',
    examples: 'En person för varje roll',
    all: (count: number) => `Alla ${count} personer`,
    name: 'Namn',
    role: 'Roll',
    organisation: 'Organisation',
    login: 'Inloggningsnamn',
    choose: 'Logga in',
    as: (name: string) => `Logga in som ${name}`,
    several: 'flera roller eller vikarierar',
    none: 'Ingen finns i registren än. Vänta tills exempelåren är inlästa och ladda om sidan.',
  },
  en: {
    title: 'Who do you want to be?',
    lead: 'The sign-in of the demonstration. All people are invented, and no password is needed. In production the city’s sign-in service does this.',
    examples: 'One person of each role',
    all: (count: number) => `All ${count} people`,
    name: 'Name',
    role: 'Role',
    organisation: 'Organisation',
    login: 'Login',
    choose: 'Sign in',
    as: (name: string) => `Sign in as ${name}`,
    several: 'several roles, or covers for somebody',
    none: 'Nobody is in the registers yet. Wait until the demo years are loaded and reload the page.',
  },
} as const;

/** The one page of the demo's provider: choose whom to sign in as. */
export function choosePage(people: readonly DemoPerson[], language: Language): string {
  const say = text[language];
  const examples = people.filter(({ isExample }) => isExample);
  const main = (
    <>
      {people.length === 0 && <p class="notice is-soon">{say.none}</p>}
      <form method="post">
        <section class="sec" aria-labelledby="examples">
          <h2 id="examples">{say.examples}</h2>
          <People people={examples} language={language} caption={say.examples} />
        </section>
        <details>
          <summary>{say.all(people.length)}</summary>
          <People people={people} language={language} caption={say.all(people.length)} />
        </details>
      </form>
    </>
  );
  return shell({ language, title: say.title, lead: say.lead, main });
}

function People(list: {
  readonly people: readonly DemoPerson[];
  readonly language: Language;
  readonly caption: string;
}): VNode {
  const say = text[list.language];
  return (
    <table class="cards" role="table">
      <caption class="vh">{list.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {[say.name, say.role, say.organisation, say.login].map((head) => (
            <th scope="col" role="columnheader">
              {head}
            </th>
          ))}
          <th scope="col" role="columnheader">
            <span class="vh">{say.choose}</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {list.people.map((person) => (
          <Row person={person} language={list.language} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ person, language }: { readonly person: DemoPerson; readonly language: Language }): VNode {
  const say = text[language];
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {person.name}
      </th>
      <td role="cell" data-l={say.role}>
        {person.role[language]}
        {person.ways > 1 && <span class="sub">{say.several}</span>}
      </td>
      <td role="cell" data-l={say.organisation}>
        {person.organisation}
      </td>
      <td role="cell" data-l={say.login}>
        {person.login}
      </td>
      <td role="cell">
        <button
          class="btn btn-small"
          type="submit"
          name="login"
          value={person.login}
          aria-label={say.as(person.name)}
        >
          {say.choose}
        </button>
      </td>
    </tr>
  );
}
