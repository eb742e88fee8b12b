import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { Moment, Section } from '../parts.js';
import { unbroken } from '../unbroken.js';
import { ReportChart } from './report-chart.js';
import { Counted, type Account } from './report-counted.js';
import { ReportTable } from './report-table.js';
import type { ChartView, TableView } from './report-view.js';
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

interface FoundPage {
  readonly language: Language;
  readonly found: FoundView;
}

const isEmpty = ({ groups, totals }: TableView): boolean =>
  totals.length === 0 && groups.every(({ rows }) => rows.length === 0);

/** The table, its picture, the parts, and how all of it is counted. */
export function Found(page: FoundPage): VNode {
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
          {lead && <p>{unbroken(lead)}</p>}
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
