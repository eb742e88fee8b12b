import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Choose, Field, Form, Head, Section, type Choice, type Fault, Submit, Toast } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { householdSizes, type HouseholdSize } from '../../register/schemas.js';
import { text } from './forecast.words.js';

/** A forecast as typed: whose, of which form, and the fewest and the most, of all (`low`) and of each size (`low-2-3`). */
export type ForecastWish = Readonly<Record<string, string>>;

/** What the page of the districts' forecasts is made from. */
export interface ForecastPage {
  readonly language: Language;
  readonly token: string;
  readonly year: number;
  readonly wish: ForecastWish;
  readonly faults: readonly Fault[];
  readonly wasKept: boolean;
  /** Those to choose from; the people of a board or unit hand in for their own. */
  readonly districts: readonly Choice[];
  readonly forms: readonly Choice[];
  readonly sizes: readonly HouseholdSize[];
  readonly lines: readonly {
    readonly name: string;
    readonly form: string;
    readonly size: string | null;
    readonly low: number;
    readonly high: number;
    readonly handedIn: string;
    readonly isReplaced: boolean;
  }[];
  readonly done: 'added' | 'unchanged' | undefined;
}

/** What the districts expect of next year: handing it in, and what was handed in. */
export function forecastPage(page: ForecastPage): Shown {
  const { language, year, faults, done, lines } = page;
  const say = text[language];
  const title = say.title(year);
  const main = (
    <>
      {done && <Toast>{say[done]}</Toast>}
      {page.wasKept && <p class="notice is-soon">{say.kept}</p>}
      <Head title={title} lead={say.lead(year)} />
      <ForecastForm {...page} />
      <Section id="lines" title={say.lines}>
        {lines.length === 0 ? <p class="empty">{say.none}</p> : <Lines {...page} />}
        <p>
          <a href="/reports/forecast">{say.report}</a>
        </p>
      </Section>
    </>
  );
  return { title, main, faults };
}

function ForecastForm({ language, token, wish, faults, districts, forms, sizes }: ForecastPage): VNode {
  const say = text[language];
  const [own] = districts;
  const told = (id: string, label: string): VNode => (
    <Households id={id} label={label} value={wish[id] ?? ''} faults={faults} />
  );
  const chosen = (id: string, label: string, none: string, all: readonly Choice[]): VNode => (
    <Choose {...{ id, label, none, all, faults }} value={wish[id]} />
  );
  const isBySize = sizes.some((size) => wish[`low-${size}`] || wish[`high-${size}`]);
  return (
    <Form to="/forecast" token={token} class="form">
      {districts.length === 1 && own ? (
        <>
          <input type="hidden" name="district" value={own.value} />
          <p>
            <strong>{own.label}</strong>
          </p>
        </>
      ) : (
        chosen('district', say.district, say.choose, districts)
      )}
      {chosen('form', say.form, say.chooseForm, forms)}
      <div class="beside">
        {told('low', say.low)}
        {told('high', say.high)}
      </div>
      <details open={isBySize}>
        <summary>{say.bySize}</summary>
        <div class="form">
          <p class="hint">{say.bySizeHint}</p>
          {sizes.map((size) => (
            <fieldset class="field">
              <legend>{householdSizes[size][language]}</legend>
              <div class="beside">
                {told(`low-${size}`, say.low)}
                {told(`high-${size}`, say.high)}
              </div>
            </fieldset>
          ))}
        </div>
      </details>
      <Submit>{say.handIn}</Submit>
    </Form>
  );
}

const Households = ({
  value,
  ...field
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly faults: readonly Fault[];
}): VNode => (
  <Field {...field}>
    {(tied) => <input {...tied} class="w-date" value={value} inputMode="numeric" autocomplete="off" />}
  </Field>
);

function Lines({ language, lines }: ForecastPage): VNode {
  const say = text[language];
  return (
    <CardTable
      caption={say.lines}
      heads={[say.district, say.form, say.size, say.low, say.high, say.handedIn, say.state]}
      figures={[3, 4]}
    >
      {lines.map(({ name, form, size, low, high, handedIn, isReplaced }) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            {name}
          </th>
          <Cell l={say.form}>{form}</Cell>
          <Cell l={say.size}>
            {size === null ? say.allSizes : householdSizes[size as HouseholdSize][language]}
          </Cell>
          <Cell l={say.low} class="r">
            {low}
          </Cell>
          <Cell l={say.high} class="r">
            {high}
          </Cell>
          <Cell l={say.handedIn}>
            <time dateTime={handedIn}>{handedIn}</time>
          </Cell>
          <Cell l={say.state}>
            <span class={`tag tag-bare ${isReplaced ? 'is-stop' : 'is-done'}`}>
              {isReplaced ? say.replaced : say.counts}
            </span>
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}
