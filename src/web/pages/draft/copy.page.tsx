import { dayOf } from '../../../domain/zone.js';
import type { SentForm } from '../../../files/form-copy.js';
import type { Shown } from '../../page.js';
import type { CaseSummary } from '../file/case.js';
import { CaseTop } from '../file/file-head.js';
import { Answers } from './answers.js';
import { draftWords as words } from './draft.words.js';

/** A form as it was sent: the questions as they were asked then, and their answers. */
export function copyPage(
  page: CaseSummary,
  { told, occurredAt }: { readonly told: string; readonly occurredAt: string },
  { pages, language: asked }: SentForm,
): Shown {
  const { language } = page;
  const title = words.copy[language];
  return {
    title: `${title}, ${page.view.id}`,
    main: (
      <>
        <CaseTop page={page} here={title} />
        <div class="head">
          <div>
            <h1>{title}</h1>
            <p class="lead">
              <time dateTime={occurredAt}>{dayOf(occurredAt)}</time>. {told} {words.copyLead[language]}
            </p>
          </div>
        </div>
        <div class="stack-wide prose-wide" lang={asked === language ? undefined : asked}>
          <Answers pages={pages} language={asked} />
        </div>
      </>
    ),
  };
}
