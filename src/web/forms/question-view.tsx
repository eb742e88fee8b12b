import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { ErrorLine, type Fault } from '../parts.js';
import { unbroken } from '../unbroken.js';
import type { Control, Option, Question } from './questions.js';
import type { Sent } from './read-form.js';
import { formWords as words, rowName } from './form.words.js';

/** What the questions of a form are shown with: what was typed, and what is wrong with it. */
export interface Filled {
  readonly sent: Sent;
  readonly faults: readonly Fault[];
  readonly language: Language;
}

/** The questions of a form, each under its own path from `at` on. */
export const Questions = (
  form: Filled & { readonly questions: readonly Question[]; readonly at?: string },
) => (
  <>
    {form.questions.map((question) => (
      <Asking {...form} question={question} at={`${form.at ?? 'd'}.${question.name}`} />
    ))}
  </>
);

type One = Filled & { readonly question: Question; readonly at: string };

function Asking(one: One): VNode {
  const { question, at } = one;
  const { control } = question;
  if (control.kind === 'hidden') return <input type="hidden" name={at} value={one.sent[at] ?? ''} />;
  if (control.kind === 'group')
    return (
      <fieldset class="group" id={at}>
        <legend>
          <Label {...one} />
        </legend>
        <Says {...one} />
        <Questions {...one} questions={control.questions} at={at} />
      </fieldset>
    );
  if (control.kind === 'list') return <List {...one} list={control} />;
  if (control.kind === 'several') return <Several {...one} options={control.options} />;
  const choices = optionsOf(control, one.language);
  const isChosen = control.kind === 'yes-no' || (control.kind === 'choice' && control.radios);
  return isChosen && choices !== null ? (
    <fieldset class={classOf(one)} id={at} aria-describedby={describedBy(one)} tabIndex={-1}>
      <legend>
        <Label {...one} />
      </legend>
      <Says {...one} />
      <Radios {...one} options={choices} />
    </fieldset>
  ) : (
    <div class={classOf(one)}>
      <label for={at}>
        <Label {...one} />
      </label>
      <Says {...one} />
      {choices === null ? <Input {...one} /> : <Select {...one} options={choices} />}
    </div>
  );
}

const faultOf = ({ faults, at }: One) => faults.find(({ id }) => id === at);
const classOf = (one: One) => (faultOf(one) ? 'field field-bad' : 'field');
const hintOf = ({ question: { hint, control }, language }: One) =>
  hint ?? (control.kind === 'day' ? words.day[language] : undefined);
const describedBy = (one: One) =>
  [hintOf(one) && `${one.at}-hint`, faultOf(one) && `${one.at}-fault`].filter(Boolean).join(' ') || undefined;

const Label = ({ question: { label, required, control }, language }: One) => (
  <>
    {label}
    {!required && control.kind !== 'group' && <span class="meta"> ({words.optional[language]})</span>}
  </>
);

const Says = (one: One) => {
  const [hint, fault] = [hintOf(one), faultOf(one)];
  return (
    <>
      {hint && (
        <p class="hint" id={`${one.at}-hint`}>
          {unbroken(hint)}
        </p>
      )}
      {fault && <ErrorLine id={`${one.at}-fault`} says={fault.message} />}
    </>
  );
};

function optionsOf(control: Control, language: Language): readonly Option[] | null {
  if (control.kind === 'yes-no')
    return [
      { value: 'yes', label: words.yes[language] },
      { value: 'no', label: words.no[language] },
    ];
  return control.kind === 'choice' || control.kind === 'ref' ? control.options : null;
}

const Radios = ({ at, sent, options, question, language }: One & { readonly options: readonly Option[] }) => (
  <div class={options.length > 4 ? 'opts opts-2' : 'opts'}>
    {[
      ...options,
      ...(question.required && !question.nullable ? [] : [{ value: '', label: words.unsaid[language] }]),
    ].map(({ value, label, hint }, n) => (
      <div class="opt">
        <input
          type="radio"
          name={at}
          id={`${at}-${n}`}
          value={value}
          checked={(sent[at] ?? (question.required && !question.nullable ? undefined : '')) === value}
        />
        <label for={`${at}-${n}`}>
          {label}
          {hint && <small class="meta">{hint}</small>}
        </label>
      </div>
    ))}
  </div>
);

const Several = ({ options, ...one }: One & { readonly options: readonly Option[] }) => (
  <fieldset class={classOf(one)} id={one.at} aria-describedby={describedBy(one)} tabIndex={-1}>
    <legend>
      <Label {...one} />
    </legend>
    <Says {...one} />
    {options.length === 0 ? (
      <p class="meta">{words.nobody[one.language]}</p>
    ) : (
      <div class="opts">
        {options.map(({ value, label }, n) => (
          <div class="opt">
            <input
              type="checkbox"
              name={`${one.at}.${n}`}
              id={`${one.at}.${n}`}
              value={value}
              checked={one.sent[`${one.at}.${n}`] === value}
            />
            <label for={`${one.at}.${n}`}>{label}</label>
          </div>
        ))}
      </div>
    )}
  </fieldset>
);

