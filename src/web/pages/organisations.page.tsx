import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import type { Shown } from '../page.js';
import { Choose, Form, Head, Section, Submit, Typed, type Choice, type Fault } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { Confirm, type Consequences } from './consequences.js';
import { text } from './organisations.words.js';

/** An organisation as typed. */
export interface OrganisationWish {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly successor: string;
}

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

/** What the page of the organisations is made from. */
export interface OrganisationsPage {
  readonly language: Language;
  readonly token: string;
  readonly lines: readonly OrganisationLine[];
  readonly kinds: readonly Choice[];
  readonly districts: readonly Choice[];
  readonly wish: OrganisationWish;
  readonly isUnderWay: boolean;
  /** What the wish would do, once it is known and has to be seen. */
  readonly told: Consequences | null;
  readonly faults: readonly Fault[];
  readonly wasKept: boolean;
  readonly done: keyof (typeof text)['sv']['done'] | undefined;
}

/** Every organisation; adding one, changing its name, and ending a district. */
export function organisationsPage(page: OrganisationsPage): Shown {
  const { language, token, told, wish, faults } = page;
  const say = text[language];
  const fields = { ...wish };
  const main = (
    <>
      {page.done && (
        <p class="toast" role="status">
          {say.done[page.done]}
        </p>
      )}
      {page.wasKept && <p class="notice is-soon">{say.kept}</p>}
      <Head title={say.title} lead={told === null ? say.lead : undefined} />
      {told === null ? (
        <Lists {...page} />
      ) : (
        <Confirm
          {...{ language, token, told, fields, to: '/organisations', back: '/organisations' }}
          label={wish.to === '' ? say.save : say.saveEnd}
        />
      )}
    </>
  );
  return { title: say.title, main, faults };
}

function Lists(page: OrganisationsPage): VNode {
  const { language, lines, isUnderWay } = page;
  const say = text[language];
  const districts = lines.filter(({ days }) => days !== null);
  const others = lines.filter(({ days }) => days === null);
  const form = (
    <Section id="add" title={say.add}>
      <OrganisationForm {...page} />
    </Section>
  );
  return (
    <>
      {isUnderWay && form}
      <Section id="districts" title={say.districts}>
        <p class="acts">
          <a class="btn" href="/organisations/merge">
            {say.mergeTitle}
          </a>
        </p>
        {districts.length === 0 ? (
          <p class="empty">{say.noDistricts}</p>
        ) : (
          <Districts page={page} lines={districts} />
        )}
      </Section>
      <Section id="others" title={say.others}>
        {others.length === 0 ? (
          <p class="empty">{say.noOthers}</p>
        ) : (
          <>
            <p class="hint">{say.othersHint}</p>
            <Others page={page} lines={others} />
          </>
        )}
      </Section>
      {!isUnderWay && form}
    </>
  );
}

interface Listed {
  readonly page: OrganisationsPage;
  readonly lines: readonly OrganisationLine[];
}

const shapes = { now: 'is-done', later: 'is-idle', past: 'is-stop' } as const;

function Districts({ page, lines }: Listed): VNode {
  const { language } = page;
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
            <Change page={page} line={line} />
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}

function Others({ page, lines }: Listed): VNode {
  const { language } = page;
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
            <Change page={page} line={line} />
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}

/** How many people an organisation has, and the way to them. */
function People({
  line,
  language,
}: Pick<Listed['page'], 'language'> & { readonly line: OrganisationLine }): VNode {
  const { code, name, people } = line;
  if (people === 0) return <>{figure(0, language)}</>;
  return (
    <a href={`/people?of=${code}`} aria-label={text[language].peopleOf(people, name)}>
      {figure(people, language)}
    </a>
  );
}

const Change = ({
  page: { language, token },
  line: { code, name },
}: {
  readonly page: OrganisationsPage;
  readonly line: OrganisationLine;
}): VNode => (
  <Form to="/organisations" token={token} class="inline-form">
    <button
      class="btn btn-small"
      type="submit"
      name="edit"
      value={code}
      aria-label={text[language].changeOf(name)}
    >
      {text[language].change}
    </button>
  </Form>
);

function OrganisationForm({ language, token, wish, faults, kinds, districts }: OrganisationsPage): VNode {
  const say = text[language];
  return (
    <Form to="/organisations" token={token} class="form">
      <p class="hint">{say.addHint}</p>
      <Typed id="name" label={say.name} value={wish.name} faults={faults} />
      <Typed id="code" label={say.code} hint={say.codeHint} value={wish.code} faults={faults} />
      <Choose
        {...{ id: 'kind', label: say.kind, hint: say.kindHint, none: say.chooseKind, faults }}
        all={kinds}
        value={wish.kind}
      />
      <div class="beside">
        <Typed
          id="from"
          label={say.from}
          hint={say.fromHint}
          value={wish.from}
          faults={faults}
          class="w-date"
        />
        <Typed id="to" label={say.to} hint={say.toHint} value={wish.to} faults={faults} class="w-date" />
      </div>
      <Choose
        {...{ id: 'successor', label: say.successor, hint: say.successorHint, none: say.noSuccessor, faults }}
        all={districts}
        value={wish.successor}
      />
      <Submit>{say.save}</Submit>
    </Form>
  );
}
