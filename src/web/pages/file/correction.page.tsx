import type { VNode } from 'preact';
import { dayOf } from '../../../domain/zone.js';
import type { Refusal } from '../../../engine/refusals.js';
import type { Shown } from '../../page.js';
import type { CaseSummary } from './case.js';
import { ConfirmForm, notPossiblePage, Since } from './case-form.js';
import { CorrectionEffects } from './correction-effects.js';
import { CorrectionForm } from './correction-form.js';
import { correctionHref, type CorrectionPage } from './correction.js';
import { correctionWords as words } from './correction.words.js';
import { CaseTop } from './file-head.js';
import { Pairs } from './file-record.js';

interface Correction {
  readonly correction: CorrectionPage;
}

const titleOf = ({ language }: CaseSummary, seq: number): string => `${words.title[language]} ${seq}`;

/** The form by which an event is corrected; once that is asked, what it would change, to be confirmed. */
export function correctionPage(correction: CorrectionPage): Shown {
  const { page, event, faults, foreseen } = correction;
  const title = titleOf(page, event.seq);
  return {
    title: `${title}, ${page.view.id}`,
    faults,
    main: (
      <>
        <CaseTop page={page} here={title} />
        <Head page={page} title={title} />
        <div class="stack-wide">
          {correction.since.length > 0 && <Since page={page} since={correction.since} />}
          <Standing correction={correction} />
          {foreseen === null ? (
            <CorrectionForm correction={correction} />
          ) : (
            <>
              <CorrectionEffects {...correction} foreseen={foreseen} />
              <Confirm correction={correction} />
            </>
          )}
        </div>
      </>
    ),
  };
}

const Head = ({ page, title }: { readonly page: CaseSummary; readonly title: string }): VNode => (
  <div class="head">
    <div>
      <h1>{title}</h1>
      <p class="lead">{words.lead[page.language]}</p>
    </div>
  </div>
);

/** What stands in the log now. */
const Standing = ({ correction: { event, page } }: Correction): VNode => (
  <section class="sec" aria-labelledby="now">
    <h2 id="now">{words.now[page.language]}</h2>
    <p>
      <time dateTime={dayOf(event.occurredAt)}>{dayOf(event.occurredAt)}</time>: {event.told}
    </p>
    {event.said.length > 0 && <Pairs said={event.said} />}
  </section>
);

function Confirm({ correction }: Correction): VNode {
  const { page, event, sent } = correction;
  const { language, view } = page;
  const to = correctionHref(view.id, event.seq);
  const way = correction.ways.find((one) => one === sent['way']) ?? 'note';
  const said = [
    { label: words.way[language], value: words.ways[way][language], inner: [] },
    ...(way === 'note' ? [{ label: words.note[language], value: sent['note'] ?? '', inner: [] }] : []),
    { label: words.reason[language], value: sent['reason'] ?? '', inner: [] },
  ];
  return (
    <section class="sec" aria-labelledby="yours">
      <h2 id="yours">{words.yourCorrection[language]}</h2>
      <Pairs said={said} />
      <ConfirmForm {...{ page, to, sent, label: words.correct[language], change: words.change[language] }} />
    </section>
  );
}

/** Why an event cannot be corrected, to somebody who sees it. */
export const notToCorrectPage = ({
  page,
  seq,
  refusal,
}: {
  readonly page: CaseSummary;
  readonly seq: number;
  readonly refusal: Refusal;
}): Shown =>
  notPossiblePage(page, refusal, { title: titleOf(page, seq), lead: words.notPossible[page.language] });
