import type { VNode } from 'preact';
import { priorities, type Priority } from '../../domain/matching.js';
import type { Language } from '../../platform/language.js';
import { figure } from '../figures.js';
import type { Shown } from '../page.js';
import { Field, Form, Head, Section, type Fault, Toast } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { text } from './priorities.words.js';

/** What was typed: points by priority, from when, and why. */
export type PrioritiesWish = Readonly<Record<Priority | 'from' | 'why', string>>;

/** A family in an order: its case, what the reader may call it, and its points. */
export interface Standing {
  readonly href: string;
  readonly name: string;
  readonly points: number;
}

/** A free flat with the first of those proposed for it, today and by other points. */
export interface FlatBeside {
  readonly href: string;
  readonly name: string;
  readonly today: readonly Standing[];
  readonly then: readonly Standing[];
  /** How many fit, and how many of them change places. */
  readonly all: number;
  readonly moved: number;
}

/** What the page of priorities is made from. `beside` null: no other points are tried. */
export interface PrioritiesPage {
  readonly language: Language;
  readonly token: string;
  readonly rows: readonly {
    readonly priority: Priority;
    readonly value: number;
    /** Null: as it was from the beginning. */
    readonly given: { readonly since: string; readonly source: string } | null;
    readonly isNow: boolean;
  }[];
  readonly wish: PrioritiesWish;
  readonly faults: readonly Fault[];
  readonly beside: readonly FlatBeside[] | null;
  readonly firstChanges: number;
  readonly done: string | null;
}

const PATH = '/priorities';

/** The points in force, and what others would do to today's proposals before they hold. */
export function prioritiesPage(page: PrioritiesPage): Shown {
  const { language, token, beside, faults, done } = page;
  const say = text[language];
  const main = (
    <>
      <Head title={say.title} lead={say.lead} />
      {done !== null && <Toast>{say.done(done)}</Toast>}
      <Now {...page} />
      <Section id="change" title={say.change}>
        <p>{say.how}</p>
        <Form to={PATH} token={token} class="form stack">
          {priorities.map((one) => (
            <Asked {...page} id={one} label={say.priorities[one]} size={6} />
          ))}
          <Asked {...page} id="from" label={say.from} hint={say.hints.from} size={12} />
          <Asked {...page} id="why" label={say.why} hint={say.hints.why} size={40} />
          <p class="acts">
            <button class="btn btn-main" type="submit" name="do" value="show">
              {say.show}
            </button>
          </p>
        </Form>
      </Section>
      {beside !== null && <Effect {...page} beside={beside} />}
      <p class="acts">
        <a class="btn" href="/flats">
          {say.toFlats}
        </a>
      </p>
    </>
  );
  return { title: say.title, main, faults };
}

function Asked({
  id,
  label,
  hint,
  size,
  faults,
  wish,
}: PrioritiesPage & {
  readonly id: keyof PrioritiesWish;
  readonly label: string;
  readonly hint?: string;
  readonly size: number;
}): VNode {
  return (
    <Field id={id} label={label} {...(hint !== undefined && { hint })} faults={faults}>
      {(tied) => <input type="text" size={size} autocomplete="off" value={wish[id]} {...tied} />}
    </Field>
  );
}

function Now({ language, rows }: PrioritiesPage): VNode {
  const say = text[language];
  const heads = [say.name, say.value, say.since, say.source];
  return (
    <Section id="now" title={say.now}>
      <CardTable caption={say.now} heads={heads} figures={[1]}>
        {rows.map(({ priority, value, given, isNow }) => (
          <tr role="row">
            <th scope="row" role="rowheader">
              {say.priorities[priority]}
            </th>
            <Cell l={say.value} class="r">
              {figure(value, language)}
            </Cell>
            <Cell l={say.since}>
              {isNow ? (given?.since ?? say.always) : <b>{say.coming(given?.since ?? '')}</b>}
            </Cell>
            <Cell l={say.source}>{given?.source ?? say.own}</Cell>
          </tr>
        ))}
      </CardTable>
    </Section>
  );
}

function Effect(page: PrioritiesPage & { readonly beside: readonly FlatBeside[] }): VNode {
  const { language, beside, token, wish, firstChanges } = page;
  const say = text[language];
  return (
    <Section id="effect" title={say.effect}>
      <p>{beside.length === 0 ? say.none : say.summary(beside.length, firstChanges)}</p>
      {beside.length > 0 && (
        <CardTable caption={say.effect} heads={say.heads}>
          {beside.map(({ href, name, today, then, all, moved }) => (
            <tr role="row">
              <th scope="row" role="rowheader">
                <a class="nowrap" href={href}>
                  {name}
                </a>
              </th>
              <Cell l={say.heads[1]}>
                <Order language={language} order={today} all={all} />
              </Cell>
              <Cell l={say.heads[2]}>
                <Order language={language} order={then} all={all} />
              </Cell>
              <Cell l={say.heads[3]}>{moved === 0 ? say.same : <b>{say.moved(moved)}</b>}</Cell>
            </tr>
          ))}
        </CardTable>
      )}
      <Form to={PATH} token={token}>
        {Object.entries(wish).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p class="acts">
          <button class="btn btn-main" type="submit" name="do" value="adopt">
            {say.adopt}
          </button>
        </p>
      </Form>
    </Section>
  );
}

const Order = ({
  language,
  order,
  all,
}: {
  readonly language: Language;
  readonly order: readonly Standing[];
  readonly all: number;
}): VNode => (
  <ol class="plain">
    {order.map(({ href, name, points }, at) => (
      <li>
        {at + 1}. <a href={href}>{name}</a> <span class="meta">{text[language].points(points)}</span>
      </li>
    ))}
    {all > order.length && <li class="meta">{text[language].more(all - order.length)}</li>}
  </ol>
);