const Select = (one: One & { readonly options: readonly Option[]; readonly none?: string }) => (
  <select id={one.at} name={one.at} {...tied(one)}>
    <option value="">{one.none ?? words[one.question.required ? 'choose' : 'unsaid'][one.language]}</option>
    {one.options.map(({ value, label }) => (
      <option value={value} selected={one.sent[one.at] === value}>
        {label}
      </option>
    ))}
  </select>
);

const tied = (one: One) => ({
  'aria-describedby': describedBy(one),
  'aria-invalid': faultOf(one) ? ('true' as const) : undefined,
});

function Input(one: One): VNode {
  const { question, at, sent } = one;
  const { control } = question;
  const common = { id: at, name: at, autocomplete: 'off', ...tied(one) };
  const value = sent[at] ?? '';
  if (control.kind === 'text' && control.long)
    return (
      <textarea {...common} rows={4} maxLength={control.most}>
        {value}
      </textarea>
    );
  if (control.kind === 'day') return <input {...common} class="w-date" inputMode="numeric" value={value} />;
  if (control.kind === 'number')
    return (
      <input {...common} class="w-num" inputMode={control.whole ? 'numeric' : 'decimal'} value={value} />
    );
  return <input {...common} type="text" value={value} />;
}

function List({ list, ...one }: One & { readonly list: Extract<Control, { kind: 'list' }> }): VNode {
  const { item, most, titles = [] } = list;
  const { at, language, question } = one;
  const rows = rowCount(one.sent, at, question.required ? 1 : 0);
  const numbered = (row: number): Question => ({
    ...item,
    label: rowName(list, row, language),
  });
  return (
    <fieldset class="group" id={at}>
      <legend>
        <Label {...one} />
      </legend>
      <Says {...one} />
      {Array.from({ length: rows }, (_, row) =>
        isFixed(item, one.sent, `${at}.${row}`) ? (
          <Fixed {...one} question={item} at={`${at}.${row}`} />
        ) : (
          <div class="row-of">
            <Asking {...one} question={numbered(row)} at={`${at}.${row}`} />
            {rows > 1 && titles[row] === undefined && (
              <button class="btn btn-small" type="submit" name="remove" value={`${at}.${row}`}>
                {words.removeRow[language]}
                <span class="vh"> {numbered(row).label}</span>
              </button>
            )}
          </div>
        ),
      )}
      {rows < most && (
        <p class="acts">
          <button class="btn btn-small" type="submit" name="add" value={at}>
            {words.addRow[language]}
          </button>
        </p>
      )}
    </fieldset>
  );
}

/** A row about something that the form named itself: a flat, and one thing to say of it. */
function isFixed({ control }: Question, sent: Sent, at: string): boolean {
  if (control.kind !== 'group' || control.questions.length !== 2) return false;
  const [about] = control.questions as [Question, Question];
  if (about.control.kind !== 'ref') return false;
  return about.control.options.some(({ value }) => value === sent[`${at}.${about.name}`]);
}

function Fixed(one: One): VNode {
  const { sent, at } = one;
  const { questions } = one.question.control as Extract<Control, { kind: 'group' }>;
  const [about, said] = questions as [Question, Question];
  const value = sent[`${at}.${about.name}`] ?? '';
  const named = (about.control as Extract<Control, { kind: 'ref' }>).options.find(
    (option) => option.value === value,
  );
  const own = { ...one, question: said, at: `${at}.${said.name}` };
  return (
    <div class={`fixed-row ${classOf(own)}`}>
      <input type="hidden" name={`${at}.${about.name}`} value={value} />
      <label for={own.at}>
        {named?.label}
        <span class="vh">: {said.label}</span>
      </label>
      <Says {...own} />
      <Select
        {...own}
        options={optionsOf(said.control, one.language) ?? []}
        none={words.nothingAgainst[one.language]}
      />
    </div>
  );
}

/** How many rows of a list a form shows: those that were sent, also the empty ones, and one more when asked for. */
function rowCount(sent: Sent, at: string, least: number): number {
  const numbers = Object.keys(sent)
    .filter((name) => name.startsWith(`${at}.`))
    .map((name) => Number(name.slice(at.length + 1).split('.')[0]))
    .filter((row) => Number.isInteger(row) && row >= 0 && row < 1000);
  return Math.max(least, ...numbers.map((row) => row + 1)) + (sent['add'] === at ? 1 : 0);
}
