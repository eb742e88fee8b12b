import type { VNode } from 'preact';
import type { Shown } from '../../page.js';
import type { CaseSummary, LoggedEvent } from './case.js';
import { CaseHead } from './file-head.js';
import { Log } from './file-log.js';
import { titleOf } from './file.page.js';
import { fileWords as words } from './file.words.js';

/** What of a log is shown. */
export const LOG_SHOWS = ['all', 'moves', 'people', 'notes'] as const;
export type LogShow = (typeof LOG_SHOWS)[number];

const LogWays = ({
  page: { language, view },
  older,
}: {
  readonly page: CaseSummary;
  readonly older: string | null;
}): VNode => (
  <p class="acts">
    {older && (
      <a class="btn" href={older}>
        {words.oldest[language]}
      </a>
    )}
    <a class="btn" href={`/files/${view.id}/log.pdf`}>
      {words.asPdf[language]}
    </a>
  </p>
);

/** The whole log of a case, a stretch of it at a time, the newest first. */
export function logPage(
  page: CaseSummary,
  events: readonly LoggedEvent[],
  older: string | null,
  show: LogShow | null,
): Shown {
  const { language, view } = page;
  return {
    title: `${words.log[language]}, ${titleOf(page)}`,
    main: (
      <>
        <CaseHead page={page} tab="log" />
        <section class="sec" aria-labelledby="events">
          <div class="sec-head">
            <h2 id="events">{words.events[language]}</h2>
            {show !== null && (
              <nav aria-label={words.show[language]}>
                <ul class="inline-links">
                  {LOG_SHOWS.map((one) => (
                    <li>
                      <a
                        href={`/files/${view.id}/events${one === 'all' ? '' : `?show=${one}`}`}
                        aria-current={one === show ? 'true' : undefined}
                      >
                        {words.shows[one][language]}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
          </div>
          {events.length === 0 ? (
            <p class="empty">{words.noneShown[language]}</p>
          ) : (
            <Log page={page} events={events} />
          )}
        </section>
        <LogWays page={page} older={older} />
      </>
    ),
  };
}
