import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Field, Form, Moment, Section, type Fault } from '../parts.js';
import { Chips } from '../tables.js';
import { ReportChart } from './report-chart.js';
import { Counted, type Account } from './report-counted.js';
import { ReportTable } from './report-table.js';
import type { ChartView, FieldView, TableView } from './report-view.js';
import { text } from './reports.words.js';

/** What the figures rest on, for the source line. */
export interface SourceView {
  readonly until: string;
  readonly known: string;
  readonly lastRecordedAt: string | null;
  readonly events: string;
}

/** What a report comes to. */
export interface FoundView {
  readonly lead: string | null;
  readonly source: SourceView;
  readonly table: TableView;
  readonly chart: ChartView | null;
  readonly compared: TableView | null;
  /** The reports that it is put together from, each with what it says and its table. */
  readonly parts: readonly {
    readonly name: string;
    readonly title: string;
    readonly lead: string | null;
    readonly href: string;
    readonly table: TableView;
    readonly chart: ChartView | null;
  }[];
  /** What the data cannot tell. */
  readonly cannotTell: readonly string[];
  readonly account: Account;
  /** The table and its source line as lines of cells apart by tabs. */
  readonly copied: string;
  /** The parameters as asked for, for the export. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

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
          <p class="lead">{found?.lead ?? question}</p>
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
      {found && <Found {...page} found={found} />}
    </>
  );
  return { title, main, faults };
}

function Asking({ language, name, fields, faults }: ReportPage): VNode {
  const say = text[language];
  return (
    <form class="filters" action={`/reports/${name}`} method="get" aria-label={say.what} noValidate>
      {fields.map((field) => (
        <Field id={field.name} label={field.label} faults={faults}>
          {(tied) =>
            field.choices === undefined ? (
              <input {...tied} class="w-date" value={field.value} autocomplete="off" />
            ) : (
              <select {...tied}>
                {field.choices.map(({ value, label }) => (
                  <option value={value} selected={value === field.value}>
                    {label}
                  </option>
                ))}
              </select>
            )
          }
        </Field>
      ))}
      <button class="btn" type="submit">
        {say.show}
      </button>
    </form>
  );
}

type FoundPage = ReportPage & { readonly found: FoundView };

const isEmpty = ({ groups, totals }: FoundView['table']): boolean =>
  totals.length === 0 && groups.every(({ rows }) => rows.length === 0);

function Found(page: FoundPage): VNode {
  const { language, found } = page;
  const say = text[language];
  const { table, chart, compared, account, source } = found;
  return (
    <>
      <Section id="figures" title={say.table}>
        {isEmpty(table) ? (
          <p class="empty">{say.noRows}</p>
        ) : (
          <ReportTable table={table} scroll={say.scroll} />
        )}
        <Source source={source} language={language} />
      </Section>
      {chart && (
        <Section id="chart" title={chart.title}>
          <ReportChart id="chart" chart={chart} scroll={say.scroll} isFirst />
          <Source source={source} language={language} />
        </Section>
      )}
      {compared && (
        <Section id="compared" title={say.compare}>
          <ReportTable table={compared} scroll={say.scroll} />
        </Section>
      )}
      <Chapters {...page} />
      <Section id="counted" title={say.counted}>
        <Counted account={account} />
      </Section>
      <Take {...page} />
    </>
  );
}

/** The reports that it is put together from, each with its table and picture, and what the data cannot tell. */
function Chapters({ language, found: { parts, chart, cannotTell } }: FoundPage): VNode {
  const say = text[language];
  const first = chart === null ? parts.find((one) => one.chart !== null)?.name : undefined;
  return (
    <>
      {parts.map(({ name, title, lead, href, table, chart: picture }) => (
        <Section id={`part-${name}`} title={title}>
          {lead && <p>{lead}</p>}
          {table.groups.length + table.totals.length > 0 && <ReportTable table={table} scroll={say.scroll} />}
          {picture && (
            <ReportChart id={`chart-${name}`} chart={picture} scroll={say.scroll} isFirst={name === first} />
          )}
          <p class="source">
            <a href={href}>{say.part}</a>
          </p>
        </Section>
      ))}
      {cannotTell.length > 0 && (
        <Section id="limits" title={say.limits}>
          <ul class="plain">
            {cannotTell.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Source({ source, language }: { readonly source: SourceView; readonly language: Language }): VNode {
  const say = text[language];
  return (
    <p class="source">
      {say.until} <time dateTime={source.until}>{source.until}</time>. {say.known}{' '}
      <time dateTime={source.known}>{source.known}</time>.{' '}
      {source.lastRecordedAt && (
        <>
          {say.lastEvent} <Moment at={source.lastRecordedAt} language={language} />.{' '}
        </>
      )}
      {say.events(source.events)}.
    </p>
  );
}

function Take({ language, token, name, purposes, found }: FoundPage): VNode {
  const say = text[language];
  return (
    <section class="sec no-print" aria-labelledby="take">
      <h2 id="take">{say.take}</h2>
      <Form to={`/reports/${name}/export`} token={token} class="filters">
        {found.parameters.map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
        <div class="field">
          <label for="purpose">{say.purpose}</label>
          <select id="purpose" name="purpose" aria-describedby="purpose-hint">
            {purposes.map(({ code, label }) => (
              <option value={code}>{label}</option>
            ))}
          </select>
        </div>
        <button class="btn" type="submit" name="format" value="xlsx">
          {say.xlsx}
        </button>
        <button class="btn" type="submit" name="format" value="csv">
          {say.csv}
        </button>
        <button class="btn" type="submit" name="format" value="pdf">
          {say.pdf}
        </button>
        <button class="btn" type="submit" name="format" value="kept">
          {say.keep}
        </button>
        <p class="hint" id="purpose-hint">
          {say.logged} {say.keepHint} <a href="/reports/kept">{say.kept}</a>
        </p>
      </Form>
      <details>
        <summary>{say.copy}</summary>
        <textarea class="copied" readOnly rows={8} aria-label={say.copyLabel} wrap="off">
          {found.copied}
        </textarea>
      </details>
    </section>
  );
}
