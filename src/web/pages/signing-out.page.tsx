import type { EndSession } from '../../access/identity-provider.js';
import type { Language } from '../../platform/language.js';
import type { Shown } from '../page.js';
import { Head, Submit } from '../parts.js';

const text = {
  sv: {
    title: 'Du är utloggad ur Husrum',
    lead: 'Logga ut hos inloggningstjänsten också, så kan ingen annan logga in som du i den här webbläsaren.',
    go: 'Logga ut där också',
  },
  en: {
    title: 'You have signed out of Husrum',
    lead: 'Sign out of the sign-in service too, so that nobody else can sign in as you in this browser.',
    go: 'Sign out there too',
  },
} as const;

/** Signed out here; the form signs out at the provider too, by itself where scripts run. */
export function signingOut(language: Language, { to, fields }: EndSession): Shown {
  const say = text[language];
  const main = (
    <>
      <Head title={say.title} lead={say.lead} />
      <form method="post" action={to} data-at-once>
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Submit>{say.go}</Submit>
      </form>
    </>
  );
  return { title: say.title, main, leaves: true };
}
