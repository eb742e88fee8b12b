import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { Facts, type Fact } from '../facts.js';
import type { Shown } from '../page.js';
import { Options } from '../options.js';
import { Field, Form, Head, type Fault } from '../parts.js';
import type { DelegationLine } from './delegation.page.js';
import { text } from './delegation.words.js';
import type { LastWish } from './last-day.js';

const LASTS = ['now', 'today', 'day'] as const;

/** What the page that ends a line is made from. */
export interface EndDelegationPage {
  readonly language: Language;
  readonly token: string;
  /** The code of the organisation whose line it is. */
  readonly organisation: string;
  readonly line: DelegationLine;
  readonly wish: LastWish;
  readonly faults: readonly Fault[];
}

/** Asks when a line of an order of delegation ends. */
export function endDelegationPage(page: EndDelegationPage): Shown {
  const { language, token, organisation, line, wish, faults } = page;
  const say = text[language];
  const main = (
    <>
      <Head title={say.endTitle} lead={say.endLead} />
      <Told line={line} language={language} />
      <Form to="/delegation/end" token={token} class="form">
        <input type="hidden" name="organisation" value={organisation} />
        <input type="hidden" name="line" value={line.line} />
        <Options
          {...{ id: 'last', legend: say.last, chosen: [wish.last], faults }}
          all={LASTS.map((value) => ({ value, label: say.lasts[value] }))}
        />
        <Field id="day" label={say.lastDay} hint={say.lastDayHint} faults={faults}>
          {(tied) => <input {...tied} class="w-date" value={wish.day} autocomplete="off" />}
        </Field>
        <p class="acts">
          <button class="btn btn-main" type="submit">
            {say.endTitle}
          </button>
          <a class="btn" href="/delegation">
            {say.back}
          </a>
        </p>
      </Form>
    </>
  );
  return { title: say.endTitle, main, faults };
}

function Told({ line, language }: { readonly line: DelegationLine; readonly language: Language }): VNode {
  const say = text[language];
  const all: readonly Fact[] = [
    [say.organisation, line.organisation],
    [say.decision, line.decision],
    [say.line, line.line],
    [say.who, line.who],
    [say.from, line.from],
    [say.to, line.to ?? say.open],
  ];
  return <Facts all={all} />;
}
