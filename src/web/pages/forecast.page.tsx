import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { ErrorSummary, Field, Form, Head, Section, type Fault } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { words } from '../words.js';
import { text } from './forecast.words.js';

/** A forecast as typed. */
export interface ForecastWish {
  readonly district: string;
  readonly low: string;
  readonly high: string;
}

/** What the page of the districts' forecasts is made from. */
export interface ForecastPage {
  readonly language: Language;
  readonly token: string;
  readonly year: number;
  readonly wish: ForecastWish;
  readonly faults: readonly Fault[];
  readonly wasKept: boolean;
  /** Those to choose from; a district's people hand in for their own. */
  readonly districts: readonly { readonly code: string; readonly name: string }[];
  readonly lines: readonly {
    readonly name: string;
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
      <ErrorSummary faults={faults} language={language} />
      {done && (
        <p class="toast" role="status">
          {say[done]}
        </p>
      )}
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
  const status = faults.length > 0 ? { status: 422 } : {};
  return { title: `${faults.length > 0 ? words.error[language] : ''}${title}`, main, ...status };
}

function ForecastForm({ language, token, wish, faults, districts }: ForecastPage): VNode {
  const say = text[language];
  const [own] = districts;
  return (
    <Form to="/forecast" token={token} class="form">
      {districts.length === 1 && own ? (
        <>
          <input type="hidden" name="district" value={own.code} />
          <p>
            <strong>{own.name}</strong>
          </p>
        </>
      ) : (
        <Field id="district" label={say.district} faults={faults}>
          {(tied) => (
            <select {...tied}>
              <option value="">{say.choose}</option>
              {districts.map(({ code, name }) => (
                <option value={code} selected={code === wish.district}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <div class="beside">
        <Families id="low" label={say.low} value={wish.low} faults={faults} />
        <Families id="high" label={say.high} value={wish.high} faults={faults} />
      </div>
      <p class="acts">
        <button class="btn btn-main" type="submit">
          {say.handIn}
        </button>
      </p>
    </Form>
  );
}

const Families = ({
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
      heads={[say.district, say.low, say.high, say.handedIn, say.state]}
      figures={[1, 2]}
    >
      {lines.map(({ name, low, high, handedIn, isReplaced }) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            {name}
          </th>
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
