import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Choose, Field, Form, Head, Section, type Choice, type Fault, Submit, Toast } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { unbroken } from '../unbroken.js';
import { text } from './dialogue.words.js';
import { PartyFields, type Party } from './party-fields.js';

/** An entry as typed. */
export interface DialogueWish {
  readonly date: string;
  readonly kind: string;
  readonly parties: readonly string[];
  readonly note: string;
  readonly kept: string;
  readonly report: string;
  readonly until: string;
}

/** One line of the log, in words. */
export interface DialogueLineView {
  readonly day: string;
  readonly kind: string;
  readonly parties: string;
  readonly note: string | null;
  readonly sent: { readonly label: string; readonly href: string | null } | null;
}

/** What the page of the dialogue log is made from. */
export interface DialoguePage {
  readonly language: Language;
  readonly token: string;
  readonly wish: DialogueWish;
  readonly faults: readonly Fault[];
  readonly wasKept: boolean;
  readonly isAdded: boolean;
  readonly kinds: readonly Choice[];
  readonly parties: readonly Party[];
  readonly keptReports: readonly Choice[];
  readonly reports: readonly Choice[];
  readonly lines: readonly DialogueLineView[];
  readonly next: string | null;
  readonly first: string | null;
}

/** The dialogue log: what was noted, and the form by which it goes on. */
export function dialoguePage(page: DialoguePage): Shown {
  const { language, faults, lines } = page;
  const say = text[language];
  const main = (
    <>
      {page.isAdded && <Toast>{say.added}</Toast>}
      {page.wasKept && <p class="notice is-soon">{say.wasKept}</p>}
      <Head title={say.title} lead={say.lead} />
      <Section id="add" title={say.add}>
        <DialogueForm {...page} />
      </Section>
      <Section id="log" title={say.log}>
        {lines.length === 0 ? <p class="empty">{say.empty}</p> : <Lines {...page} />}
        <p class="acts">
          {page.next && (
            <a class="btn" href={page.next}>
              {say.next}
            </a>
          )}
          {page.first && (
            <a class="btn" href={page.first}>
              {say.first}
            </a>
          )}
          <a href="/reports/dialogue">{say.asReport}</a>
        </p>
      </Section>
    </>
  );
  return { title: say.title, main, faults };
}

function DialogueForm(page: DialoguePage): VNode {
  const { language, token, wish, faults, parties } = page;
  const say = text[language];
  return (
    <Form to="/dialogue" token={token} class="form">
      <Field id="date" label={say.day} hint={say.dayHint} faults={faults}>
        {(tied) => <input {...tied} class="w-date" value={wish.date} autocomplete="off" />}
      </Field>
      <Choose
        id="kind"
        label={say.kind}
        none={say.choose}
        all={page.kinds}
        value={wish.kind}
        faults={faults}
      />
      <PartyFields {...{ parties, faults, chosen: wish.parties, legend: say.parties, others: say.others }} />
      <Field id="note" label={say.note} hint={say.noteHint} faults={faults}>
        {(tied) => (
          <textarea {...tied} rows={3}>
            {wish.note}
          </textarea>
        )}
      </Field>
      <Choose
        {...{ id: 'kept', label: say.kept, hint: say.keptHint, none: say.none, faults }}
        all={page.keptReports}
        value={wish.kept}
      />
      <div class="beside">
        <Choose
          id="report"
          label={say.report}
          none={say.choose}
          all={page.reports}
          value={wish.report}
          faults={faults}
        />
        <Field id="until" label={say.until} faults={faults}>
          {(tied) => <input {...tied} class="w-date" value={wish.until} autocomplete="off" />}
        </Field>
      </div>
      <Submit>{say.send}</Submit>
    </Form>
  );
}

function Lines({ language, lines }: DialoguePage): VNode {
  const say = text[language];
  return (
    <CardTable caption={say.log} heads={[say.day, say.kind, say.parties, say.note, say.sent]}>
      {lines.map(({ day, kind, parties, note, sent }) => (
        <tr role="row">
          <Cell l={say.day}>
            <time dateTime={day}>{day}</time>
          </Cell>
          <Cell l={say.kind}>{kind}</Cell>
          <Cell l={say.parties}>{parties}</Cell>
          <Cell l={say.note}>{note ?? '–'}</Cell>
          <Cell l={say.sent}>
            {sent === null ? (
              '–'
            ) : sent.href === null ? (
              unbroken(sent.label)
            ) : (
              <a href={sent.href}>{unbroken(sent.label)}</a>
            )}
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}
