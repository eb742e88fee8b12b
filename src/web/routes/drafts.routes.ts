import { z } from 'zod';
import { dayOf } from '../../domain/zone.js';
import type { Person } from '../../engine/model.js';
import { draftDiscarded, draftShown, draftsOf, type FormDraft } from '../../files/drafts.js';
import { logList } from '../../files/logged-list.js';
import { nameIn } from '../around.js';
import { sentIn } from '../forms/read-form.js';
import { page, type Asked } from '../page.js';
import { draftsPage, taskListPage, type DraftLine } from '../pages/draft/drafts.page.js';
import { notFound } from '../pages/messages.page.js';
import { draftedOf, pageSent, pageShown, tasksOf } from './draft-pages.js';
import { checkShown, formSent } from './draft-sent.js';
import { formOf, mayOpen, openingOf } from './opening.js';

const draft = z.object({ draft: z.uuid() });
const ofPage = draft.extend({ page: z.string().regex(/^[a-z][a-z-]{0,39}$/) });
const shared = { permission: 'colleague', audit: [] } as const;

const list = page(
  { id: 'drafts', method: 'GET', path: '/drafts', ...shared, logs: ['list'] },
  async (asked) => {
    const { runtime, language, session } = asked;
    const person = session.person as Person;
    const mine = runtime.registry
      .all()
      .map(({ workflow }) => workflow)
      .filter((one) => one.opening !== undefined && mayOpen(person, one));
    if (mine.length === 0) return notFound(language);
    const all = await draftsOf(
      runtime,
      person,
      mine.map(({ name }) => name),
    );
    await logList(runtime, await asked.reader(), { list: 'drafts' }, []);
    const drafts = await Promise.all(all.map((one) => lineOf(asked, person, one)));
    const begins = mine.map(({ name, open }) => ({ href: `/new/${name}`, label: open.label[language] }));
    return draftsPage({ language, today: dayOf(runtime.clock.now()), drafts, begins });
  },
);

/** A line of the list. The family's name is for who wrote it alone: whether it is protected is not known yet. */
async function lineOf(
  asked: Pick<Asked, 'runtime' | 'language' | 'session' | 'reader'>,
  { login }: Person,
  one: FormDraft,
): Promise<DraftLine> {
  const opening = await openingOf(asked, one.workflow);
  const form = opening && (await formOf(asked, opening));
  const tasks = opening && form ? tasksOf(asked, { draft: one, opening, form }) : [];
  const isMine = one.begunBy === login;
  const registers = await asked.runtime.directory.snapshot();
  return {
    id: one.id,
    label: opening?.workflow.open.label[asked.language] ?? '',
    family: isMine ? familyIn(one) : null,
    isMine,
    by: nameIn(registers, one.begunBy),
    changed: dayOf(one.changedAt.toISOString()),
    done: tasks.filter(({ stand }) => stand === 'done').length,
    parts: tasks.length,
  };
}

/** The first name that was typed into a form. */
const familyIn = ({ typing: { sent } }: FormDraft): string | null =>
  Object.entries(sent).find(([name]) => name.endsWith('.name'))?.[1] ?? null;

const tasks = page(
  { id: 'draft', method: 'GET', path: '/drafts/:draft', ...shared, logs: ['form-draft'], params: draft },
  async (asked) => {
    const drafted = await draftedOf(asked, asked.params.draft);
    if (drafted === null) return notFound(asked.language);
    const { language, session } = asked;
    const { id, isOwn, begunBy } = drafted.draft;
    return taskListPage({
      ...{ language, token: session.formToken, id, isOwn, isMine: begunBy === session.login },
      label: drafted.opening.workflow.open.label[language],
      family: familyIn(drafted.draft),
      tasks: tasksOf(asked, drafted),
    });
  },
);

const part = page(
  {
    id: 'draftPage',
    method: 'GET',
    path: '/drafts/:draft/:page',
    ...shared,
    logs: ['form-draft'],
    params: ofPage,
  },
  async (asked) => {
    const drafted = await draftedOf(asked, asked.params.draft);
    if (drafted === null) return notFound(asked.language);
    if (asked.kept === null) return pageShown(asked, drafted, asked.params.page);
    // What was typed before the session timed out is kept now, as if it had been sent in time.
    return pageSent(asked, { ...drafted, name: asked.params.page }, drafted.draft.id, sentIn(asked.kept));
  },
);

const keep = page(
  {
    ...{ id: 'keepDraftPage', method: 'POST', path: '/drafts/:draft/:page', ...shared },
    ...{ logs: ['form-draft'], form: '/drafts/:draft/:page', params: ofPage, body: z.looseObject({}) },
  } as const,
  async (asked) => {
    const drafted = await draftedOf(asked, asked.params.draft);
    return drafted === null
      ? notFound(asked.language)
      : pageSent(asked, { ...drafted, name: asked.params.page }, drafted.draft.id, sentIn(asked.body));
  },
);

const check = page(
  {
    ...{ id: 'checkDraft', method: 'GET', path: '/drafts/:draft/check', ...shared },
    ...{ logs: ['form-draft', 'dry-run-opening'], params: draft },
  } as const,
  async (asked) => {
    const drafted = await draftedOf(asked, asked.params.draft);
    return drafted === null ? notFound(asked.language) : checkShown(asked, drafted);
  },
);

const send = page(
  {
    ...{ id: 'sendDraft', method: 'POST', path: '/drafts/:draft/send', ...shared },
    ...{ logs: ['form-draft', 'dry-run-opening', 'step'], params: draft },
    body: z.object({ do: z.enum(['send', 'open']) }),
  } as const,
  async (asked) => {
    const drafted = await draftedOf(asked, asked.params.draft);
    return drafted === null ? notFound(asked.language) : formSent(asked, drafted, asked.body.do === 'send');
  },
);

const own = page(
  {
    ...{ id: 'ownDraft', method: 'POST', path: '/drafts/:draft/own', ...shared, params: draft },
    body: z.object({ own: z.enum(['yes', 'no']) }),
  } as const,
  async ({ runtime, session, params, body }) => {
    await draftShown(runtime, session.person as Person, params.draft, body.own === 'yes');
    return { go: `/drafts/${params.draft}` };
  },
);

const discard = page(
  {
    ...{ id: 'discardDraft', method: 'POST', path: '/drafts/:draft/discard', ...shared },
    ...{ params: draft, body: z.object({}) },
  } as const,
  async ({ runtime, session, params }) => {
    await draftDiscarded(runtime, session.person as Person, params.draft);
    return { go: '/drafts' };
  },
);

/** Forms under way: their list, their pages, the checking and the sending. */
export const draftsPages = [list, tasks, part, keep, check, send, own, discard];
