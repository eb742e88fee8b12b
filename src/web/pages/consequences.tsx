import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { Form, Section } from '../parts.js';
import { unbroken } from '../unbroken.js';

/** What something would do, told before it is done. */
export interface Consequences {
  readonly lines: readonly string[];
  /** What is easily overlooked, or may not be meant. */
  readonly beware: readonly string[];
  /** Names what is told: the same name, the same consequences. */
  readonly seen: string;
}

const sv = {
  title: 'Det här händer',
  notYet: 'Inget är registrerat ännu.',
  beware: 'Tänk på',
  change: 'Ändra',
  cancel: 'Avbryt',
};
const en: typeof sv = {
  title: 'This happens',
  notYet: 'Nothing is registered yet.',
  beware: 'Mind this',
  change: 'Change it',
  cancel: 'Cancel',
};
const text: Readonly<Record<Language, typeof sv>> = { sv, en };

/** What something would do, and the form that carries along unseen what was typed: to have it done, or to change it. */
export function Confirm(asked: {
  readonly language: Language;
  readonly token: string;
  readonly to: string;
  readonly told: Consequences;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  /** Where it is left undone. */
  readonly back: string;
  /** What is done, on its button. */
  readonly label: string;
}): VNode {
  const { language, told, fields } = asked;
  const say = text[language];
  return (
    <Section id="consequences" title={say.title}>
      <p class="meta">{say.notYet}</p>
      <ul class="plain spaced">
        {told.lines.map((line) => (
          <li>{unbroken(line)}</li>
        ))}
      </ul>
      {told.beware.length > 0 && (
        <div class="notice is-soon">
          <h3>{say.beware}</h3>
          <ul class="plain spaced">
            {told.beware.map((line) => (
              <li>{unbroken(line)}</li>
            ))}
          </ul>
        </div>
      )}
      <Form to={asked.to} token={asked.token}>
        {Object.entries(fields).flatMap(([name, values]) =>
          [values].flat().map((value) => <input type="hidden" name={name} value={value} />),
        )}
        <input type="hidden" name="seen" value={told.seen} />
        <p class="acts">
          <button class="btn btn-main" type="submit" name="do" value="confirm">
            {asked.label}
          </button>
          <button class="btn" type="submit" name="do" value="edit">
            {say.change}
          </button>
          <a href={asked.back}>{say.cancel}</a>
        </p>
      </Form>
    </Section>
  );
}
