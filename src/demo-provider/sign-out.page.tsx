import type { Language } from '../platform/language.js';
import { shell } from './shell.js';

const text = {
  sv: {
    title: 'Logga ut från demonstrationen?',
    lead: 'Du är utloggad från Husrum. Logga ut här också för att kunna välja en annan person.',
    yes: 'Logga ut',
  },
  en: {
    title: 'Sign out of the demonstration?',
    lead: 'You have signed out of Husrum. Sign out here too, to be able to choose another person.',
    yes: 'Sign out',
  },
} as const;

/** Asks whether to sign out at the provider too. @param form the provider's own form, as HTML. */
export function signOutPage(form: string, language: Language): string {
  const say = text[language];
  const main = (
    <>
      <div dangerouslySetInnerHTML={{ __html: form }} />
      <p class="acts">
        <button class="btn btn-main" type="submit" form="op.logoutForm" name="logout" value="yes">
          {say.yes}
        </button>
      </p>
    </>
  );
  return shell({ language, title: say.title, lead: say.lead, main });
}
