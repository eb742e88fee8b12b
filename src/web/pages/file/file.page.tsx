import type { VNode } from 'preact';
import type { Shown } from '../../page.js';
import type { CasePage, CaseSummary } from './case.js';
import { Chart } from './file-chart.js';
import { Clock } from './file-clock.js';
import { CaseHead } from './file-head.js';
import { Log } from './file-log.js';
import { CaseRecord } from './file-record.js';
import { CaseSteps, Deadlines, stepHref } from './file-steps.js';
import { text as ownStock } from './own-stock.words.js';
import { fileWords as words } from './file.words.js';

/** What a page of a case is called in the browser's tab: its number, never a name. */
export const titleOf = ({ language, view }: CaseSummary): string => `${words.case[language]} ${view.id}`;

/** The page of a case: what can be done now, why other steps cannot, its terms, its people, its way, its log. */
export function filePage(page: CasePage): Shown {
  const { language, clock, chart, events, view } = page;
  return {
    title: titleOf(page),
    live: view.version,
    main: (
      <>
        <CaseHead page={page} tab="now" />
        {page.done && <Done page={page} done={page.done} />}
        {page.pause && <Paused page={page} pause={page.pause} />}
        <div class="split">
          <div class="stack-wide no-print">
            <CaseSteps page={page} />
          </div>
          <div class="stack-wide">
            <Deadlines page={page} />
            <CaseRecord page={page} members={page.members} />
            <Disclosed page={page} />
            <Alike page={page} />
            <Kin page={page} />
            <OwnStock page={page} />
            <Flats page={page} />
          </div>
        </div>
        {clock && <Clock page={page} clock={clock} />}
        {chart && <Chart page={page} chart={chart} />}
        <section class="sec" aria-labelledby="events">
          <div class="sec-head">
            <h2 id="events">{words.events[language]}</h2>
            <a class="more" href={`/files/${view.id}/events`}>
              {words.wholeLog[language]}
            </a>
          </div>
          <Log page={page} events={events} />
        </section>
      </>
    ),
  };
}

const Done = ({
  page: { language, view, events },
  done,
}: {
  readonly page: CasePage;
  readonly done: string;
}) => (
  <div class="toast" role="status">
    <p>
      <b>{words.doneNow[language]}</b> {done}
    </p>
    <a href={`/files/${view.id}/events/${events[0]?.seq ?? ''}`}>{words.seeLog[language]}</a>
  </div>
);

/** Why nothing is offered: until when, by whom, and how it ends. */
function Paused({
  page: { language, view },
  pause: { until, since, by, made },
}: {
  readonly page: CasePage;
  readonly pause: NonNullable<CasePage['pause']>;
}): VNode {
  const resume = view.actions.find(({ type, answer }) => type === 'resume' && answer.startsWith('allowed'));
  return (
    <section class="notice is-hold" aria-labelledby="paused">
      <h2 id="paused">
        {words.pausedUntil[language]} <time dateTime={until}>{until}</time>
      </h2>
      <p>{words.pauseMeans(until)[language]}</p>
      <p>
        {by === null ? words.pauseByRule[language] : `${words.pauseBy[language]} ${by}`}{' '}
        <time dateTime={since}>{since}</time>
        {made && (
          <>
            {': '}
            <a href={`/files/${view.id}/events/${made.seq}`}>{made.told}</a>
          </>
        )}
      </p>
      {resume && (
        <p>
          <a class="btn btn-small" href={stepHref(view.id, resume)}>
            {words.resume[language]}
          </a>
        </p>
      )}
    </section>
  );
}

/** The same person in two cases: the other one, and the step that makes one of them. */
function Alike({ page: { language, alike, view } }: { readonly page: CasePage }): VNode | null {
  if (alike.length === 0) return null;
  const merge = view.actions.find(
    ({ type, answer }) => type === 'mergeHousehold' && answer.startsWith('allowed'),
  );
  return (
    <section class="sec" aria-labelledby="alike">
      <h2 id="alike">{words.alike[language]}</h2>
      <p>{words.alikeSays[language]}</p>
      <ul class="plain">
        {alike.map((file) => (
          <li>
            <a class="num" href={`/files/${file}`}>
              {file}
            </a>
            {merge && (
              <>
                {' · '}
                <a href={`${stepHref(view.id, merge)}?with=${file}`}>{words.mergeHere[language]}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What of the household was handed on to SHIS, when and why, and whether it still is. */
function Disclosed({ page: { language, disclosures, view } }: { readonly page: CasePage }): VNode | null {
  if (disclosures.length === 0) return null;
  return (
    <section class="sec" aria-labelledby="disclosed">
      <h2 id="disclosed">{words.disclosed[language]}</h2>
      <ul class="plain spaced">
        {[...disclosures].reverse().map(({ on, ground, was, holds, paper }) => (
          <li>
            <b>{(holds ? words.holdsNow : words.heldBefore)[language]}</b> <time dateTime={on}>{on}</time>{' '}
            {ground === null
              ? words.withdrawn[language]
              : `${words.disclosedOn[language].toLowerCase()} ${ground}.`}
            {was !== null && ` ${words.groundWas[language]} ${was}.`}
            {paper && (
              <>
                {' '}
                <a href={`/files/${view.id}/documents/${paper}`}>{words.whatDisclosed[language]}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Kin({ page: { language, kin } }: { readonly page: CasePage }): VNode | null {
  if (kin.length === 0) return null;
  return (
    <section class="sec" aria-labelledby="kin">
      <h2 id="kin">{words.kin[language]}</h2>
      <ul class="plain">
        {kin.map(({ as, on, file }) => (
          <li>
            {words.kinAs[as][language]}{' '}
            <a class="num" href={`/files/${file}`}>
              {file}
            </a>{' '}
            <time class="meta" dateTime={on}>
              {on}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OwnStock({ page: { language, search, view } }: { readonly page: CasePage }): VNode | null {
  if (search === null) return null;
  const say = ownStock[language];
  return (
    <section class="sec" aria-labelledby="own-stock">
      <h2 id="own-stock">{say.section}</h2>
      <p>
        {say.last(search.on)}: {say.found(search.all, search.fit)}
      </p>
      <p class="no-print">
        <a href={`/files/${view.id}/own-stock`}>{say.show}</a>
      </p>
    </section>
  );
}

function Flats({ page: { language, flats } }: { readonly page: CasePage }): VNode | null {
  if (flats.length === 0) return null;
  return (
    <section class="sec" aria-labelledby="flats">
      <h2 id="flats">{words.linked[language]}</h2>
      <ul class="plain">
        {flats.map(({ file, label }) => (
          <li>
            <a href={`/files/${file}`}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
