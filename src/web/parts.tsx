import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '../platform/language.js';
import { unbroken } from './unbroken.js';
import { words } from './words.js';

/** A fault of one field: the field's id, and what to do. */
export interface Fault {
  readonly id: string;
  readonly message: string;
  /** Where the field stands, when that is another page; null when nowhere. */
  readonly href?: string | null;
}

/** A form that belongs to a session: it carries the token without which it is not taken. */
export function Form(form: {
  readonly to: string;
  readonly token: string;
  readonly class?: string;
  readonly role?: 'search';
  /** The form brings a file, or more text than others take. */
  readonly upload?: boolean;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <form
      method="post"
      action={form.to}
      class={form.class}
      role={form.role}
      encType={form.upload ? 'multipart/form-data' : undefined}
      noValidate
    >
      <input type="hidden" name="token" value={form.token} />
      {form.children}
    </form>
  );
}

/** What has to be corrected, above all else on the sheet, each fault leading to its field. Nothing when there is none. */
export function ErrorSummary({
  faults,
  language,
}: {
  readonly faults: readonly Fault[];
  readonly language: Language;
}): VNode | null {
  if (faults.length === 0) return null;
  const title = faults.length === 1 ? words.oneError : words.errors(faults.length);
  return (
    <div class="errors" role="alert" tabIndex={-1} autofocus aria-labelledby="errors-title">
      <h2 id="errors-title">{title[language]}</h2>
      <ul>
        {faults.map(({ id, message, href = `#${id}` }) => (
          <li>{href === null ? unbroken(message) : <a href={href}>{unbroken(message)}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

/** What is wrong with a field, beside it. */
export const ErrorLine = ({ id, says }: { readonly id?: string; readonly says: string }): VNode => (
  <p class="error-line" id={id}>
    <span>{unbroken(says)}</span>
  </p>
);

/** A labelled field with its hint and its fault. `children` is given the attributes that tie them together. */
export function Field(field: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly faults: readonly Fault[];
  readonly children: (tied: {
    readonly id: string;
    readonly name: string;
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': 'true' | undefined;
  }) => VNode;
}): VNode {
  const { id, label, hint } = field;
  const fault = field.faults.find((one) => one.id === id);
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div class={fault ? 'field field-bad' : 'field'}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {unbroken(hint)}
        </p>
      )}
      {fault && <ErrorLine id={`${id}-fault`} says={fault.message} />}
      {field.children({
        id,
        name: id,
        'aria-describedby': described || undefined,
        'aria-invalid': fault && 'true',
      })}
    </div>
  );
}

/** What can be chosen out of a list: what is sent, and its words. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A field in which one of a list is chosen; `none`: what stands there before anything is. */
export const Choose = ({
  all,
  value,
  none,
  ...field
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly none?: string;
  readonly all: readonly Choice[];
  readonly value: string | undefined;
  readonly faults: readonly Fault[];
}): VNode => (
  <Field {...field}>
    {(tied) => (
      <select {...tied}>
        {none !== undefined && <option value="">{none}</option>}
        {all.map((one) => (
          <option value={one.value} selected={one.value === value}>
            {one.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);

/** A field in which a line is typed. */
export const Typed = ({
  value,
  class: size,
  ...field
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly faults: readonly Fault[];
  readonly class?: string;
}): VNode => (
  <Field {...field}>
    {(tied) => <input {...tied} class={size} value={value} autocomplete="off" spellcheck={false} />}
  </Field>
);

/** What sends a form. */
export const Submit = ({ children }: { readonly children: ComponentChildren }): VNode => (
  <p class="acts">
    <button class="btn btn-main" type="submit">
      {children}
    </button>
  </p>
);

/** The head of a page: what this is, and how it stands. */
export function Head({
  title,
  lead,
}: {
  readonly title: string;
  readonly lead?: ComponentChildren | undefined;
}): VNode {
  return (
    <div class="head">
      <div>
        <h1>{title}</h1>
        {lead && <p class="lead">{typeof lead === 'string' ? unbroken(lead) : lead}</p>}
      </div>
    </div>
  );
}

/** A section of the sheet: an ink rule and its heading. */
export function Section(section: {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <section class="sec" aria-labelledby={section.id}>
      <h2 id={section.id}>{section.title}</h2>
      {section.children}
    </section>
  );
}

/** Made once: making it takes longer than asking it a thousand times. */
const stockholm = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Stockholm',
});
const dayAndClock = (at: string): readonly string[] => stockholm.format(new Date(at)).split(' ');

/** A moment as day and clock time in Stockholm. */
export function Moment({ at, language }: { readonly at: string; readonly language: Language }): VNode {
  const [day = '', clock = ''] = dayAndClock(at);
  return (
    <time dateTime={at}>
      {language === 'sv' ? `${day} kl. ${clock.replace(':', '.')}` : `${day} ${clock}`}
    </time>
  );
}

/** The clock time of a moment in Stockholm. */
export function ClockTime({ at, language }: { readonly at: string; readonly language: Language }): VNode {
  const [, clock = ''] = dayAndClock(at);
  return <time dateTime={at}>{language === 'sv' ? `kl. ${clock.replace(':', '.')}` : clock}</time>;
}

/** The house that stands for the product. */
export const Mark = (): VNode => (
  <svg viewBox="0 0 22 24" aria-hidden="true" focusable="false">
    <path class="wall" d="M0 7.5 11 0l11 7.5V24H0z" />
    <path class="pane" d="M4 10h6v5H4zM4 17h6v5H4zM12 17h6v5h-6z" />
    <path class="pane-lit" d="M12 10h6v5h-6z" />
  </svg>
);

/** Says what has just been done. */
export const Toast = ({ children }: { readonly children: ComponentChildren }): VNode => (
  <p class="toast" role="status">
    {children}
  </p>
);

/** A button of a table's row: it sends the row's name to an address; `says` is what it does, and to which row. */
export const RowButton = ({
  to,
  token,
  name,
  value,
  says,
  children,
}: {
  readonly to: string;
  readonly token: string;
  readonly name: string;
  readonly value: string;
  readonly says: string;
  readonly children: string;
}): VNode => (
  <Form to={to} token={token} class="inline-form">
    <button class="btn btn-small" type="submit" name={name} value={value} aria-label={says}>
      {children}
    </button>
  </Form>
);
