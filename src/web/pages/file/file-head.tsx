import type { VNode } from 'preact';
import { dayOf } from '../../../domain/zone.js';
import { daysAgo, Due, roughly } from '../../days.js';
import { ClockTime, Form } from '../../parts.js';
import { shapeOf } from '../../state-shape.js';
import type { CaseSummary } from './case.js';
import { fileWords as words, turns } from './file.words.js';

type Tab = 'now' | 'log' | 'documents';

/** The head of every page of a case: who, in which state, whose turn, and the parts of the case. */
export function CaseHead({ page, tab }: { readonly page: CaseSummary; readonly tab: Tab }): VNode {
  const { language, view, main, name, today, kind } = page;
  const due = view.deadlines.find((one) => !one.moves);
  return (
    <>
      <CaseTop page={page} />
      <div class="case-bar">
        <h1>{name ?? `${words.case[language]} ${view.id}`}</h1>
        {name && <span class="id num">{view.id}</span>}
        {main && (
          <span class={`tag is-${shapeOf({ ...main, name: `${main.workflow} ${main.state}` }, { kind })}`}>
            {main.stateLabel}
          </span>
        )}
        {page.pause && (
          <span class="tag is-hold">
            {words.pausedUntil[language]} {page.pause.until}
          </span>
        )}
        {page.isProtected && <span class="tag is-lock">{words.protected[language]}</span>}
        {due && <Due today={today} day={due.day} language={language} plate />}
      </div>
      {page.emergencyUntil && <Emergency page={page} until={page.emergencyUntil} />}
      <Facts page={page} />
      <Tabs page={page} tab={tab} />
    </>
  );
}

/** A case that its reader has opened in an emergency: how long, what comes of it, and the way to end it. */
function Emergency({ page, until }: { readonly page: CaseSummary; readonly until: string }): VNode {
  const { language, view, token } = page;
  return (
    <div class="notice is-soon">
      <p>
        <b>
          {words.emergency[language]} <ClockTime at={until} language={language} />.
        </b>{' '}
        {words.emergencySays[language]}
      </p>
      <Form to={`/files/${view.id}/end-emergency`} token={token}>
        <button class="btn btn-small" type="submit">
          {words.endEmergency[language]}
        </button>
      </Form>
    </div>
  );
}

/** Where one is: the list, the case, and what of it. */
export function CaseTop({
  page: { language, view, name },
  here,
}: {
  readonly page: CaseSummary;
  readonly here?: string;
}): VNode {
  const isFlat = view.kind === 'dwelling';
  return (
    <nav aria-label={words.where[language]}>
      <ol class="crumbs">
        <li>
          <a href={isFlat ? '/flats' : '/files'}>{words[isFlat ? 'flats' : 'cases'][language]}</a>
        </li>
        <li>
          {here ? <a href={`/files/${view.id}`}>{name ?? view.id}</a> : <span class="num">{view.id}</span>}
        </li>
        {here && <li>{here}</li>}
      </ol>
    </nav>
  );
}

function Facts({ page }: { readonly page: CaseSummary }): VNode {
  return (
    <dl class="facts">
      {[...whose(page), ...waiting(page)].map(([label, value]) =>
        value === null || value === '' ? null : (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

type Facts = [string, VNode | string | null][];

function whose(page: CaseSummary): Facts {
  const { language, main, view } = page;
  const noOne = view.kind === 'household' ? words.noHandler[language] : null;
  const turn = main?.open === true ? (page.turn ? turns[page.turn] : words.rests)[language] : null;
  return [
    [words.district[language], page.district],
    [words.handler[language], page.assignee ?? noOne],
    [words.turn[language], turn],
    [words.since[language], main && <DaySince day={dayOf(main.enteredAt)} page={page} />],
    [words.also[language], page.also.join(', ')],
  ];
}

/** What counts while a family waits, and then what is left of its five years. */
function waiting(page: CaseSummary): Facts {
  const { language, clock, view } = page;
  const referral = view.processes.findLast(({ workflow, open }) => workflow === 'referral' && open);
  const {
    queueDate,
    refusals,
    waiting: isWaiting,
  } = (referral?.context ?? {}) as Readonly<Record<string, unknown>>;
  const left = clock && `${clock.left < 0 ? '−' : ''}${roughly(Math.abs(clock.left), language)}`;
  const queue: Facts =
    isWaiting === true && typeof queueDate === 'string'
      ? [
          [words.queueDate[language], <DaySince day={queueDate} page={page} />],
          [words.refusals[language], String(refusals)],
        ]
      : [];
  return [...queue, [words.left[language], left]];
}

const DaySince = ({ day, page }: { readonly day: string; readonly page: CaseSummary }) => (
  <>
    <time dateTime={day}>{day}</time>, {daysAgo(page.today, day, page.language)}
  </>
);

function Tabs({
  page: { language, view, may },
  tab,
}: {
  readonly page: CaseSummary;
  readonly tab: Tab;
}): VNode {
  const at = `/files/${view.id}`;
  const tabs: { readonly href: string; readonly text: string; readonly is?: Tab }[] = [
    { href: at, text: words.now[language], is: 'now' },
    { href: `${at}/events`, text: words.log[language], is: 'log' },
    { href: `${at}/documents`, text: words.documents[language], is: 'documents' },
    ...(may.match && view.kind === 'household'
      ? [{ href: `${at}/flats`, text: words.matching[language] }]
      : []),
    ...(may.match && view.kind === 'dwelling'
      ? [{ href: `/flats/${view.id}/families`, text: words.families[language] }]
      : []),
    ...(may.readLog ? [{ href: `${at}/readers`, text: words.readers[language] }] : []),
    ...(may.examine ? [{ href: `${at}/evidence`, text: words.examining[language] }] : []),
  ];
  return (
    <nav class="tabs" aria-label={words.parts[language]}>
      <ul>
        {tabs.map(({ href, text, is }) => (
          <li>
            <a href={href} aria-current={is === tab ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
