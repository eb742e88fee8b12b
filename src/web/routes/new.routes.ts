import { z } from 'zod';
import { dayOf } from '../../domain/zone.js';
import { seesProcess } from '../../files/sight.js';
import { eventSchema } from '../../files/json-schema.js';
import type { Person } from '../../engine/model.js';
import { isRefusal, type Refusal } from '../../engine/refusals.js';
import type { SteppedView } from '../../files/shapes.js';
import { stepTaken } from '../../files/steps.js';
import type { Workflow } from '../../../workflows/definition.js';
import { dataIn, sentIn, type Sent } from '../forms/read-form.js';
import type { Question, Schema } from '../forms/questions.js';
import { withPersons, withoutRefs } from '../forms/step-form.js';
import { page, type Answer, type Asked } from '../page.js';
import { notFound } from '../pages/messages.page.js';
import { newPage } from '../pages/file/new.page.js';
import type { Fault } from '../parts.js';
import { asking, faultsIn, happenedAt, newForm, occurred } from './step-asked.js';

const PATH = '/new/:workflow';
const params = z.object({ workflow: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/) });

type AskedHere = Pick<Asked, 'runtime' | 'language' | 'session' | 'reader'>;
interface Opening {
  readonly workflow: Workflow;
  readonly questions: readonly Question[];
}

const form = page(
  { id: 'newFile', method: 'GET', path: PATH, permission: 'colleague', audit: [], params },
  async (asked) => {
    const opening = await openingOf(asked, asked.params.workflow);
    if (opening === null) return notFound(asked.language);
    const { key } = newForm(null);
    const sent =
      asked.kept === null
        ? { ...firstRows(opening, asked.session.person as Person), key }
        : sentIn(asked.kept);
    return shown(asked, opening, sent, []);
  },
);

const send = page(
  {
    id: 'openFile',
    method: 'POST',
    path: PATH,
    permission: 'colleague',
    audit: [],
    logs: ['dry-run-opening'],
    form: PATH,
    params,
    body: z.looseObject({}),
  },
  async (asked) => {
    const opening = await openingOf(asked, asked.params.workflow);
    if (opening === null) return notFound(asked.language);
    const sent = sentIn(asked.body);
    return sent['add'] === undefined ? opened(asked, opening, sent) : shown(asked, opening, sent, []);
  },
);

/** What opens a file of its own by a person's hand; null for a workflow that there is not, or not for them. */
async function openingOf({ runtime, language, session }: AskedHere, name: string): Promise<Opening | null> {
  const person = session.person as Person;
  const workflow = runtime.registry.newest(name)?.workflow;
  if (workflow === undefined || workflow.open.by === 'engine' || !seesProcess(person, workflow.seenBy))
    return null;
  if (!workflow.open.by.some(({ org }) => org === person.kind)) return null;
  const words = { language, reasons: workflow.reasons, day: dayOf(runtime.clock.now()) };
  const schema = eventSchema(workflow.open, words) as Schema;
  const { questions } = await asking({ runtime, language }, person, schema, null);
  const needed = questions.map((one) => (one.name === 'household' ? { ...one, required: true } : one));
  return { workflow, questions: withoutRefs(needed) };
}

/** A new family begins with a grown-up and a child, in the district of whoever writes. */
function firstRows({ questions }: Opening, { kind, organisation }: Person): Sent {
  if (!questions.some(({ name }) => name === 'household')) return {};
  const members = { 'd.household.members.0.adult': 'yes', 'd.household.members.1.adult': 'no' };
  return { ...members, ...(kind === 'district' && { 'd.household.district': organisation }) };
}

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

/** Whoever opens a family's case handles it until it is handed on. Where their organisation has no handlers it stays as it is. */
async function takenCharge(
  { runtime, session, reader, language }: AskedHere,
  file: string,
  key: string,
): Promise<void> {
  const person = session.person as Person;
  if (person.kind !== 'district') return;
  const data = { handler: person.onBehalfOf ?? person.login };
  const asked = { event: 'assign', file, data };
  await stepTaken(runtime, { person, reader: await reader(), language, asked, key: `page:${key}:assign` });
}

const shown = (
  { language, session }: AskedHere,
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
