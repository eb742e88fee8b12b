import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { analystText as text } from './analyst.words.js';
import { Headed } from './desk-parts.js';
import { ReportTable } from './report-table.js';
import type { TableView } from './report-view.js';

/** A report that is due, and what has become of it. */
export interface DeliveryLine {
  readonly name: string;
  readonly href: string;
  /** Where the kept one is; null when none was kept. */
  readonly kept: string | null;
  readonly sent: string | null;
}

/** Something that the figures lack, and where it can be told; null where no page takes it. */
export interface MissingLine {
  readonly says: string;
  readonly way: { readonly href: string; readonly label: string } | null;
}

/** What an analyst follows beside the goal. */
export interface AnalystDesk {
  /** Null when the report cannot be made. */
  readonly forecast: TableView | null;
  readonly missing: readonly MissingLine[];
  readonly deliveries: readonly DeliveryLine[];
}

interface Told {
  readonly language: Language;
  readonly desk: AnalystDesk;
}

/** Forecast beside actual, what is missing, and what is to be delivered. */
export const AnalystSections = ({ language, desk }: Told): VNode => (
  <>
    {desk.forecast && (
      <Headed
        id="forecast"
        title={text[language].forecast}
        more={{ href: '/reports/forecast', text: text[language].forecastReport }}
      >
        <ReportTable table={desk.forecast} scroll={text[language].scroll} />
      </Headed>
    )}
    <Missing {...{ language, desk }} />
    <Due {...{ language, desk }} />
  </>
);

function Missing({ language, desk: { missing } }: Told): VNode {
  const say = text[language];
  return (
    <section class="sec" aria-labelledby="missing">
      <h2 id="missing">{say.missing}</h2>
      {missing.length === 0 ? (
        <p class="empty">{say.noneMissing}</p>
      ) : (
        <ul class="plain stack">
          {missing.map(({ says, way }) => (
            <li>
              {says} {way && <a href={way.href}>{way.label}</a>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Due({ language, desk: { deliveries } }: Told): VNode {
  const say = text[language];
  return (
    <Headed id="due" title={say.due} more={{ href: '/reports/kept', text: say.delivered }}>
      <dl class="pairs">
        {deliveries.map((one) => (
          <div>
            <dt>
              <a href={one.href}>{one.name}</a>
            </dt>
            <dd>
              <Became {...{ language, one }} />
            </dd>
          </div>
        ))}
        <div>
          <dt>
            <a href="/reports/council-answer">{say.council}</a>
          </dt>
          <dd>{say.draft}</dd>
        </div>
      </dl>
    </Headed>
  );
}

function Became({
  language,
  one: { kept, sent },
}: {
  readonly language: Language;
  readonly one: DeliveryLine;
}) {
  const say = text[language];
  return (
    <>
      <span class={`tag tag-bare is-${sent === null ? 'soon' : 'done'}`}>
        {kept === null ? say.notKept : <a href={kept}>{say.kept}</a>}
      </span>
      {', '}
      {sent === null ? (
        say.notSent
      ) : (
        <>
          {say.sent} <time dateTime={sent}>{sent}</time>
        </>
      )}
    </>
  );
}
