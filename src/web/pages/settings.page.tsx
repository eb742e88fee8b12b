import type { VNode } from 'preact';
import { mailWishes, type Preference } from '../../notices/preferences.js';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Form, Head, Moment, Section, Submit } from '../parts.js';
import { settingsWords as words } from './settings.words.js';

/** What the page of one's own settings is made from. */
export interface SettingsPage {
  readonly language: Language;
  readonly token: string;
  readonly wish: Preference;
  readonly isSaved: boolean;
  /** Where mail goes; null when the register knows no address. */
  readonly address: string | null;
  readonly sendsMail: boolean;
  /** When the address of the calendar was made; null when there is none. */
  readonly calendarSince: string | null;
  /** The address of a calendar just made. */
  readonly made: string | null;
  /** What one may be told of, by template. */
  readonly kinds: readonly { readonly template: string; readonly label: string }[];
}

/** How somebody wants to be told of what happens, and to work at the pages. */
export function settingsPage(page: SettingsPage): Shown {
  const { language, token, isSaved } = page;
  const main = (
    <>
      {isSaved && (
        <p class="notice is-done" role="status">
          {words.saved[language]}
        </p>
      )}
      <Head title={words.title[language]} lead={words.lead[language]} />
      <Form to="/settings" token={token} class="form">
        <Section id="mail" title={words.mail[language]}>
          <Mail {...page} />
        </Section>
        <Section id="pages" title={words.pages[language]}>
          <AtPages {...page} />
        </Section>
        <Submit>{words.save[language]}</Submit>
      </Form>
      <Calendar {...page} />
    </>
  );
  return { title: words.title[language], main };
}

function Mail({ language, wish, address, sendsMail, kinds }: SettingsPage): VNode {
  const where = address === null ? words.noAddress : words.to(address);
  return (
    <>
      <p>{words.mailHint[language]}</p>
      <p class={sendsMail && address !== null ? undefined : 'notice is-idle'}>
        {(sendsMail ? where : words.noServer)[language]}
      </p>
      <fieldset class="field">
        <legend>{words.when[language]}</legend>
        <div class="opts">
          {mailWishes.map((one) => (
            <Choice name="mail" value={one} isOn={wish.mail === one} label={words.wishes[one][language]} />
          ))}
        </div>
      </fieldset>
      <fieldset class="field">
        <legend>{words.told[language]}</legend>
        <div class="opts">
          {kinds.map(({ template, label }) => (
            <Choice many name="told" value={template} isOn={!wish.muted.includes(template)} label={label} />
          ))}
        </div>
      </fieldset>
      <fieldset class="field" aria-describedby="quiet-hint">
        <legend>{words.quiet[language]}</legend>
        <p class="hint" id="quiet-hint">
          {words.quietHint[language]}
        </p>
        <div class="side-by-side">
          <Hour name="quietFrom" value={wish.quietFrom} label={words.from[language]} />
          <Hour name="quietTo" value={wish.quietTo} label={words.until[language]} />
        </div>
      </fieldset>
      <fieldset class="field">
        <legend>{words.language[language]}</legend>
        <div class="opts">
          {(['sv', 'en'] as const).map((one) => (
            <Choice
              name="language"
              value={one}
              isOn={wish.language === one}
              label={words.languages[one][language]}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

const AtPages = ({ language, wish }: SettingsPage): VNode => (
  <div class="opts">
    {(['shortcuts', 'refresh'] as const).map((name) => (
      <Choice
        many
        name={name}
        value="on"
        isOn={wish[name]}
        label={words[name][language]}
        hint={words[`${name}Hint`][language]}
      />
    ))}
  </div>
);

const Calendar = ({ language, token, calendarSince, made }: SettingsPage): VNode => (
  <Section id="calendar" title={words.calendar[language]}>
    {made !== null && (
      <div class="notice is-done" role="status">
        <p>{words.madeCalendar[language]}</p>
        <p class="token">{made}</p>
      </div>
    )}
    <p class="prose">{words.calendarHint[language]}</p>
    {calendarSince !== null && (
      <p>
        {words.hasCalendar[language]} <Moment at={calendarSince} language={language} />.
      </p>
    )}
    <div class="acts">
      <Form to="/settings/calendar" token={token}>
        <button class="btn" type="submit">
          {words[calendarSince === null ? 'makeCalendar' : 'remakeCalendar'][language]}
        </button>
      </Form>
      {calendarSince !== null && (
        <Form to="/settings/calendar/revoke" token={token}>
          <button class="btn btn-stop" type="submit">
            {words.revokeCalendar[language]}
          </button>
        </Form>
      )}
    </div>
  </Section>
);

/** One choice among several; `many`: beside others, not instead of them. */
function Choice(choice: {
  readonly many?: boolean;
  readonly name: string;
  readonly value: string;
  readonly isOn: boolean;
  readonly label: string;
  readonly hint?: string;
}): VNode {
  const { many, name, value, isOn, label, hint } = choice;
  const id = `${name}-${value}`;
  return (
    <div class="opt">
      <input type={many ? 'checkbox' : 'radio'} name={name} id={id} value={value} checked={isOn} />
      <label for={id}>
        {label}
        {hint && <small class="meta">{hint}</small>}
      </label>
    </div>
  );
}

const Hour = ({ name, value, label }: { name: string; value: number; label: string }): VNode => (
  <div>
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {Array.from({ length: 24 }, (_, hour) => (
        <option value={hour} selected={hour === value}>
          {`${String(hour).padStart(2, '0')}.00`}
        </option>
      ))}
    </select>
  </div>
);
