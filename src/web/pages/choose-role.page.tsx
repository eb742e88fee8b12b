import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { ErrorLine, Form, Head, type Fault, Submit } from '../parts.js';

/** What the choice of a role is made from. */
export interface ChooseRolePage {
  readonly language: Language;
  readonly token: string;
  readonly to: string;
  readonly choices: readonly {
    readonly key: string;
    readonly label: string;
    /** Whose work it is, under cover. */
    readonly onBehalfOf: string | null;
    readonly isNow: boolean;
  }[];
  readonly failed?: boolean;
}

const text = {
  sv: {
    title: 'Välj roll',
    lead: 'Du har flera roller och arbetar i en åt gången. Varje händelse i ett ärende visar vilken.',
    legend: 'Vilken roll arbetar du i nu?',
    cover: (name: string) => `I stället för ${name}. Båda namnen syns i ärendet.`,
    now: 'Din roll just nu',
    choose: 'Fortsätt i rollen',
    missing: 'Välj en av rollerna',
  },
  en: {
    title: 'Choose a role',
    lead: 'You hold several roles and act in one at a time. Every event of a case says which.',
    legend: 'Which role do you work in now?',
    cover: (name: string) => `Standing in for ${name}. Both names are shown in the case.`,
    now: 'Your role right now',
    choose: 'Go on in the role',
    missing: 'Choose one of the roles',
  },
} as const;

/** Choosing one of several roles, at the beginning of a session or later on. */
export function chooseRolePage({ language, token, to, choices, failed }: ChooseRolePage): Shown {
  const say = text[language];
  const faults: Fault[] = failed ? [{ id: 'acting-1', message: say.missing }] : [];
  const main = (
    <>
      <Head title={say.title} lead={say.lead} />
      <Form to="/choose-role" token={token} class="form">
        <input type="hidden" name="to" value={to} />
        <fieldset
          class={failed ? 'field field-bad' : 'field'}
          aria-describedby={failed ? 'acting-fault' : undefined}
        >
          <legend>{say.legend}</legend>
          {failed && <ErrorLine id="acting-fault" says={say.missing} />}
          <div class="opts">
            {choices.map((choice, at) => (
              <div class="opt">
                <input
                  type="radio"
                  name="acting"
                  id={`acting-${at + 1}`}
                  value={choice.key}
                  checked={choice.isNow}
                />
                <label for={`acting-${at + 1}`}>
                  {choice.label}
                  {choice.onBehalfOf && <small class="meta">{say.cover(choice.onBehalfOf)}</small>}
                  {choice.isNow && <small class="meta">{say.now}</small>}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
        <Submit>{say.choose}</Submit>
      </Form>
    </>
  );
  return { title: say.title, main, faults };
}
