import type { VNode } from 'preact';
import type { EntryInWords } from '../../access/log-in-words.js';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Field, Form, Head, Moment, Section, type Fault, Submit } from '../parts.js';
import { CardTable, Cell } from '../tables.js';
import { text } from './access-log.words.js';

/** What was asked of the log, as typed. */
export interface LogWish {
  readonly file: string;
  readonly who: string;
  readonly lists: boolean;
  readonly from: string;
  readonly to: string;
}

/** A line of the log, with whom the reader stood in for by name. */
export type LogLine = Omit<EntryInWords, 'canonical' | 'hash' | 'via' | 'details' | 'login' | 'role'>;

/** What the log's page is made from. */
export interface AccessLogPage {
  readonly language: Language;
  readonly token: string;
  readonly wish: LogWish;
  readonly faults: readonly Fault[];
  /** Officers look up colleagues too. */
  readonly isOfficer: boolean;
  /** Null before anything was asked. */
  readonly found: {
    /** A file's number, or null when it is what a person read. */
    readonly file: string | null;
    readonly name: string | null;
    readonly lines: readonly LogLine[];
    readonly next: string | null;
  } | null;
}

/** Looking up who has read a case, or what a colleague has read. Both are sent as a form: no name stands in an address. */
export function accessLogPage(page: AccessLogPage): Shown {
  const { language, faults, found, isOfficer } = page;
  const say = text[language];
  const main = (
    <>
      <Head title={say.title} lead={isOfficer ? say.leadOfficer : say.lead} />
      {found && <Found {...page} found={found} />}
      {found ? (
        <Section id="again" title={say.again}>
          <LookUp {...page} />
        </Section>
      ) : (
        <LookUp {...page} />
      )}
    </>
  );
  return { title: say.title, main, faults };
}

function LookUp({ language, token, wish, faults, isOfficer }: AccessLogPage): VNode {
  const say = text[language];
  return (
    <Form to="/access-log" token={token} class="form">
      <Field id="file" label={say.file} hint={say.fileHint} faults={faults}>
        {(tied) => <input {...tied} value={wish.file} autocomplete="off" spellcheck={false} />}
      </Field>
      <div class="opt">
        <input type="checkbox" name="lists" id="lists" value="on" checked={wish.lists} />
        <label for="lists">{say.lists}</label>
      </div>
      {isOfficer && (
        <Field id="who" label={say.who} hint={say.whoHint} faults={faults}>
          {(tied) => <input {...tied} value={wish.who} autocomplete="off" spellcheck={false} />}
        </Field>
      )}
      <div class="beside">
        <Field id="from" label={say.from} hint={say.day} faults={faults}>
          {(tied) => <input {...tied} class="w-date" value={wish.from} autocomplete="off" />}
        </Field>
        <Field id="to" label={say.to} hint={say.day} faults={faults}>
          {(tied) => <input {...tied} class="w-date" value={wish.to} autocomplete="off" />}
        </Field>
      </div>
      <Submit>{say.show}</Submit>
    </Form>
  );
}

type FoundPage = AccessLogPage & { readonly found: NonNullable<AccessLogPage['found']> };

function Found({ language, token, wish, found }: FoundPage): VNode {
  const say = text[language];
  const { file, name, lines, next } = found;
  return (
    <Section id="found" title={file === null ? say.ofPerson(name ?? '') : say.ofFile(file)}>
      {file !== null && (
        <p class="acts">
          <a class="btn btn-small" href={`/files/${file}/readers`}>
            {say.family}
          </a>
        </p>
      )}
      {lines.length === 0 ? <p class="empty">{say.empty}</p> : <Lines lines={lines} language={language} />}
      {next && (
        <Form to="/access-log" token={token} class="pager">
          <input type="hidden" name="file" value={wish.file} />
          <input type="hidden" name="who" value={wish.who} />
          {wish.lists && <input type="hidden" name="lists" value="on" />}
          <input type="hidden" name="from" value={wish.from} />
          <input type="hidden" name="to" value={wish.to} />
          <input type="hidden" name="after" value={next} />
          <button class="btn btn-small" type="submit">
            {say.more}
          </button>
        </Form>
      )}
    </Section>
  );
}

function Lines({
  lines,
  language,
}: {
  readonly lines: readonly LogLine[];
  readonly language: Language;
}): VNode {
  const say = text[language];
  return (
    <CardTable caption={say.found} heads={[say.reader, say.when, say.what, say.case, say.why]}>
      {lines.map((line) => (
        <tr role="row">
          <th scope="row" role="rowheader">
            {line.name}
            <small class="meta block">
              {line.organisation}
              {line.onBehalfOf && `, ${say.behalf} ${line.onBehalfOf}`}
            </small>
          </th>
          <Cell l={say.when}>
            <Moment at={line.at} language={language} />
          </Cell>
          <Cell l={say.what}>
            {line.whatLabel} {line.refused && <span class="tag tag-bare is-stop">{say.refused}</span>}
          </Cell>
          <Cell l={say.case}>
            {line.file ?? (line.files.length > 0 ? say.files(line.files.length) : '–')}
          </Cell>
          <Cell l={say.why}>
            {line.whyLabel}
            {line.note && <span class="meta block typed">{line.note}</span>}
          </Cell>
        </tr>
      ))}
    </CardTable>
  );
}
