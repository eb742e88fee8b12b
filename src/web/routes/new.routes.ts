import { z } from 'zod';
import type { Person } from '../../engine/model.js';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import { draftBegun } from '../../files/drafts.js';
import type { SteppedView } from '../../files/shapes.js';
import { stepTaken } from '../../files/steps.js';
import { cookieIn, setCookie } from '../../platform/cookies.js';
import { ALL, withoutRow } from '../forms/opening-form.js';
import { dataIn, sentIn, type Sent } from '../forms/read-form.js';
import { withPersons } from '../forms/step-form.js';
import { page, type Answer, type Asked } from '../page.js';
import { notFound } from '../pages/messages.page.js';
import { newPage } from '../pages/file/new.page.js';
import type { Fault } from '../parts.js';
import { firstPageShown, pageSent } from './draft-pages.js';
import { firstRows, formOf, openingOf, takenCharge, type AskedHere, type Opening } from './opening.js';
import { faultsIn, happenedAt, newForm, occurred } from './step-asked.js';

const PATH = '/new/:workflow';
const params = z.object({ workflow: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/) });
/** Where it is remembered that somebody likes all questions on one page. */
const ONE_PAGE = '__Host-husrum-one-page';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const form = page(
  {
    id: 'newFile',
    method: 'GET',
    path: PATH,
    permission: 'colleague',
    audit: [],
    params,
    query: z.object({ ask: z.enum(['all', 'pages']).optional() }),
  },
  async (asked) => {
    const opening = await openingOf(asked, asked.params.workflow);
    if (opening === null) return notFound(asked.language);
    const { ask } = asked.query;
    if (ask !== undefined)
      return {
        go: `/new/${opening.workflow.name}`,
        cookies: [setCookie(ONE_PAGE, ask === 'all' ? 'yes' : 'no', 365 * 86_400)],
      };
    const { key } = newForm(null);
    const kept = asked.kept === null ? null : sentIn(asked.kept);
    const sent = kept ?? { ...firstRows(opening.questions, asked.session.person as Person), key };
    const whole = await formOf(asked, opening);
    if (whole === null) return shown(asked, opening, sent, []);
    const isOne = cookieIn(String(asked.headers['cookie'] ?? ''), ONE_PAGE) === 'yes';
    const name = kept?.['page'] ?? (isOne ? ALL : (whole.form.pages[0]?.name ?? ALL));
    return firstPageShown(asked, { opening, form: whole, name }, sent);
  },
);

const send = page(
  {
    id: 'openFile',
    method: 'POST',
    path: PATH,
    permission: 'colleague',
    audit: [],
    logs: ['dry-run-opening', 'form-draft'],
    form: PATH,
    params,
    body: z.looseObject({}),
  },
  async (asked) => {
    const opening = await openingOf(asked, asked.params.workflow);
    if (opening === null) return notFound(asked.language);
    const typed = sentIn(asked.body);
    const sent = withoutRow(typed);
    const whole = await formOf(asked, opening);
    const id = sent['key'] ?? '';
    if (whole !== null && sent['do'] !== 'take' && UUID.test(id)) {
      const { workflow } = opening;
      await draftBegun(asked.runtime, asked.session.person as Person, { id, workflow: workflow.name });
      return pageSent(asked, { opening, form: whole, name: sent['page'] ?? ALL }, id, typed);
    }
    return sent['add'] === undefined && typed['remove'] === undefined
      ? opened(asked, opening, sent)
      : shown(asked, opening, sent, []);
  },
);

async function opened(asked: AskedHere, opening: Opening, sent: Sent): Promise<Answer> {
  const { runtime, language, session } = asked;
  const { workflow, questions } = opening;
  const happened = happenedAt(sent, language);
  const again = (faults: readonly Fault[]) => ({ ...shown(asked, opening, sent, faults), status: 422 });
  if (happened.fault) return again([happened.fault]);
  const done = (await stepTaken(runtime, {
    person: session.person as Person,
    reader: await asked.reader(),
    language,
    asked: { open: workflow.name, data: withPersons(dataIn(questions, sent)) },
    key: `page:${sent['key'] ?? ''}`,
    ...occurred(happened.at, runtime.clock.now()),
  })) as SteppedView | Refusal;
  if (isRefusal(done)) return again(faultsIn(done, questions, sent, language));
  if (workflow.file === 'household') await takenCharge(asked, done.id, sent['key'] ?? '');
  return { go: `/files/${done.id}?done=1` };
}

const shown = (
  { language, session }: Pick<Asked, 'language' | 'session'>,
  { workflow, questions }: Opening,
  sent: Sent,
  faults: readonly Fault[],
) =>
  newPage({
    language,
    token: session.formToken,
    name: workflow.name,
    label: workflow.open.label[language],
    questions,
    sent,
    faults,
  });

/** Opening a new file: a family's with its referral, a flat's. */
export const newPages = [form, send];
