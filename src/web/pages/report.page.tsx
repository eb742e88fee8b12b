import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Choose, Field, type Fault } from '../parts.js';
import { Chips } from '../tables.js';
import { unbroken } from '../unbroken.js';
import { Found, type FoundView } from './report-found.js';
import { Take } from './report-take.js';
import type { FieldView } from './report-view.js';
import { text } from './reports.words.js';

/** What the page of one report is made from. */
export interface ReportPage {
  readonly language: Language;
  readonly token: string;
  readonly name: string;
  readonly title: string;
  readonly question: string;
  /** Where the figures are told booking by booking; null when they are not, or not to this reader. */
  readonly ledger: string | null;
  /** Where it is told what has become different since the day it is known on; null when it is as known now. */
  readonly changes: string | null;
  readonly printed: string;
  readonly years: readonly { readonly href: string; readonly text: string; readonly isNow: boolean }[];
  readonly fields: readonly FieldView[];
  readonly faults: readonly Fault[];
  readonly purposes: readonly { readonly code: string; readonly label: string }[];
  readonly purpose: string | undefined;
  /** Null when the parameters are at fault. */
  readonly found: FoundView | null;
}

/** One report: what it was asked for, its table, its picture, and how it is counted. */
export function reportPage(page: ReportPage): Shown {
  const { language, title, faults, found, printed, question, years } = page;
  const say = text[language];
  const main = (
    <>
      <div class="print-head">
        <span>
          <b>Husrum</b> · {title}
          {found && `, ${say.until.toLowerCase()} ${found.source.until}`}
        </span>
        <span>{printed}</span>
      </div>
      <div class="head">
        <div>
          <h1>{title}</h1>
          <p class="lead">{unbroken(found?.lead ?? question)}</p>
        </div>
        <p class="acts">
          {page.changes && (
            <a class="btn" href={page.changes}>
              {say.changes}
            </a>
          )}
          {page.ledger && (
            <a class="btn" href={page.ledger}>
              {say.ledger}
            </a>
          )}
          <a class="btn" href="/reports">
            {say.all}
          </a>
        </p>
      </div>
      <Chips label={say.years} all={years} />
      <Asking {...page} />
      {found && <Found language={language} found={found} />}
      {found && <Take {...page} found={found} />}
    </>
  );
  return { title, main, faults };
}

function Asking({ language, name, fields, faults }: ReportPage): VNode {
  const say = text[language];
  return (
    <form class="filters" action={`/reports/${name}`} method="get" aria-label={say.what} noValidate>
      {fields.map(({ name: id, label, value, choices }) =>
        choices === undefined ? (
          <Field {...{ id, label, faults }}>
            {(tied) => <input {...tied} class="w-date" value={value} autocomplete="off" />}
          </Field>
        ) : (
          <Choose {...{ id, label, faults, value, all: choices }} />
        ),
      )}
      <button class="btn" type="submit">
        {say.show}
      </button>
    </form>
  );
}
