import type { VNode } from 'preact';
import { isChanged, isNew, type StockPlan } from '../../files/stock-import.js';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import type { Shown } from '../page.js';
import { Form, Head, type Fault, Toast } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { CarriedRows, SheetFields } from './sheet-fields.js';
import { text } from './stock.words.js';

/** What the page that reads flats in is made from. */
export interface StockPage {
  readonly language: Language;
  readonly token: string;
  readonly rows: string;
  readonly faults: readonly Fault[];
  /** The columns in their order, in words. */
  readonly columns: string;
  /** How many rows were taken just now; undefined when none were. */
  readonly done: number | undefined;
}

/** The form that reads flats in from a sheet. */
export function stockPage({ language, token, rows, faults, columns, done }: StockPage): Shown {
  const say = text[language];
  const main = (
    <>
      {done !== undefined && <Toast>{say.done(done)}</Toast>}
      <Head title={say.title} lead={say.lead} />
      <Form to="/flats/import" token={token} class="form" upload>
        <SheetFields {...{ say, columns, rows, faults }} />
        <p class="acts">
          <button class="btn btn-main" type="submit">
            {say.check}
          </button>
          <a href="/flats">{say.back}</a>
        </p>
      </Form>
    </>
  );
  return { title: say.title, main, faults };
}

/** What the page that checks a sheet is made from. */
export interface StockCheck {
  readonly language: Language;
  readonly token: string;
  readonly rows: string;
  readonly plans: readonly StockPlan[];
  readonly facilities: ReadonlyMap<string, string>;
}

/** Rows that are shown; a sheet of a whole city is told in sums. */
const MOST_SHOWN = 200;

/** What would be new and what would change, row by row, before anything is. */
export function stockCheckPage({ language, token, rows, plans, facilities }: StockCheck): Shown {
  const say = text[language];
  const moving = plans.filter((one) => isNew(one) || isChanged(one));
  const news = plans.filter(isNew).length;
  const lead = say.checkedLead(news, moving.length - news, plans.length - moving.length);
  const main = (
    <>
      <Head title={say.checked} lead={lead} />
      {moving.length === 0 ? (
        <p class="empty">{say.nothing}</p>
      ) : (
        <CardTable caption={say.checked} heads={[say.row, say.flat, say.what]}>
          {moving.slice(0, MOST_SHOWN).map((plan) => (
            <tr role="row">
              <th scope="row" role="rowheader">
                {plan.row}
              </th>
              <Cell l={say.flat}>
                {facilities.get(plan.flat.facility ?? '') ?? plan.flat.facility} {plan.flat.number}
              </Cell>
              <Cell l={say.what}>
                <What plan={plan} language={language} />
              </Cell>
            </tr>
          ))}
        </CardTable>
      )}
      {moving.length > MOST_SHOWN && <p>{say.more(moving.length - MOST_SHOWN)}</p>}
      <Form to="/flats/import/check" token={token} class="form" upload>
        <CarriedRows rows={rows} />
        <p class="acts">
          {moving.length > 0 && (
            <button class="btn btn-main" type="submit">
              {say.take(moving.length)}
            </button>
          )}
          <button class="btn" type="submit" name="back" value="1">
            {say.edit}
          </button>
        </p>
      </Form>
    </>
  );
  return { title: say.checked, main };
}

function What({ plan, language }: { readonly plan: StockPlan; readonly language: Language }): VNode {
  const say = text[language];
  const said = (value: unknown): string => {
    if (value === undefined || value === null) return say.unknown;
    if (typeof value === 'boolean') return value ? say.yes : say.no;
    return figure(Number(value), language);
  };
  if (isNew(plan)) return <>{say.isNew(plan.flat.rooms, figure(plan.flat.rent, language))}</>;
  return (
    <ul class="plain">
      {plan.changes.map(({ field, was, is }) => (
        <li>{say.change(say.fields[field], said(was), said(is))}</li>
      ))}
    </ul>
  );
}
