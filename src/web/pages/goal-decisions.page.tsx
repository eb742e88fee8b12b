import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Options } from '../options.js';
import { Field, Form, Head, Section, type Fault, Submit, Toast } from '../parts.js';
import { Chips, type Chip } from '../tables.js';
import { GoalDecisions, type GoalDecision } from './goal-decisions.js';
import { text } from './goal-decisions.words.js';

/** A decision as typed. */
export interface GoalWish {
  readonly year: string;
  readonly forms: readonly string[];
  readonly goal: string;
  readonly decidedOn: string;
  readonly reference: string;
}

/** What the page where goals are recorded is made from. */
export interface GoalDecisionsPage {
  readonly language: Language;
  readonly token: string;
  readonly wish: GoalWish;
  readonly faults: readonly Fault[];
  readonly wasKept: boolean;
  readonly done: 'added' | 'unchanged' | undefined;
  readonly forms: readonly { readonly code: string; readonly name: string }[];
  /** The year whose decisions are shown, and the ways to others. */
  readonly year: number;
  /** Whether the year has begun, so that there is a balance to see. */
  readonly hasBegun: boolean;
  readonly years: readonly Chip[];
  readonly decisions: readonly GoalDecision[];
}

/** The council's decisions on the yearly goal: recording one, and those that there are. */
export function goalDecisionsPage(page: GoalDecisionsPage): Shown {
  const { language, faults, done, year } = page;
  const say = text[language];
  const main = (
    <>
      {done && <Toast>{say[done]}</Toast>}
      {page.wasKept && <p class="notice is-soon">{say.kept}</p>}
      <Head title={say.title} lead={say.lead} />
      <Section id="record" title={say.record}>
        <DecisionForm {...page} />
      </Section>
      <Section id="decisions" title={say.list(year)}>
        <Chips label={say.years} all={page.years} />
        <GoalDecisions {...page} />
        {page.hasBegun && (
          <p>
            <a href={`/reports/goal-ledger?year=${year}`}>{say.report}</a>
          </p>
        )}
      </Section>
    </>
  );
  return { title: say.title, main, faults };
}

function DecisionForm(page: GoalDecisionsPage): VNode {
  const { language, token } = page;
  const say = text[language];
  return (
    <Form to="/goal/decisions" token={token} class="form">
      <Asked {...page} id="year" label={say.year} size={6} />
      <Forms {...page} />
      <Asked {...page} id="goal" label={say.goal} size={6} />
      <Asked {...page} id="decidedOn" label={say.decidedOn} hint={say.dayHint} size={12} />
      <Asked {...page} id="reference" label={say.reference} hint={say.referenceHint} size={40} />
      <Submit>{say.save}</Submit>
    </Form>
  );
}

const Asked = ({
  id,
  label,
  hint,
  size,
  faults,
  wish,
}: GoalDecisionsPage & {
  readonly id: Exclude<keyof GoalWish, 'forms'>;
  readonly label: string;
  readonly hint?: string;
  readonly size: number;
}): VNode => (
  <Field id={id} label={label} {...(hint !== undefined && { hint })} faults={faults}>
    {(tied) => (
      <input
        type="text"
        size={size}
        autocomplete="off"
        value={wish[id]}
        {...(id === 'year' || id === 'goal' ? { inputMode: 'numeric' as const } : {})}
        {...tied}
      />
    )}
  </Field>
);

const Forms = ({ language, forms, wish, faults }: GoalDecisionsPage): VNode => (
  <Options
    {...{ id: 'forms', legend: text[language].forms, hint: text[language].formsHint, faults }}
    many
    all={forms.map(({ code, name }) => ({ value: code, label: name }))}
    chosen={wish.forms}
  />
);
