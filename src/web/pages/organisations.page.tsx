import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Choose, Form, Head, Section, Submit, Typed, type Choice, type Fault, Toast } from '../parts.js';
import { Confirm, type Consequences } from './consequences.js';
import { Districts, Others, type OrganisationLine } from './organisation-tables.js';
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
      {page.done && <Toast>{say.done[page.done]}</Toast>}
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
  const { language, token, lines, isUnderWay } = page;
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
          <Districts {...{ language, token, lines: districts }} />
        )}
      </Section>
      <Section id="others" title={say.others}>
        {others.length === 0 ? (
          <p class="empty">{say.noOthers}</p>
        ) : (
          <>
            <p class="hint">{say.othersHint}</p>
            <Others {...{ language, token, lines: others }} />
          </>
        )}
      </Section>
      {!isUnderWay && form}
    </>
  );
}

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
