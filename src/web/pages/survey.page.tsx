import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Field, Form, Head, Section, type Fault, Submit, Toast } from '../parts.js';
import type { RoundSummed } from '../../reports/index.js';
import { CardTable, Cell } from '../tables.js';
import { CarriedRows, SheetFields } from './sheet-fields.js';
import { text } from './survey.words.js';

/** A round to import, as typed. */
export interface SurveyWish {
  readonly year: string;
  readonly date: string;
  readonly rows: string;
}

/** What the page of the survey's rounds is made from. */
export interface SurveyPage {
  readonly language: Language;
  readonly token: string;
  readonly wish: SurveyWish;
  readonly faults: readonly Fault[];
  /** The columns in their order, in words. */
  readonly columns: string;
  readonly rounds: readonly {
    readonly year: number;
    readonly heldOn: string;
    readonly answers: number | null;
    readonly lasting: number | null;
  }[];
  readonly done: 'imported' | 'unchanged' | undefined;
}

/** The rounds there are, and importing another. */
export function surveyPage(page: SurveyPage): Shown {
  const { language, faults, done, rounds } = page;
  const say = text[language];
  const main = (
    <>
      {done && <Toast>{say[done]}</Toast>}
      <Head title={say.title} lead={say.lead} />
      <Section id="import" title={say.import}>
        <ImportForm {...page} />
      </Section>
      <Section id="rounds" title={say.rounds}>
        {rounds.length === 0 ? <p class="empty">{say.none}</p> : <Rounds {...page} />}
        <p>
          <a href="/reports/survey">{say.report}</a>
        </p>
      </Section>
    </>
  );
  return { title: say.title, main, faults };
}

function ImportForm({ language, token, wish, faults, columns }: SurveyPage): VNode {
  const say = text[language];
  return (
    <Form to="/survey" token={token} class="form" upload>
      <div class="beside">
        <Field id="year" label={say.year} faults={faults}>
          {(tied) => (
            <input {...tied} class="w-date" value={wish.year} inputMode="numeric" autocomplete="off" />
          )}
        </Field>
        <Field id="date" label={say.date} hint={say.day} faults={faults}>
          {(tied) => <input {...tied} class="w-date" value={wish.date} autocomplete="off" />}
        </Field>
      </div>
      <SheetFields {...{ say, columns, rows: wish.rows, faults }} />
      <Submit>{say.check}</Submit>
    </Form>
  );
}

function Rounds({ language, rounds }: SurveyPage): VNode {
  const say = text[language];
  return (
    <CardTable caption={say.rounds} heads={[say.year, say.date, say.answers, say.lasting]} figures={[2, 3]}>
      {rounds.map(({ year, heldOn, answers, lasting }) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            {year}
          </th>
          <Cell l={say.date}>
            <time dateTime={heldOn}>{heldOn}</time>
          </Cell>
          <Cell l={say.answers} class="r">
            {answers ?? say.unknown}
          </Cell>
          <Cell l={say.lasting} class="r">
            {lasting ?? say.unknown}
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}

/** What the page that checks a round is made from. */
export interface CheckPage {
  readonly language: Language;
  readonly token: string;
  readonly wish: SurveyWish;
  readonly year: number;
  readonly count: number;
  readonly lines: readonly { readonly name: string; readonly others: number; readonly newly: number }[];
  /** This round first, then those there are. */
  readonly rounds: readonly RoundSummed[];
}

/** What would be imported, in sums to be held against the source, before it is. */
export function surveyCheckPage(page: CheckPage): Shown {
  const { language, token, wish, year, count, lines } = page;
  const say = text[language];
  const sum = (of: 'others' | 'newly'): number => lines.reduce((all, line) => all + line[of], 0);
  const title = say.checked(year);
  const main = (
    <>
      <Head title={title} lead={say.checkedLead(count, wish.date)} />
      <CardTable caption={title} heads={[say.situation, say.others, say.newly]} figures={[1, 2]}>
        {[...lines, { name: say.sum, others: sum('others'), newly: sum('newly') }].map(
          ({ name, others, newly }) => (
            <tr role="row">
              <th scope="row" role="rowheader">
                {name}
              </th>
              <Cell l={say.others} class="r">
                {others}
              </Cell>
              <Cell l={say.newly} class="r">
                {newly}
              </Cell>
            </tr>
          ),
        )}
      </CardTable>
      <Compared {...page} />
      <Form to="/survey/check" token={token} class="form" upload>
        <input type="hidden" name="year" value={wish.year} />
        <input type="hidden" name="date" value={wish.date} />
        <CarriedRows rows={wish.rows} />
        <p class="acts">
          <button class="btn btn-main" type="submit">
            {say.importNow(count)}
          </button>
          <button class="btn" type="submit" name="back" value="1">
            {say.back}
          </button>
        </p>
      </Form>
    </>
  );
  return { title, main };
}

function Compared({ language, rounds }: CheckPage): VNode {
  const say = text[language];
  return (
    <CardTable caption={say.compared} heads={[say.year, say.others, say.lasting]}>
      {rounds.map(({ year, families, lasting }, at) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            {at === 0 ? say.thisRound(year) : year}
          </th>
          <Cell l={say.others}>{families ?? say.unknown}</Cell>
          <Cell l={say.lasting}>{lasting ?? say.unknown}</Cell>
        </tr>
      ))}
    </CardTable>
  );
}
