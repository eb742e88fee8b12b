import type { VNode } from 'preact';
import { daysBetween } from '../../../domain/days.js';
import { dayOf } from '../../../domain/zone.js';
import { daysAgo } from '../../days.js';
import { ClockTime } from '../../parts.js';
import { unbroken } from '../../unbroken.js';
import type { CaseSummary, LoggedEvent } from './case.js';
import { correctionHref } from './correction.js';
import { correctionWords as corrections } from './correction.words.js';
import { sealingHref } from './sealing.js';
import { sealingWords as sealings } from './sealing.words.js';
import { Pairs } from './file-record.js';
import { fileWords as words } from './file.words.js';

/** Events by the day on which they happened, the newest first. */
export function Log({
  page,
  events,
}: {
  readonly page: CaseSummary;
  readonly events: readonly LoggedEvent[];
}): VNode {
  const days = new Map<string, LoggedEvent[]>();
  for (const event of events) {
    const day = dayOf(event.occurredAt);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return (
    <ol class="log">
      {[...days].map(([day, those]) => (
        <li>
          <h3>
            <time dateTime={day}>{day}</time>{' '}
            <small class="meta">{daysAgo(page.today, day, page.language)}</small>
          </h3>
          <ol>
            {those.map((event) => (
              <Event page={page} event={event} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function Event({ page, event }: { readonly page: CaseSummary; readonly event: LoggedEvent }): VNode {
  const { language } = page;
  const { seq, told, moves, said, hasCopy, mark, corrects, refusal, sealed, seals } = event;
  return (
    <li id={`h-${seq}`} class={moves.length > 0 ? 'moved' : undefined}>
      <p>{moves.length > 0 ? <b>{unbroken(told)}</b> : unbroken(told)}</p>
      {mark && <Corrected page={page} mark={mark} />}
      {sealed && <Sealed page={page} sealed={sealed} />}
      {corrects && <Corrects page={page} corrects={corrects} />}
      {seals !== null && (
        <p>
          <a href={`/files/${page.view.id}/events/${seals}`}>
            {sealings.of[language]} {seals}
          </a>
        </p>
      )}
      {moves.length > 0 && <Changes changes={moves} />}
      {said.length > 0 && (
        <details>
          <summary>{words.details[language]}</summary>
          <Pairs said={said} />
        </details>
      )}
      {refusal && <Evidence page={page} refusal={refusal} />}
      {hasCopy && (
        <p>
          <a href={`/files/${page.view.id}/events/${seq}/copy`}>{words.copy[language]}</a>
        </p>
      )}
      <Signed page={page} event={event} />
    </li>
  );
}

/** The papers that bear out a no, and the way to attach one. */
function Evidence({
  page: { language, view },
  refusal: { process, papers },
}: {
  readonly page: CaseSummary;
  readonly refusal: NonNullable<LoggedEvent['refusal']>;
}): VNode | null {
  const mayAttach = view.actions.some(
    ({ type, answer }) => type === 'attach' && answer.startsWith('allowed'),
  );
  if (papers.length === 0 && !mayAttach) return null;
  return (
    <ul class="inline-links">
      {papers.map(({ attachment, name }) => (
        <li>
          {words.evidence[language]}{' '}
          {name === null ? (
            words.culled[language]
          ) : (
            <a href={`/files/${view.id}/attachments/${attachment}`}>{name}</a>
          )}
        </li>
      ))}
      {mayAttach && (
        <li>
          <a href={`/files/${view.id}/documents?about=${process}#attach`}>{words.attachEvidence[language]}</a>
        </li>
      )}
    </ul>
  );
}

/** That an event was corrected, with the way to where. */
const Corrected = ({
  page: { language, view },
  mark: { by, on, stands },
}: {
  readonly page: CaseSummary;
  readonly mark: NonNullable<LoggedEvent['mark']>;
}): VNode => (
  <p>
    <span class="mark is-soon">
      {corrections[stands ? 'corrected' : 'noLonger'][language]} {on}
    </span>{' '}
    {by !== null && (
      <a href={`/files/${view.id}/events/${by}`}>
        {corrections.see[language]} {by}
      </a>
    )}
  </p>
);

/** That the content of an event is gone, or is to go, with the way to where. */
const Sealed = ({
  page: { language, view },
  sealed: { by, on, isGone },
}: {
  readonly page: CaseSummary;
  readonly sealed: NonNullable<LoggedEvent['sealed']>;
}): VNode => (
  <p>
    <span class="mark is-soon">
      {sealings[isGone ? 'sealed' : 'waits'][language]} {on}
    </span>{' '}
    {by !== null && (
      <a href={`/files/${view.id}/events/${by}`}>
        {sealings.see[language]} {by}
      </a>
    )}
  </p>
);

/** What a correction changed of which event. */
const Corrects = ({
  page: { language, view },
  corrects: { of, changes },
}: {
  readonly page: CaseSummary;
  readonly corrects: NonNullable<LoggedEvent['corrects']>;
}): VNode => (
  <>
    <p>
      <a href={`/files/${view.id}/events/${of}`}>
        {corrections.of[language]} {of}
      </a>
    </p>
    {changes.length > 0 && <Changes changes={changes} />}
  </>
);

const Changes = ({ changes }: Pick<NonNullable<LoggedEvent['corrects']>, 'changes'>): VNode => (
  <dl class="change">
    {changes.map(({ label, before, after }) => (
      <div>
        <dt>{label}</dt>
        <dd>
          <del>{before}</del> <ins>{after}</ins>
        </dd>
      </div>
    ))}
  </dl>
);

/** Who, when, by what right, and how late. */
function Signed({
  page: { language, view },
  event,
}: {
  readonly page: CaseSummary;
  readonly event: LoggedEvent;
}): VNode {
  const { seq, cause, name, occurredAt, recordedAt, onBehalfOf, delegation } = event;
  const late = daysBetween(dayOf(occurredAt), dayOf(recordedAt));
  return (
    <p class="meta">
      {late > 0 && (
        <span class="mark is-soon">
          {words.recordedLater[language]} {dayOf(recordedAt)}
        </span>
      )}
      <span>
        {cause === 'deadline' ? words.byDeadline[language] : name}
        {cause === 'process' && `, ${words.byProcess[language].toLowerCase()}`}
        {onBehalfOf && `, ${words.inPlaceOf[language]} ${onBehalfOf}`}
        {delegation && `, ${words.byDelegation[language]} ${delegation}`},{' '}
        <ClockTime at={occurredAt} language={language} />
      </span>
      <a href={`/files/${view.id}/events/${seq}`}>
        <span class="vh">{words.event[language]} </span>
        {words.number[language]} {seq}
      </a>
      {event.mayCorrect && (
        <a href={correctionHref(view.id, seq)}>
          {corrections.correct[language]}
          <span class="vh">
            {' '}
            {words.event[language].toLowerCase()} {words.number[language]} {seq}
          </span>
        </a>
      )}
      {event.maySeal && (
        <a href={sealingHref(view.id, seq)}>
          {sealings.seal[language]}
          <span class="vh">
            {' '}
            {words.event[language].toLowerCase()} {words.number[language]} {seq}
          </span>
        </a>
      )}
    </p>
  );
}
