import type { Person } from '../../engine/model.js';
import { isRefusal, refuse, type Refusal } from '../../engine/refusals.js';
import { draftClaimed, draftDiscarded, draftReleased } from '../../files/drafts.js';
import type { Foreseen } from '../../files/event-shapes.js';
import type { SteppedView } from '../../files/shapes.js';
import { stepTaken, type StepAsked } from '../../files/steps.js';
import { dataOf, isOf } from '../forms/opening-form.js';
import type { Sent } from '../forms/read-form.js';
import { withPersons } from '../forms/step-form.js';
import type { Answer } from '../page.js';
import { checkPage } from '../pages/draft/check.page.js';
import { draftWords } from '../pages/draft/draft.words.js';
import type { Fault } from '../parts.js';
import { answersOf, judged, tasksOf, type Drafted } from './draft-pages.js';
import { takenCharge, type AskedHere } from './opening.js';
import { faultsIn } from './step-asked.js';

/** A form as a whole, with what is still missing, or with how the conditions stand once it would be opened. */
export async function checkShown(asked: AskedHere, drafted: Drafted, refused: Refusal | null = null) {
  const { language, session } = asked;
  const { draft, opening, form } = drafted;
  const { workflow } = opening;
  const { sent, followed, faults } = judged(asked, drafted);
  const foreseen = faults.length > 0 ? null : await stepped(asked, drafted, sent, { dryRun: true });
  const no = refused ?? (foreseen !== null && isRefusal(foreseen) ? foreseen : null);
  const more = no === null ? [] : faultsIn(no, form.open, sent, language);
  const pages = await answersOf(asked, drafted, sent);
  const shown = checkPage({
    ...{ language, token: session.formToken, id: draft.id },
    label: workflow.open.label[language],
    sends: form.form.sends === undefined ? null : (workflow.events[form.form.sends]?.label[language] ?? null),
    tasks: tasksOf(asked, drafted),
    pages,
    followed: followedIn(drafted, followed),
    faults: [...faults, ...more].map((one) => ({ ...one, href: placeOf(drafted, one) })),
    rules: foreseen === null || isRefusal(foreseen) ? [] : (foreseen as Foreseen).weighed,
  });
  return no === null ? shown : { ...shown, status: 422 };
}

/** Where what is wrong was asked; null when nowhere. */
function placeOf({ draft, form }: Drafted, { id }: Fault): string | null {
  const page = form.form.pages.find((one) => isOf(one, id));
  return page === undefined ? null : `/drafts/${draft.id}/${page.name}#${id}`;
}

/** What the answers that were reckoned are called. */
function followedIn({ form }: Drafted, followed: ReadonlySet<string>): string[] {
  const labels = new Map<string, string>();
  const walk = (questions: typeof form.open, at: string): void => {
    for (const { name, label, control } of questions) {
      if (control.kind === 'group') walk(control.questions, `${at}.${name}`);
      else if (control.kind === 'list' && control.item.control.kind === 'group')
        walk(control.item.control.questions, `${at}.${name}.#`);
      else labels.set(`${at}.${name}`, label);
    }
  };
  walk(form.open, 'd');
  return [...new Set([...followed].flatMap((name) => labels.get(name.replace(/\.\d+\./g, '.#.')) ?? []))];
}

/** Opens the case, puts its writer in charge, and sends it off; the form under way is gone then. Sent again, it is taken once. */
export async function formSent(asked: AskedHere, drafted: Drafted, sends: boolean): Promise<Answer> {
  const { runtime, session, language } = asked;
  const person = session.person as Person;
  const { draft, opening, form } = drafted;
  const { sent, faults } = judged(asked, drafted);
  if (faults.length > 0) return { ...(await checkShown(asked, drafted)), status: 422 };
  if (!(await draftClaimed(runtime, person, draft.id))) return busy(asked, drafted);
  const opened = (await stepped(asked, drafted, sent, {})) as SteppedView | Refusal;
  if (isRefusal(opened)) return notSent(asked, drafted, opened);
  if (opening.workflow.file === 'household') await takenCharge(asked, opened.id, draft.id);
  const event = sends ? form.form.sends : undefined;
  let seq = 1;
  if (event !== undefined) {
    const data = dataOf(form, sent).sends;
    const done = (await stepTaken(runtime, {
      ...{ person, reader: await asked.reader(), language, key: `page:${draft.id}:send` },
      asked: { event, file: opened.id, process: 1, data },
    })) as SteppedView | Refusal;
    if (isRefusal(done)) return notSent(asked, drafted, done);
    seq = Number(done.step.event.split(':')[1]);
  }
  await draftDiscarded(runtime, person, draft.id);
  return { go: `/files/${opened.id}?done=${seq}` };
}

async function notSent(asked: AskedHere, drafted: Drafted, no: Refusal): Promise<Answer> {
  await draftReleased(asked.runtime, asked.session.person as Person, drafted.draft.id);
  return checkShown(asked, drafted, no);
}

async function busy(asked: AskedHere, drafted: Drafted): Promise<Answer> {
  return { ...(await checkShown(asked, drafted, refuse('busy', draftWords.busy))), status: 409 };
}

/** The opening, as a step or as a look ahead. */
async function stepped(
  { runtime, session, language, reader }: AskedHere,
  { opening: { workflow }, form, draft }: Drafted,
  sent: Sent,
  more: Pick<StepAsked, 'dryRun'>,
) {
  return stepTaken(runtime, {
    ...{ person: session.person as Person, reader: await reader(), language, key: `page:${draft.id}` },
    asked: { open: workflow.name, data: withPersons(dataOf(form, sent).open) },
    ...more,
  });
}
