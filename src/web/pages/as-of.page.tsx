import type { VNode } from 'preact';
import type { Said } from '../../files/in-words.js';
import type { FileView } from '../../files/shapes.js';
import type { Language } from '../../platform/language.js';
import { DayPairs } from '../days.js';
import type { Shown } from '../page.js';
import { Field, Head, Section } from '../parts.js';
import { Pairs } from './file/file-record.js';

const sv = {
  title: (file: string) => `Ärende ${file} som det stod`,
  lead: (at: string, knownOn: string) =>
    `Den ${at}, med det som var registrerat den ${knownOn}. Båda dagarna räknas till sitt slut.`,
  at: 'Som det stod den',
  knownOn: 'Som det var känt den',
  hint: 'ÅÅÅÅ-MM-DD',
  show: 'Visa',
  notDay: 'Skriv en dag som finns, ÅÅÅÅ-MM-DD.',
  notThere: 'Ärendet fanns inte då, eller var inte registrerat än.',
  processes: 'Vad som pågick',
  nothing: 'Inget var öppnat.',
  record: 'Uppgifter',
  hidden: 'Du får inte läsa uppgifterna.',
  deadlines: 'Tider',
  noDeadlines: 'Inga tider löpte.',
  now: 'Ärendet i dag',
};
const en: typeof sv = {
  title: (file) => `Case ${file} as it stood`,
  lead: (at, knownOn) => `On ${at}, by what was registered on ${knownOn}. Both days count to their end.`,
  at: 'As it stood on',
  knownOn: 'As it was known on',
  hint: 'YYYY-MM-DD',
  show: 'Show',
  notDay: 'Write a day that exists, YYYY-MM-DD.',
  notThere: 'The case was not there then, or not registered yet.',
  processes: 'What went on',
  nothing: 'Nothing was open.',
  record: 'Data',
  hidden: 'You may not read the data.',
  deadlines: 'Terms',
  noDeadlines: 'No terms ran.',
  now: 'The case today',
};
const text: Readonly<Record<Language, typeof sv>> = { sv, en };

/** What the page is made from. `view` null: it was not there, or a day is no day. */
export interface AsOfPage {
  readonly language: Language;
  readonly file: string;
  readonly at: string;
  readonly knownOn: string;
  /** The fields that hold no day. */
  readonly faults: readonly string[];
  readonly view: FileView | null;
  readonly said: readonly Said[];
}

/** A file as it stood on a day, as it was known on another. */
export function asOfPage(page: AsOfPage): Shown {
  const { language, file, at, knownOn, view } = page;
  const say = text[language];
  const faults = page.faults.map((id) => ({ id, message: say.notDay }));
  const main = (
    <>
      <Head title={say.title(file)} lead={faults.length === 0 && say.lead(at, knownOn)} />
      <form method="get" action={`/files/${file}/as-of`} class="inline-form" noValidate>
        {(['at', 'knownOn'] as const).map((id) => (
          <Field id={id} label={say[id]} hint={say.hint} faults={faults}>
            {(tied) => (
              <input
                type="text"
                size={12}
                inputMode="numeric"
                autocomplete="off"
                value={page[id]}
                {...tied}
              />
            )}
          </Field>
        ))}
        <button class="btn btn-main" type="submit">
          {say.show}
        </button>
        <a href={`/files/${file}`}>{say.now}</a>
      </form>
      {faults.length === 0 &&
        (view === null ? <p class="empty">{say.notThere}</p> : <Stood page={page} view={view} />)}
    </>
  );
  return { title: say.title(file), main, faults };
}

function Stood({
  page: { language, said },
  view,
}: {
  readonly page: AsOfPage;
  readonly view: FileView;
}): VNode {
  const say = text[language];
  return (
    <>
      <Section id="processes" title={say.processes}>
        {view.processes.length === 0 && <p class="empty">{say.nothing}</p>}
        <dl class="pairs">
          {view.processes.map(({ label, stateLabel, states }) => (
            <div>
              <dt>{label}</dt>
              <dd>{[stateLabel, ...states.slice(1).map((one) => one.label)].join(' · ')}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="deadlines" title={say.deadlines}>
        {view.deadlines.length === 0 && <p class="empty">{say.noDeadlines}</p>}
        <DayPairs all={view.deadlines} />
      </Section>
      <Section id="record" title={say.record}>
        {said.length === 0 ? <p class="empty">{say.hidden}</p> : <Pairs said={said} />}
      </Section>
    </>
  );
}
